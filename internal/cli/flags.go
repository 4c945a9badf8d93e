package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"milepost/internal/calendar"
	"milepost/internal/config"
	"milepost/internal/diag"
	"milepost/internal/engine"
	"milepost/internal/schema"
)

// choice is a flag that takes one of a few words.
type choice struct {
	value   string
	allowed []string
	aliases map[string]string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return strings.Join(c.allowed, "|") }

func (c *choice) Set(word string) error {
	word, err := pick(word, c.allowed, c.aliases)
	if err == nil {
		c.value = word
	}
	return err
}

// choices is a flag that takes several such words, repeated or with commas.
type choices struct {
	values  []string
	allowed []string
	aliases map[string]string
}

func (c *choices) String() string { return strings.Join(c.values, ",") }
func (c *choices) Type() string   { return "WORD" }

func (c *choices) Set(words string) error {
	for word := range strings.SplitSeq(words, ",") {
		word, err := pick(strings.TrimSpace(word), c.allowed, c.aliases)
		if err != nil {
			return err
		}
		c.values = append(c.values, word)
	}
	return nil
}

// has reports whether word was chosen; where nothing was, everything is.
func (c *choices) has(word string) bool { return len(c.values) == 0 || slices.Contains(c.values, word) }

func pick(word string, allowed []string, aliases map[string]string) (string, error) {
	if slices.Contains(allowed, word) {
		return word, nil
	}
	if canonical, ok := aliases[word]; ok {
		return canonical, nil
	}
	return "", fmt.Errorf("cannot be %q; %s", word, diag.OneOf(word, allowed))
}

// complete offers words for a flag.
func complete(cmd *cobra.Command, flag string, words []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic("cli: " + err.Error()) // the flag has just been defined
	}
}

// planFlags are the flags that change what a plan says.
type planFlags struct {
	baseURL  string
	audience choice
	drafts   bool
	today    string
}

// add gives a command the flags, without --base-url, which only a site needs.
func (f *planFlags) add(cmd *cobra.Command) {
	f.audience.allowed = schema.Audiences
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.Var(&f.audience, "audience", "for whom: public or internal (default: as configured)")
	flags.BoolVar(&f.drafts, "drafts", false, "include drafts")
	flags.StringVar(&f.today, "today", "", "take `DAY` as today, such as 2026-09-18")
	complete(cmd, "audience", f.audience.allowed)
}

// options are what the flags ask of the engine.
func (p *program) options(f planFlags) (engine.Options, error) {
	opt := engine.Options{Audience: f.audience.value, Drafts: f.drafts}
	if f.baseURL != "" {
		normal, ok := config.NormalBaseURL(f.baseURL)
		if !ok {
			return opt, fmt.Errorf("--base-url cannot be %q; write it as https://example.org/roadmap/", f.baseURL)
		}
		opt.BaseURL = normal
	}
	var err error
	opt.Today, err = p.today(f.today)
	return opt, err
}

// today is the day named on the command line, else that of SOURCE_DATE_EPOCH,
// which makes builds repeatable, else that of the clock.
func (p *program) today(flag string) (calendar.Day, error) {
	if flag != "" {
		day, err := calendar.ParseDay(flag)
		if err != nil {
			return 0, fmt.Errorf("--today: %w", err)
		}
		return day, nil
	}
	if epoch := p.env.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return 0, fmt.Errorf("SOURCE_DATE_EPOCH cannot be %q; it takes a number of seconds since 1970", epoch)
		}
		return calendar.DayOf(time.Unix(seconds, 0).UTC()), nil
	}
	return calendar.DayOf(p.env.Now()), nil
}

// flagError says what is wrong with a flag the way the rest of us speaks.
func (p *program) flagError(cmd *cobra.Command, err error) error {
	if word := p.firstWord(); cmd == cmd.Root() && word != "" {
		return unknownCommand(cmd, []string{word}) // the flag may well belong to what was meant
	}
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return unknownFlag(cmd, e)
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return invalidValue(e)
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return fmt.Errorf("%s needs a value: %s", dashed(e.GetFlag()), example(e.GetFlag()))
	}
	return fmt.Errorf("%w; %s --help says what it takes", err, cmd.CommandPath())
}

// firstWord is the first argument that is neither a flag nor the value of one of
// the flags every command has.
func (p *program) firstWord() string {
	for i := 0; i < len(p.env.Args); i++ {
		switch arg := p.env.Args[i]; {
		case arg == "-C" || arg == "--chdir" || arg == "--config" || arg == "--color":
			i++
		case !strings.HasPrefix(arg, "-"):
			return arg
		}
	}
	return ""
}

func unknownFlag(cmd *cobra.Command, e *pflag.NotExistError) error {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	flag := e.GetSpecifiedName()
	if e.GetSpecifiedShortnames() != "" {
		return fmt.Errorf("%s has no flag -%s; %s --help lists them", name(cmd), flag, cmd.CommandPath())
	}
	hint := cmd.CommandPath() + " --help lists them"
	if near := diag.Nearest(flag, names); near != "" {
		hint = "did you mean --" + near + "?"
	}
	return fmt.Errorf("%s has no flag --%s; %s", name(cmd), flag, hint)
}

func invalidValue(e *pflag.InvalidValueError) error {
	switch e.GetFlag().Value.(type) {
	case *choice, *choices:
		return fmt.Errorf("--%s %w", e.GetFlag().Name, e.Unwrap())
	}
	return fmt.Errorf("--%s cannot be %q", e.GetFlag().Name, e.GetValue())
}

func dashed(f *pflag.Flag) string {
	if f.Shorthand != "" {
		return "-" + f.Shorthand
	}
	return "--" + f.Name
}

func example(f *pflag.Flag) string {
	kind, usage := pflag.UnquoteUsage(f)
	return dashed(f) + " " + kind + ", to " + usage
}
