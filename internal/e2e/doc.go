// Package e2e holds the tests that need a browser. It is a module of its own, so
// that nobody who builds Milepost downloads what drives one.
//
// The tests run where a Chromium is found and are skipped elsewhere: go test in
// this folder, or .ci/run browser.
package e2e
