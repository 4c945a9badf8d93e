package cli

import (
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func versionCommand(p *program) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the version",
		Long: `Version prints the version of milepost, the Go it was built with and the system it
was built for; with -v also the commit.`,
		Example: `$ milepost version`,
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			p.version()
			return nil
		},
	}
}

func (p *program) version() {
	info := buildInfo()
	p.print("milepost %s (%s, %s/%s)\n", release(info), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if !p.verbose || info == nil {
		return
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision", "vcs.time", "vcs.modified":
			p.print("%s %s\n", s.Key, s.Value)
		}
	}
}

// buildInfo is what the Go command stamped on the program; nil where it did not.
func buildInfo() *debug.BuildInfo {
	info, _ := debug.ReadBuildInfo()
	return info
}

// release is the version the Go command stamped on the program, "dev" where it
// was built from a folder that has none.
func release(info *debug.BuildInfo) string {
	if info == nil || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}
