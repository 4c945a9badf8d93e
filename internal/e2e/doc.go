// Package e2e holds the tests that need a browser. It is a module of its own, so
// that nobody who builds Milepost downloads what drives one.
//
// The tests run where a Chromium is found and are skipped elsewhere: go test in
// this folder, or .ci/run browser. What checks accessibility and the validity of
// pages is brought by npm ci here; without it, those tests are skipped. With
// MILEPOST_PICTURES they write a picture of each kind of page into that folder.
package e2e
