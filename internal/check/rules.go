package check

// table holds all rules, by group. A rule is in it or is not at all.
var table = [...]Rule{
	frontMatterSyntax,
	frontMatterUnclosed,
	unknownKey,
	duplicateKey,
	wrongType,
	unknownValue,
	badDate,
	badID,
	duplicateID,
	idDiffersInCase,
	misplacedFile,
	emptyFile,
	badUTF8,
	tooLarge,

	unknownTheme,
	unknownItem,
	unknownRelease,
	unknownOutcome,
	wrongKind,
	brokenLink,
	brokenAnchor,
	missingImage,
	caseMismatch,
	linkToDraft,
	selfDependency,
	dependencyCycle,
	duplicateReference,
	aliasUsed,
	duplicateOutput,
	outsideLink,
	leak,

	themeEmpty,

	unaligned,
	closedTheme,

	orderCrossesHorizon,
	orderDead,

	dependsOnDropped,
	startedWhileBlocked,
	horizonInversion,
	priorityInversion,
	releaseInversion,

	doneOpenCriteria,
	doneWithOpenDependency,

	datePassed,
	releasedWithOpen,
}
