package schema

// The values that are used in more than one place.
var (
	// Horizons are how near a thing is, nearest first.
	Horizons = []string{"now", "next", "later"}
	// Types are the types of item.
	Types = []string{"story", "bug", "improvement", "task", "spike"}
	// Statuses are the states of an item, in the order of its life.
	Statuses = []string{"proposed", "ready", "in-progress", "in-review", "done", "dropped"}
	// Priorities are the words of priority, most important first; the
	// configuration may rename them.
	Priorities = []string{"must", "should", "could", "wont"}
	// Audiences are for whom a site is built.
	Audiences = []string{"public", "internal"}
)

var tables = [...][]Field{
	Roadmap: append([]Field{
		{Key: "title", Type: Text, Doc: "The name of the product.", Default: "the title in milepost.yaml", Example: "Tintype"},
		{Key: "vision", Type: Text, Doc: "The aspiration, in one or two sentences.", Example: "Every photograph is still findable in fifty years."},
		{Key: "goal", Type: Text, Doc: "The product goal the team works towards now.", Example: "New photos are safe the same evening."},
		{Key: "outcomes", Type: Outcomes, Fields: outcome, Doc: "The business outcomes, with numbers that tell whether they are reached.", Example: "[{id: safe, title: Safe the same evening, baseline: 58, target: 95, current: 71}]"},
		{Key: "themes", Type: Refs, Ref: Theme, Doc: "The themes in the order in which they are shown.", Default: "by horizon, then by title", Example: "[growth, trust]"},
		{Key: "order", Type: Refs, Ref: Item, Doc: "The hand order, best first; only the head of the backlog needs it.", Example: "[MP-7, MP-3]"},
		{Key: "disclaimer", Type: Text, Doc: "The note on forward-looking statements at the foot of the roadmap.", Default: "a sentence that comes with Milepost", Example: "Plans change."},
	}, common...),
	Theme: append([]Field{
		{Key: "title", Type: Text, Doc: "The name of the theme.", Default: "the first heading, else the id in words", Example: "Effortless backup"},
		{Key: "summary", Type: Text, Doc: "The what, in one sentence.", Default: "the first paragraph", Example: "New photos come home by themselves."},
		{Key: "why", Type: Text, Doc: "The why, in one or two sentences.", Example: "A photo nobody saved is lost."},
		{Key: "outcomes", Type: Texts, Doc: "The ids of the outcomes this theme serves.", Example: "[safe]"},
		{Key: "horizon", Type: Choice, Values: Horizons, Doc: "How near the theme is.", Default: "later", Example: "now"},
		{Key: "confidence", Type: Choice, Values: []string{"high", "medium", "low"}, Doc: "How sure we are of this theme.", Default: "by horizon: high, medium, low", Example: "high"},
		{Key: "allocation", Type: Number, Min: 0, Max: 100, Doc: "The share of effort intended for this theme, in percent.", Example: "40"},
		{Key: "health", Type: Choice, Values: []string{"on-track", "at-risk", "off-track"}, Doc: "The author's word on how the theme is doing.", Example: "on-track"},
		{Key: "status", Type: Choice, Values: []string{"open", "achieved", "dropped"}, Doc: "Achieved means that its outcome was reached.", Default: "open", Example: "open"},
	}, common...),
	Item: append([]Field{
		{Key: "title", Type: Text, Doc: "What changes for someone.", Default: "the first heading, else the id in words", Example: "Resume an interrupted upload"},
		{
			Key: "type", Type: Choice, Values: Types, Doc: "What sort of work it is.", Default: "story", Example: "bug",
			Aliases: map[string]string{"feature": "story", "technical-improvement": "improvement", "tech": "improvement", "chore": "task"},
		},
		{Key: "theme", Type: Ref, Ref: Theme, Doc: "The theme this item serves.", Default: "the theme of its folder", Example: "growth"},
		{Key: "status", Type: Choice, Values: Statuses, Doc: "Where the item is in its life.", Default: "proposed", Example: "ready"},
		{Key: "horizon", Type: Choice, Values: Horizons, Doc: "How near the item is.", Default: "from its state and its theme", Example: "next"},
		{Key: "priority", Type: Choice, Values: Priorities, Doc: "How much it matters inside its release.", Default: "should", Example: "must"},
		{Key: "value", Type: Number, Min: 1, Max: 20, Doc: "User or business value.", Example: "8"},
		{Key: "urgency", Type: Number, Min: 1, Max: 20, Doc: "What waiting costs.", Example: "5"},
		{Key: "risk", Type: Number, Min: 1, Max: 20, Doc: "Risk taken away or opportunity opened.", Example: "3"},
		{Key: "effort", Type: Size, Doc: "How much work it is, in the team's own units.", Example: "3"},
		{Key: "depends_on", Type: Refs, Ref: Item, Doc: "The items that must be done before this one.", Example: "[MP-3, MP-5]"},
		{Key: "release", Type: Ref, Ref: Release, Doc: "The release that will bring it.", Example: "v1"},
		{Key: "created", Type: Day, Doc: "The day it was written down.", Default: "from git, where its history is there", Example: "2026-03-01"},
		{Key: "started", Type: Day, Doc: "The day work began.", Default: "from git, where its history is there", Example: "2026-03-10"},
		{Key: "finished", Type: Day, Doc: "The day it was done.", Default: "from git, where its history is there", Example: "2026-03-14"},
	}, common...),
	Release: append([]Field{
		{Key: "title", Type: Text, Doc: "The name of the release.", Default: "the first heading, else the id in words", Example: "Home before dinner"},
		{Key: "version", Type: Text, Doc: "The version it carries.", Example: "1.3"},
		{Key: "goal", Type: Text, Doc: "The value of this increment in one sentence.", Example: "A family finds its photos the same evening."},
		{Key: "date", Type: Interval, Doc: "When it is meant to come, as coarse as it is known.", Example: "2026-Q3"},
		{Key: "fixed", Type: Bool, Doc: "True where an outside deadline binds: a law, a fair, a contract.", Default: "false", Example: "true"},
		{Key: "capacity", Type: Number, Min: 0, Max: 1e6, Doc: "The effort that fits into it.", Example: "40"},
		{Key: "status", Type: Choice, Values: []string{"planned", "released", "dropped"}, Doc: "Where the release is in its life.", Default: "released where `released` is set, else planned", Example: "planned"},
		{Key: "released", Type: Day, Doc: "The day it went out.", Example: "2026-09-18"},
	}, common...),
	Page: append([]Field{
		{Key: "title", Type: Text, Doc: "The name of the page.", Default: "the first heading, else the id in words", Example: "About"},
	}, common...),
	Config:    config,
	SiteTheme: siteTheme,
}

