// Milepost publishes a product's roadmap and backlog from Markdown.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"milepost/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interruption ends the program at once
	dir, _ := os.Getwd()
	home, _ := os.UserHomeDir()
	os.Exit(cli.Main(cli.Env{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Dir: dir, Home: home, Now: time.Now, Getenv: os.Getenv, Interrupt: ctx.Done(), Sized: tune,
	}))
}

// tune trades memory for time: a command lives for a second, so garbage may pile
// up to 288 MiB, or to what a large plan needs anyway. Measured with 10,000 items
// (19 MB of text): 130 MiB alive, 290 MiB at most, where without the limit it
// would be 410 MiB; a limit of 256 MiB costs a tenth more processor time.
func tune(text int) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(200)
	debug.SetMemoryLimit(int64(max(288<<20, 15*text)))
}
