package document

import (
	"strings"
	"sync"
)

// language says how code of one language is scanned.
type language struct {
	names       string   // as they stand behind ```, separated by blanks
	line        []string // what begins a comment that ends with its line
	open, close string   // around other comments
	long        []string // quotes of strings that run over lines
	quotes      string   // quotes of strings that end with their line
	sigils      string   // characters a variable begins with
	noEscapes   bool     // a backslash in a string is one
	lifetimes   bool     // ' also begins a lifetime
	dashes      bool     // words may hold -
	fold        bool     // words in upper and lower case are the same
	keywords    string
	types       string
	constants   string
	scan        func(*scanner) // where comments, strings and words are not enough

	words map[string]string // made of the last three: word -> class
}

// languageByName finds a language, or nil.
func languageByName(name string) *language { return languages()[strings.ToLower(name)] }

// languages is the table of languages by name.
var languages = sync.OnceValue(func() map[string]*language {
	byName := make(map[string]*language)
	for _, l := range languageTable() {
		l.words = make(map[string]string)
		for class, words := range map[string]string{"k": l.keywords, "kt": l.types, "kc": l.constants} {
			for word := range strings.FieldsSeq(words) {
				l.words[word] = class
			}
		}
		for name := range strings.FieldsSeq(l.names) {
			byName[name] = l
		}
	}
	return byName
})