var common = []Field{
	{Key: "id", Type: ID, Doc: "What links and URLs call it.", Default: "the file name without .md", Example: "MP-7"},
	{Key: "owner", Type: Texts, Doc: "Who looks after it.", Example: "ada"},
	{Key: "tags", Type: Texts, Doc: "Words that cut across themes.", Example: "[mobile, privacy]"},
	{Key: "links", Type: Links, Doc: "Addresses that belong to it.", Example: "[{title: Design, url: https://example.org}]"},
	{Key: "aliases", Type: Texts, Doc: "Old ids: they still lead here.", Example: "[old-id]"},
	{Key: "visibility", Type: Choice, Values: Audiences, Doc: "Internal entities are left out of a public site.", Default: "public", Example: "internal"},
	{Key: "draft", Type: Bool, Doc: "Not published without --drafts.", Default: "false", Example: "true"},
	{Key: "ignore", Type: Reasons, Doc: "Rules that are silent for this file, each with the reason.", Example: "{stale: waits for the law}"},
}

var outcome = []Field{
	{Key: "id", Type: ID, Doc: "What themes call it.", Example: "safe"},
	{Key: "title", Type: Text, Doc: "The outcome in words.", Example: "Safe the same evening"},
	{Key: "measure", Type: Text, Doc: "What is counted.", Example: "new photos backed up within 12 hours, %"},
	{Key: "baseline", Type: Measure, Doc: "The number at the beginning.", Example: "58"},
	{Key: "target", Type: Measure, Doc: "The number wanted.", Example: "95"},
	{Key: "current", Type: Measure, Doc: "The number now.", Example: "71"},
	{Key: "by", Type: Interval, Doc: "When it is wanted.", Example: "2026-Q4"},
	{Key: "checked", Type: Day, Doc: "The day the current number was read.", Example: "2026-02-01"},
}

