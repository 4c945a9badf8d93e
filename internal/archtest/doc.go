// Package archtest holds the shape of the program as tests: which package may
// import which, who owns which library, what a package must look like, and
// under which licences the libraries are.
//
// There is nothing to import here. The sources are read with go/parser and not
// by asking the go command: the test cache sees which files a test opens, but
// not what a command reads. Each check is a function from packages to
// complaints and is also run on a bad snippet, so that it is known to bite.
// Test files of the other packages are not looked at.
package archtest
