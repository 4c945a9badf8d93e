package view

// built says from what the site was built, and on which day.
func (s *site) built() []Part {
	today := s.plan.Facts.Today
	files := Part{Text: s.Say("{n} Markdown file|{n} Markdown files", markdownFiles(s.plan)), Href: s.plan.Config.Repository}
	if today == 0 {
		return s.phrase("Built from {files}", files)
	}
	return s.phrase("Built {day} from {files}", Part{Text: s.Day(today), ISO: today.String()}, files)
}