var config = []Field{
	{Key: "title", Type: Text, Doc: "The name of the product.", Default: "the roadmap's title", Example: "Tintype"},
	{Key: "base_url", Type: Text, Doc: "Where the site will stand; feeds, the sitemap and canonical links need it.", Example: "https://example.org/roadmap/"},
	{Key: "repository", Type: Text, Doc: "The repository's address, for edit links and links to files outside content.", Example: "https://github.com/example/plan"},
	{Key: "branch", Type: Text, Doc: "The branch edit links lead to.", Default: "main", Example: "main"},
	{Key: "language", Type: Text, Doc: "The language of the interface, as a BCP 47 tag.", Default: "en", Example: "en"},
	{Key: "menu", Type: MenuItems, Doc: "Free pages and addresses shown in the main menu.", Example: "[about]"},
	{Key: "output", Type: Text, Doc: "The folder the site is written to.", Default: "public", Example: "public"},
	{Key: "site_theme", Type: Text, Doc: "The folder below themes/ that changes the look, or a site theme that is built in.", Example: "plain"},
	{Key: "site_theme_options", Type: Settings, Doc: "What the site theme lets you choose.", Example: "{width: wide}"},
	{Key: "accent", Type: Text, Doc: "The colour that means here and now.", Default: "road-sign yellow", Example: "\"#f4c900\""},
	{Key: "audience", Type: Choice, Values: Audiences, Doc: "For whom the site is built.", Default: "public", Example: "internal"},
	{Key: "order_by", Type: Texts, Values: OrderKeys, Doc: "The keys the backlog is ordered by; score always comes last.", Default: "[progress, horizon, rank, release, priority, score]", Example: "[progress, horizon, rank, score]"},
	{Key: "score", Type: Choice, Values: []string{"wsjf"}, Doc: "How value and effort make a score.", Default: "wsjf", Example: "wsjf"},
	{Key: "priorities", Type: Texts, Doc: "The four words of priority, most important first.", Default: "[must, should, could, wont]", Example: "[urgent, high, medium, never]"},
	{Key: "wip", Type: Number, Min: 1, Max: 1e6, Doc: "How many items may be in progress at once.", Default: "5", Example: "5"},
	{Key: "now_themes", Type: Number, Min: 1, Max: 1e6, Doc: "How many themes may be Now at once.", Default: "3", Example: "3"},
	{Key: "ready_max", Type: Number, Min: 0.01, Max: 1e6, Doc: "The largest effort of an item that is ready.", Default: "5", Example: "5"},
	{Key: "stale", Type: Table, Fields: perHorizon(Duration), Doc: "After how long without a change an item is stale.", Default: "{now: 90d, next: 180d, later: 365d}", Example: "{now: 60d}"},
	{Key: "horizon_weeks", Type: Table, Fields: perHorizon(Number)[:2], Doc: "How many weeks of work Now and Next hold.", Default: "{now: 6, next: 13}", Example: "{now: 4}"},
	{Key: "must_max", Type: Number, Min: 0, Max: 100, Doc: "The largest share of must in a release, in percent of its effort.", Default: "60", Example: "60"},
	{Key: "allocation_drift", Type: Number, Min: 0, Max: 100, Doc: "How far effort may drift from what was intended, in points.", Default: "15", Example: "15"},
	{Key: "page_stale", Type: Duration, Doc: "After how long without a change the site says so.", Default: "45d", Example: "45d"},
	{Key: "feedback", Type: Text, Doc: "An address for feedback; {id} and {title} are filled in.", Example: "https://example.org/new?title={title}"},
	{Key: "rules", Type: Grades, Doc: "The severity of rules.", Example: "{unaligned: error}"},
	{Key: "hash_references", Type: Bool, Doc: "Whether #some-id in a text is a link.", Default: "false", Example: "true"},
	{Key: "id_prefix", Type: Text, Doc: "The prefix of numbered ids that `new` gives.", Example: "MP"},
}

var siteTheme = []Field{
	{Key: "name", Type: Text, Doc: "What people call it.", Default: "the name of its folder", Example: "Plain"},
	{Key: "version", Type: Text, Doc: "Its own version.", Example: "1.2"},
	{Key: "contract", Type: Number, Min: 1, Max: 1e6, Doc: "The version of what templates are given that it was written for.", Default: "1", Example: "1"},
	{Key: "extends", Type: Text, Doc: "The site theme whose files it takes where it has none.", Default: "default", Example: "plain"},
	{Key: "options", Type: Options, Fields: option, Doc: "What a project may choose under site_theme_options.", Example: "{rounded: {type: bool, default: true}}"},
}

// OptionTypes are what an option of a site theme can take.
var OptionTypes = []string{"text", "number", "bool", "colour", "choice"}

var option = []Field{
	{Key: "type", Type: Choice, Values: OptionTypes, Aliases: map[string]string{"color": "colour", "boolean": "bool"}, Doc: "What it takes.", Default: "text", Example: "number"},
	{Key: "default", Type: Text, Doc: "The value where a project gives none.", Example: "2"},
	{Key: "values", Type: Texts, Doc: "The words of a choice.", Example: "[wide, narrow]"},
	{Key: "min", Type: Number, Min: -1e9, Max: 1e9, Doc: "The smallest number.", Example: "1"},
	{Key: "max", Type: Number, Min: -1e9, Max: 1e9, Doc: "The largest number.", Example: "4"},
	{Key: "property", Type: Text, Doc: "The custom property of the style sheet that is set to it.", Example: "--paper"},
	{Key: "doc", Type: Text, Doc: "What it changes, in a sentence.", Example: "How many columns themes stand in."},
}

// OrderKeys are the keys the backlog can be ordered by.
var OrderKeys = []string{"progress", "horizon", "rank", "release", "priority", "score"}

func perHorizon(t Type) []Field {
	out := make([]Field, len(Horizons))
	for i, h := range Horizons {
		out[i] = Field{Key: h, Type: t, Min: 0, Max: 1e6, Doc: "For " + h + "."}
	}
	return out
}
