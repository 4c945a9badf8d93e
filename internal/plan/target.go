package plan

import "milepost/internal/source"

// TargetKind tells where a link of a body leads.
type TargetKind int

// The kinds of target. All from NoFile on lead nowhere.
const (
	ToEntity     TargetKind = iota // to the page of Target.Entity
	ToSelf                         // to a heading of the same page
	ToAsset                        // to the file Target.Path, which is published
	ToRepository                   // to the file Target.Path in the repository
	ToWeb                          // to an address outside
	NoFile                         // there is no such file or id
	NoAnchor                       // the page is there, its heading is not
	OtherCase                      // only a file or id spelt in other case is there: Target.Near
	Outside                        // a file outside content, and no repository is configured
	ToHidden                       // to a draft or to internal work that is not published
	Refused                        // an address that is not allowed; document has reported it
)

// Target is where one link of a body leads.
type Target struct {
	Kind     TargetKind
	Entity   Entity // of ToEntity and of NoAnchor
	Path     string // of ToAsset and ToRepository: from the project's root
	Anchor   string // without "#"; "" for the top of the page
	Near     string // of OtherCase: the right spelling; of NoFile and NoAnchor: a near one, or ""
	ViaAlias bool   // the link names an old id
	Hidden   Hidden // of ToHidden: why it is not published
	Span     source.Span
}

// Broken reports whether the link leads nowhere.
func (t Target) Broken() bool { return t.Kind >= NoFile }

// Hidden tells why an entity is not published.
type Hidden int

// Why an entity is not published.
const (
	NotHidden Hidden = iota
	IsDraft
	IsInternal
)

// Found is what an id means.
type Found struct {
	Entity   Entity // nil when hidden or unknown
	ViaAlias bool
	Hidden   Hidden
	Near     string // of an unknown id: the one that differs from it only in case, or ""
	OnlyCase bool   // Near is set
}

// Known reports whether there is such an entity, published or not.
func (f Found) Known() bool { return f.Entity != nil || f.Hidden != NotHidden }
