package check

import (
	"path"

	"milepost/internal/diag"
)

// unknown reports references that should name a thing of the kind want and name
// nothing at all.
func (r *Reporter) unknown(want string) {
	folders := map[string]bool{}
	for _, ref := range r.refs {
		if ref.Want != want || ref.known() || ref.Found.OnlyCase || ref.again() {
			continue
		}
		if ref.Field == "theme" && !ref.From.Base().Wrote("theme") {
			if !folders[ref.Text] { // all items of a folder hang on one missing file
				folders[ref.Text] = true
				r.Report(r.unknownFolder(ref))
			}
			continue
		}
		r.Report(diag.New(r.Rule, ref.Span, "no %s has the id %q", want, ref.Text).WithHint("%s", r.hint(ref)))
	}
}

// unknownFolder is for items below content/themes whose folder is no theme.
func (r *Reporter) unknownFolder(ref reference) diag.Diagnostic {
	folder := path.Join("content/themes", ref.Text)
	d := diag.New(r.Rule, ref.Span, "no theme has the id %q, which is the folder %s", ref.Text, folder)
	if id := r.directory("theme").meant(ref.Text); id != "" {
		return d.WithHint("did you mean the folder %s?", path.Join("content/themes", id))
	}
	return d.WithHint("write %s.md, or move its items to content/backlog", folder)
}
