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
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interruption ends the program at once
	dir, _ := os.Getwd()
	home, _ := os.UserHomeDir()
	os.Exit(cli.Main(cli.Env{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Dir: dir, Home: home, Now: time.Now, Getenv: os.Getenv, Interrupt: ctx.Done(),
	}))
}
