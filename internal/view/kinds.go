package view

// Kind is a sort of page with a layout.
type Kind struct {
	Layout string
	Data   any // empty, of the type that the layout is given
}

// Kinds lists the sorts of page, by layout: what a site theme can count on.
func Kinds() []Kind {
	return []Kind{
		{"backlog", BacklogPage{}},
		{"board", BoardPage{}},
		{"changes", ChangesPage{}},
		{"free", FreePage{}},
		{"health", HealthPage{}},
		{"item", ItemPage{}},
		{"map", MapPage{}},
		{"notfound", NotFoundPage{}},
		{"people", CrossListPage{}},
		{"person", CrossPage{}},
		{"release", ReleasePage{}},
		{"releases", ReleasesPage{}},
		{"roadmap", RoadmapPage{}},
		{"search", SearchPage{}},
		{"shipped", ShippedPage{}},
		{"tag", CrossPage{}},
		{"tags", CrossListPage{}},
		{"theme", ThemePage{}},
		{"timeline", TimelinePage{}},
	}
}