func languageTable() []*language {
	slashes := []string{"//"}
	hash := []string{"#"}
	const ecma = "abstract as async await break case catch class const continue debugger declare default delete do else enum export extends finally for from function get if implements import in instanceof interface is keyof let namespace new of override private protected public readonly return satisfies set static super switch this throw try type typeof var void while with yield"
	return []*language{
		{
			names: "go golang", line: slashes, open: "/*", close: "*/", long: []string{"`"}, quotes: `"'`,
			keywords:  "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var",
			types:     "any bool byte comparable complex128 complex64 error float32 float64 int int16 int32 int64 int8 rune string uint uint16 uint32 uint64 uint8 uintptr",
			constants: "false iota nil true",
		},
		{
			names: "javascript js jsx mjs cjs node typescript ts tsx", line: slashes, open: "/*", close: "*/", long: []string{"`"}, quotes: `"'`,
			keywords: ecma, types: "any bigint boolean never number object string symbol unknown", constants: "false null true undefined NaN Infinity",
		},
		{
			names: "python py python3", line: hash, long: []string{`"""`, "'''"}, quotes: `"'`, sigils: "@",
			keywords:  "and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield",
			types:     "bool bytes dict float frozenset int list object set str tuple type",
			constants: "False None True self cls",
		},
		{
			names: "java", line: slashes, open: "/*", close: "*/", long: []string{`"""`}, quotes: `"'`, sigils: "@",
			keywords: "abstract assert break case catch class continue default do else enum extends final finally for if implements import instanceof interface native new package permits private protected public record return sealed static super switch synchronized this throw throws transient try var volatile while yield",
			types:    "boolean byte char double float int long short void String Object", constants: "false null true",
		},
		{
			names: "kotlin kt kts", line: slashes, open: "/*", close: "*/", long: []string{`"""`}, quotes: `"'`, sigils: "@",
			keywords: "abstract actual as break by catch class companion const constructor continue crossinline data do else enum expect external final finally for fun get if import in infix init inline inner interface internal is lateinit object open operator out override package private protected public reified return sealed set super suspend tailrec this throw try typealias val var vararg when where while",
			types:    "Any Boolean Byte Char Double Float Int List Long Map Nothing Set Short String Unit", constants: "false null true",
		},
		{
			names: "swift", line: slashes, open: "/*", close: "*/", long: []string{`"""`}, quotes: `"`, sigils: "@",
			keywords: "actor any as associatedtype async await break case catch class continue default defer deinit do else enum extension fallthrough fileprivate final for func get guard if import in init inout internal is lazy let mutating open operator override private protocol public repeat required rethrows return self set some static struct subscript super switch throw throws try typealias unowned var weak where while",
			types:    "Any Array Bool Character Dictionary Double Float Int Optional Self Set String UInt Void", constants: "false nil true",
		},
		{
			names: "c h", line: slashes, open: "/*", close: "*/", quotes: `"'`, sigils: "#",
			keywords: "#define #elif #else #endif #error #if #ifdef #ifndef #include #pragma #undef auto break case const continue default do else enum extern for goto if inline register restrict return sizeof static struct switch typedef union volatile while",
			types:    "bool char double float int int16_t int32_t int64_t int8_t long short signed size_t uint16_t uint32_t uint64_t uint8_t unsigned void", constants: "NULL false true",
		},
		{
			names: "cpp c++ cxx cc hpp", line: slashes, open: "/*", close: "*/", quotes: `"'`, sigils: "#",
			keywords: "#define #elif #else #endif #error #if #ifdef #ifndef #include #pragma #undef alignas alignof and asm auto break case catch class co_await co_return co_yield concept const const_cast consteval constexpr continue decltype default delete do dynamic_cast else enum explicit export extern final for friend goto if inline mutable namespace new noexcept not operator or override private protected public register reinterpret_cast requires return sizeof static static_assert static_cast struct switch template this throw try typedef typeid typename union using virtual volatile while",
			types:    "bool char char16_t char32_t char8_t double float int int16_t int32_t int64_t int8_t long short signed size_t string uint16_t uint32_t uint64_t uint8_t unsigned void wchar_t", constants: "NULL false nullptr true",
		},
		{
			names: "csharp cs c#", line: slashes, open: "/*", close: "*/", long: []string{`"""`}, quotes: `"'`, sigils: "#",
			keywords: "abstract as async await base break case catch checked class const continue default delegate do else enum event explicit extern finally fixed for foreach from get goto if implicit in init interface internal is lock namespace new operator out override params partial private protected public readonly record ref required return sealed select set sizeof stackalloc static struct switch this throw try typeof unchecked unsafe using var virtual volatile when where while with yield",
			types:    "bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort void", constants: "false null true",
		},
		{
			names: "rust rs", line: slashes, open: "/*", close: "*/", quotes: `"'`, lifetimes: true,
			keywords: "as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut pub ref return self static struct super trait type unsafe use where while",
			types:    "Box Option Result Self String Vec bool char f32 f64 i128 i16 i32 i64 i8 isize str u128 u16 u32 u64 u8 usize", constants: "Err None Ok Some false true",
		},
		{
			names: "solidity sol", line: slashes, open: "/*", close: "*/", quotes: `"'`,
			keywords: "abstract anonymous as assembly break calldata case catch constant constructor continue contract default delete do else emit enum error event external fallback for from function if immutable import indexed interface internal is let library mapping memory modifier new override payable pragma private public pure receive return returns revert solidity storage struct super switch this throw transient try type unchecked using view virtual while",
			types:    "address bool byte bytes bytes1 bytes2 bytes4 bytes8 bytes16 bytes20 bytes32 fixed int int128 int16 int256 int32 int64 int8 string ufixed uint uint112 uint128 uint16 uint160 uint24 uint256 uint32 uint64 uint8 uint96", constants: "false true wei gwei ether seconds minutes hours days weeks",
		},
		{
			names: "ruby rb", line: hash, open: "\n=begin", close: "\n=end", quotes: "\"'`", sigils: "@$",
			keywords:  "alias and begin break case class def defined? do else elsif end ensure for if in module next not or redo rescue retry return super then undef unless until when while yield require require_relative attr_accessor attr_reader attr_writer include extend private protected public raise",
			constants: "false nil self true",
		},
		{
			names: "php", line: []string{"//", "#"}, open: "/*", close: "*/", quotes: "\"'`", sigils: "$", fold: true,
			keywords: "abstract and as break callable case catch class clone const continue declare default do echo else elseif enum extends final finally fn for foreach function global goto if implements include include_once instanceof insteadof interface match namespace new or print private protected public readonly require require_once return static switch throw trait try unset use var while xor yield",
			types:    "array bool float int iterable mixed never object string void", constants: "false null true",
		},
		{
			names: "bash sh shell zsh console shell-session", line: hash, quotes: "\"'`", sigils: "$", dashes: true,
			keywords:  "case coproc do done elif else esac fi for function if in select then time until while alias break cd continue declare echo eval exec exit export getopts local printf pwd read readonly return set shift source test trap unset",
			constants: "false true",
		},
		{
			names: "sql mysql postgres postgresql sqlite", line: []string{"--"}, open: "/*", close: "*/", quotes: "\"'`", noEscapes: true, fold: true,
			keywords:  "add all alter and any as asc begin between by cascade case check column commit constraint create cross database default delete desc distinct drop else end except exists explain foreign from full function grant group having if in index inner insert intersect into is join key left like limit not offset on or order outer over partition primary procedure references returning revoke right rollback select set table then transaction trigger truncate union unique update using values view when where window with",
			types:     "bigint blob boolean bytea char date datetime decimal double float int integer interval json jsonb numeric real serial smallint text time timestamp timestamptz uuid varchar",
			constants: "false null true current_date current_timestamp",
		},
		{names: "json jsonc json5", line: slashes, open: "/*", close: "*/", scan: scanJSON, constants: "false null true"},
		{names: "yaml yml", line: hash, quotes: `"'`, scan: scanKeys(":"), constants: "false null true no yes on off"},
		{names: "toml", line: hash, long: []string{`"""`, "'''"}, quotes: `"'`, scan: scanKeys("="), constants: "false true"},
		{names: "ini cfg conf properties dotenv env editorconfig", line: []string{"#", ";"}, quotes: `"`, scan: scanKeys("="), constants: "false true"},
		{names: "html xml svg xhtml htm vue rss atom", open: "<!--", close: "-->", scan: scanMarkup},
		{names: "css scss less", line: nil, open: "/*", close: "*/", quotes: `"'`, scan: scanCSS},
		{names: "diff patch", scan: scanDiff},
		{
			names: "dockerfile docker containerfile", line: hash, quotes: `"'`, sigils: "$", dashes: true,
			keywords: "ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR",
		},
		{
			names: "makefile make mk", line: hash, quotes: `"'`, sigils: "$", dashes: true, scan: scanMake,
			keywords: "define else endef endif export ifdef ifeq ifndef ifneq include override unexport vpath",
		},
	}
}
