package document

import (
	"os"
	"strings"
	"testing"

	"milepost/internal/source"
)

// item is a realistic file of 2 KB.
const item = `---
title: Resume an interrupted upload by itself
type: story
theme: effortless-backup
status: in-progress
priority: must
value: 13
effort: 5
depends_on: [upload-chunks, background-spike]
release: "1.3"
created: 2025-11-24
owner: [Ines Okafor]
---

As a parent I want an upload that broke off to carry on later without me, so that I can put the phone away.

Uploads break off all the time: the phone locks, the car leaves the Wi-Fi, the router restarts at night. Since
[[upload-chunks]] a broken upload *can* be resumed, but someone has to open the app to make it happen. In our December
test 38 of 100 interrupted uploads were still waiting a week later.

The spike [background-spike](background-spike.md#result) found three doors the makers of phones leave open. We use all
three, in this order:

1. The system's own background transfer, where one exists.
2. A wake-up when the phone joins the home network.
3. A reminder of one line, only after seven days.

` + "```json\n{\n  \"chunk\": 118, \"of\": 204,\n  \"resume\": \"on-home-network\"\n}\n```" + `

## Not part of this

Uploading over mobile data when the owner has not allowed it. Uploading from a second phone that holds the same
picture; that is [another story](second-phone.md).

## Done when

- [x] An upload cut off by a lost connection resumes within a minute of the connection coming back.
- [x] It resumes from the last complete chunk; no byte is sent twice.
- [x] It resumes after the phone was restarted, without the app being opened.
- [ ] It pauses on mobile data unless the owner allowed it, and says so in the list.
- [ ] After seven days without success the photo is marked "needs you", with the reason.
- [ ] On the eleven test phones, 95 of 100 interrupted uploads finish by themselves.

See also https://example.com/uploads and the **notes** of the team.
`

func BenchmarkParse(b *testing.B) {
	file := source.NewFile("content/backlog/x.md", []byte(item))
	b.SetBytes(int64(len(item)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(file, Options{})
	}
}

func BenchmarkParseCRLF(b *testing.B) {
	text := strings.ReplaceAll(item, "\n", "\r\n")
	file := source.NewFile("content/backlog/x.md", []byte(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(file, Options{})
	}
}

func BenchmarkFrontMatter(b *testing.B) {
	file := source.NewFile("content/backlog/x.md", []byte(item[:strings.Index(item, "\n---\n")+5]))
	b.ReportAllocs()
	for b.Loop() {
		Parse(file, Options{})
	}
}

func BenchmarkHTML(b *testing.B) {
	d := Parse(source.NewFile("content/backlog/x.md", []byte(item)), Options{})
	f := filler(d)
	buf := make([]byte, 0, 8<<10)
	b.ReportAllocs()
	for b.Loop() {
		buf = d.Body.Append(buf[:0], f)
	}
}

// BenchmarkGolden reads every kind of mark-up there is.
func BenchmarkGolden(b *testing.B) {
	data, err := os.ReadFile("testdata/links.md")
	if err != nil {
		b.Fatal(err)
	}
	file := source.NewFile("x.md", data)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Parse(file, Options{})
	}
}
