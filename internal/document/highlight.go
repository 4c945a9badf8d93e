package document

func (w *writer) highlight(language, code string) { w.text(code) }
