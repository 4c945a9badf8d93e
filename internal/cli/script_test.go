package cli_test

import (
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"milepost/internal/cli"
)

var update = flag.Bool("update", false, "write the expected outputs anew")

// today is the day on which all scripts run.
var today = time.Date(2026, 11, 24, 15, 4, 5, 0, time.UTC)

// TestScripts runs the commands as a person would. Besides the commands of
// testscript a script has
//
//	milepost ARG…          run milepost; a leading ! wants it to fail
//	exits N                the exit status of the last milepost was N
//	bytes FILE TEXT        write a file; TEXT has the escapes of a Go string
//	repeat FILE N TEXT     write a file of N times TEXT
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"milepost": milepost, "exits": exits, "bytes": writeBytes, "repeat": repeat,
		},
	})
}

func milepost(ts *testscript.TestScript, neg bool, args []string) {
	code := cli.Main(cli.Env{
		Args: args, Stdin: strings.NewReader(""), Stdout: ts.Stdout(), Stderr: ts.Stderr(),
		Dir: ts.MkAbs("."), Home: ts.Getenv("HOME"), Getenv: ts.Getenv,
		Now: func() time.Time { return today },
	})
	ts.Setenv("status", strconv.Itoa(code))
	if neg != (code != 0) {
		ts.Fatalf("milepost %s: exit status %d", strings.Join(args, " "), code)
	}
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 || ts.Getenv("status") != args[0] {
		ts.Fatalf("the exit status was %s, not %s", ts.Getenv("status"), strings.Join(args, " "))
	}
}

func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

func repeat(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	text, err := strconv.Unquote(`"` + args[2] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(text, n)), 0o644))
}
