package view

import (
	"strings"
	"unicode/utf8"

	"milepost/internal/calendar"
	"milepost/internal/plan"
)

// calendarPages is the calendar of the releases (RFC 5545), for a site whose address
// is known: an event needs a name that stays.
func calendarPages(s *site) []Page {
	if s.plan.Config.BaseURL == "" {
		return nil
	}
	return []Page{{Path: "releases.ics", Raw: s.calendar}}
}

// calendar has an event for each release that is out or has a date. What is planned
// coarsely takes its whole time; only an outside deadline is firm.
func (s *site) calendar() []byte {
	var c calendarText
	c.line("BEGIN:VCALENDAR")
	c.line("VERSION:2.0")
	c.line("PRODID:-//Milepost//Roadmap//EN")
	c.line("CALSCALE:GREGORIAN")
	c.text("X-WR-CALNAME", s.Say("{product}: releases", s.frame.Title))
	for _, r := range s.plan.Releases {
		first, last := r.Date.First, r.Date.Last
		if r.Released != 0 {
			first, last = r.Released, r.Released
		}
		if first == 0 || r.Status == plan.ReleaseDropped {
			continue
		}
		s.calendarEvent(&c, r, first, last)
	}
	c.line("END:VCALENDAR")
	return []byte(c.String())
}

func (s *site) calendarEvent(c *calendarText, r *plan.Release, first, last calendar.Day) {
	address := absolute(s.plan.Config.BaseURL, plan.Path(r))
	c.line("BEGIN:VEVENT")
	c.text("UID", "release-"+r.ID+"@"+strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(s.plan.Config.BaseURL, "https://"), "http://"), "/"))
	c.line("DTSTAMP:" + basicDay(s.plan.Facts.Today) + "T000000Z")
	c.line("DTSTART;VALUE=DATE:" + basicDay(first))
	c.line("DTEND;VALUE=DATE:" + basicDay(last+1)) // the first day that is not part of it
	c.text("SUMMARY", s.Say("{product} {release}", s.frame.Title, releaseTitle(r)))
	if r.Goal != "" {
		c.text("DESCRIPTION", oneLine(r.Goal))
	}
	c.line("URL:" + address)
	switch {
	case r.Status == plan.Released || r.Fixed:
		c.line("STATUS:CONFIRMED")
	default:
		c.line("STATUS:TENTATIVE")
	}
	c.line("TRANSP:TRANSPARENT")
	c.line("END:VEVENT")
}

// basicDay is a day in the basic form of ISO 8601: 20260209. An unknown day is the
// first there is.
func basicDay(d calendar.Day) string { return d.Time().Format("20060102") }

// calendarText writes the lines of a calendar: they end in CR LF and are folded at
// 75 bytes, between characters.
type calendarText struct{ strings.Builder }

func (c *calendarText) line(text string) {
	room := 75
	for len(text) > room {
		at := room
		for !utf8.RuneStart(text[at]) {
			at--
		}
		c.WriteString(text[:at] + "\r\n ")
		text, room = text[at:], 74
	}
	c.WriteString(text + "\r\n")
}

// text is a line whose value is a text: what has a meaning in one is escaped, and
// control characters are left out.
func (c *calendarText) text(name, value string) {
	value = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`).Replace(strings.ToValidUTF8(value, "\uFFFD"))
	c.line(name + ":" + strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, value))
}
