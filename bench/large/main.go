// Command large writes a large Go program to measure compilers with.
//
//	large -lines 100000 -pkgs 20 -o DIR     twenty packages and a main package, a module named big
//	large -lines 20000 -o DIR               one package main
//
// The text has the density of ordinary Go: comments and blank lines, structures with methods, interfaces, generic containers,
// closures, maps, errors, string handling, switches, defer, goroutines. The same arguments give the same bytes. The program
// compiles under any Go and prints a checksum when run.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// rnd is a small generator of its own, so that every Go prints the same program.
type rnd uint64

func (r *rnd) n(limit int) int {
	x := uint64(*r)
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	*r = rnd(x)
	return int((x >> 11) % uint64(limit))
}

func (r *rnd) pick(s []string) string { return s[r.n(len(s))] }

var nouns = []string{"Account", "Session", "Packet", "Order", "Report", "Worker", "Channel", "Ledger", "Cursor", "Segment",
	"Invoice", "Route", "Token", "Matrix", "Profile", "Bucket", "Index", "Frame", "Record", "Queue"}
var verbs = []string{"Update", "Merge", "Resolve", "Collect", "Balance", "Encode", "Inspect", "Advance", "Rewrite", "Measure"}
var fields = []string{"count", "limit", "offset", "weight", "total", "depth", "width", "height", "budget", "quota"}
var words = []string{"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "theta", "kappa", "lambda", "sigma"}

// source is one file being written.
type source struct {
	b     strings.Builder
	lines int
	r     *rnd
}

func (s *source) p(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	s.b.WriteString(text)
	s.b.WriteByte('\n')
	s.lines += strings.Count(text, "\n") + 1
}

// section is one type with what belongs to it; T is its name, id its number in the package.
type section struct {
	*source
	T          string
	id         int
	f1, f2, f3 string
}

func (s *section) types() {
	s.p("// %s keeps what is known about one %s.", s.T, strings.ToLower(s.T))
	s.p("// The zero value is ready to use; it must not be copied after the first call.")
	s.p("type %s struct {", s.T)
	s.p("\tid     int")
	s.p("\tname   string // as given by the caller")
	s.p("\t%s  int", s.f1)
	s.p("\t%s  int64", s.f2)
	s.p("\t%s  float64", s.f3)
	s.p("\ttags   []string")
	s.p("\tindex  map[string]int")
	s.p("\tnext   *%s", s.T)
	s.p("\tnotify func(int) error")
	s.p("}\n")
	s.p("// %sKind tells what a %s is used for.", s.T, s.T)
	s.p("type %sKind uint8\n", s.T)
	s.p("const (")
	s.p("\t%sNone %sKind = iota", s.T, s.T)
	for i, w := range words[:3+s.r.n(5)] {
		if i%2 == 0 {
			s.p("\t%s%s // see %s", s.T, strings.Title(w), strings.Title(w))
		} else {
			s.p("\t%s%s", s.T, strings.Title(w))
		}
	}
	s.p("\t%sLimit = 1<<%d - 1", s.T, 4+s.r.n(8))
	s.p(")\n")
	s.p("type %sVisitor interface {", s.T)
	s.p("\tVisit%s(item *%s, depth int) (bool, error)", s.T, s.T)
	s.p("\tName() string")
	s.p("}\n")
	s.p("var err%s = errors.New(\"%s: not found\")\n", s.T, strings.ToLower(s.T))
}

func (s *section) methods() {
	s.p("// New%s makes a %s named name.", s.T, s.T)
	s.p("func New%s(id int, name string) *%s {", s.T, s.T)
	s.p("\treturn &%s{id: id, name: name, %s: %d, index: make(map[string]int)}", s.T, s.f1, s.r.n(100))
	s.p("}\n")
	s.p("// Name returns the name in lower case.")
	s.p("func (x *%s) Name() string { return strings.ToLower(x.name) }\n", s.T)
	s.p("func (x *%s) String() string {", s.T)
	s.p("\tif x == nil {")
	s.p("\t\treturn \"<nil>\"")
	s.p("\t}")
	s.p("\treturn fmt.Sprintf(\"%s(%%d, %%q, %%v)\", x.id, x.name, x.%s)", s.T, s.f1)
	s.p("}\n")
	for i := 0; i < 2+s.r.n(3); i++ {
		v := verbs[(s.id+i*3)%len(verbs)]
		s.p("// %s adds delta to what x has and returns the new amount. It fails when", v)
		s.p("// the amount would leave the range that %s allows.", s.T)
		s.p("func (x *%s) %s%d(delta int, keys ...string) (int, error) {", s.T, v, i)
		s.p("\tif delta < 0 || delta > %d {", 1000+s.r.n(9000))
		s.p("\t\treturn 0, fmt.Errorf(\"%s %%s: bad delta %%d\", x.name, delta)", strings.ToLower(v))
		s.p("\t}")
		s.p("\tamount := x.%s + delta*%d", s.f1, 1+s.r.n(9))
		s.p("\tfor i, key := range keys {")
		s.p("\t\told, ok := x.index[key]")
		s.p("\t\tif !ok {")
		s.p("\t\t\tx.tags = append(x.tags, key)")
		s.p("\t\t\tx.index[key] = i")
		s.p("\t\t\tcontinue")
		s.p("\t\t}")
		s.p("\t\tamount += old << %d", 1+s.r.n(4))
		s.p("\t\tif amount > int(x.%s) && len(key) > %d {", s.f2, s.r.n(20))
		s.p("\t\t\tbreak")
		s.p("\t\t}")
		s.p("\t}")
		s.p("\tx.%s = amount", s.f1)
		s.p("\tx.%s += float64(amount) / %d.5", s.f3, 1+s.r.n(9))
		s.p("\tif x.notify != nil {")
		s.p("\t\tif err := x.notify(amount); err != nil {")
		s.p("\t\t\treturn amount, err")
		s.p("\t\t}")
		s.p("\t}")
		s.p("\treturn amount, nil")
		s.p("}\n")
	}
	s.p("// Kind guesses the kind from the counters.")
	s.p("func (x *%s) Kind() %sKind {", s.T, s.T)
	s.p("\tswitch {")
	s.p("\tcase x.%s > %d && x.%s != 0:", s.f1, s.r.n(50), s.f2)
	s.p("\t\treturn %sAlpha", s.T)
	s.p("\tcase len(x.tags) > %d, x.next == nil:", s.r.n(5))
	s.p("\t\treturn %sBeta", s.T)
	s.p("\t}")
	s.p("\treturn %sNone", s.T)
	s.p("}\n")
}

func (s *section) lists() {
	s.p("type %sList []*%s\n", s.T, s.T)
	s.p("func (l %sList) Len() int           { return len(l) }", s.T)
	s.p("func (l %sList) Less(i, j int) bool { return l[i].%s < l[j].%s || l[i].name < l[j].name }", s.T, s.f1, s.f1)
	s.p("func (l %sList) Swap(i, j int)      { l[i], l[j] = l[j], l[i] }\n", s.T)
	s.p("// Walk%s calls v for head and all that follow, until v says stop.", s.T)
	s.p("func Walk%s(head *%s, v %sVisitor) (n int, err error) {", s.T, s.T, s.T)
	s.p("\tdefer func() {")
	s.p("\t\tif r := recover(); r != nil {")
	s.p("\t\t\terr = fmt.Errorf(\"walk %%s: %%v\", v.Name(), r)")
	s.p("\t\t}")
	s.p("\t}()")
	s.p("\tfor item := head; item != nil; item = item.next {")
	s.p("\t\tmore, err := v.Visit%s(item, n)", s.T)
	s.p("\t\tif err != nil {")
	s.p("\t\t\treturn n, err")
	s.p("\t\t}")
	s.p("\t\tif !more {")
	s.p("\t\t\treturn n, nil")
	s.p("\t\t}")
	s.p("\t\tn++")
	s.p("\t}")
	s.p("\treturn n, nil")
	s.p("}\n")
	s.p("type sum%s struct {", s.T)
	s.p("\tseen  []int")
	s.p("\tlimit int")
	s.p("}\n")
	s.p("func (v *sum%s) Name() string { return \"sum of %s\" }\n", s.T, strings.ToLower(s.T))
	s.p("func (v *sum%s) Visit%s(item *%s, depth int) (bool, error) {", s.T, s.T, s.T)
	s.p("\tif item.%s == %d {", s.f1, 7000+s.r.n(1000))
	s.p("\t\treturn false, err%s", s.T)
	s.p("\t}")
	s.p("\tv.seen = append(v.seen, item.%s*depth)", s.f1)
	s.p("\treturn len(v.seen) < v.limit, nil")
	s.p("}\n")
}

func (s *section) strings() {
	s.p("// parse%s reads \"name=amount,name=amount\" into a map.", s.T)
	s.p("func parse%s(text string) (map[string]int, error) {", s.T)
	s.p("\tout := map[string]int{%q: %d, %q: %d}", s.r.pick(words), s.r.n(90), "last", s.r.n(90))
	s.p("\tfor _, part := range strings.Split(text, \",\") {")
	s.p("\t\tname, value, found := strings.Cut(strings.TrimSpace(part), \"=\")")
	s.p("\t\tif !found || name == \"\" {")
	s.p("\t\t\tcontinue // an empty entry is allowed")
	s.p("\t\t}")
	s.p("\t\tn, err := strconv.Atoi(value)")
	s.p("\t\tif err != nil {")
	s.p("\t\t\treturn nil, fmt.Errorf(\"entry %%q: %%w\", name, err)")
	s.p("\t\t}")
	s.p("\t\tout[name] += n")
	s.p("\t}")
	s.p("\treturn out, nil")
	s.p("}\n")
	s.p("func format%s(m map[string]int) string {", s.T)
	s.p("\tvar b strings.Builder")
	s.p("\tfor _, k := range sortedKeys(m) {")
	s.p("\t\tif b.Len() > 0 {")
	s.p("\t\t\tb.WriteByte(',')")
	s.p("\t\t}")
	s.p("\t\tb.WriteString(k + \"=\" + strconv.Itoa(m[k]))")
	s.p("\t}")
	s.p("\treturn b.String()")
	s.p("}\n")
	s.p("func hash%s(text string) (h uint32) {", s.T)
	s.p("\th = %d", 2166136261-s.r.n(1000))
	s.p("\tfor i := 0; i < len(text); i++ {")
	s.p("\t\tc := text[i]")
	s.p("\t\tswitch {")
	s.p("\t\tcase 'a' <= c && c <= 'z':")
	s.p("\t\t\th ^= uint32(c - 'a')")
	s.p("\t\tcase '0' <= c && c <= '9':")
	s.p("\t\t\th ^= uint32(c-'0') + %d", 1+s.r.n(30))
	s.p("\t\tdefault:")
	s.p("\t\t\th += uint32(c) >> 2")
	s.p("\t\t}")
	s.p("\t\th *= 16777619")
	s.p("\t}")
	s.p("\treturn h")
	s.p("}\n")
	s.p("func kindName%s(k %sKind) string {", s.T, s.T)
	s.p("\tswitch k {")
	s.p("\tcase %sNone:", s.T)
	s.p("\t\treturn \"none\"")
	s.p("\tcase %sAlpha, %sBeta:", s.T, s.T)
	s.p("\t\treturn %q", s.r.pick(words))
	s.p("\t}")
	s.p("\treturn \"kind \" + strconv.Itoa(int(k))")
	s.p("}\n")
}

func (s *section) closures() {
	s.p("// pipeline%s runs every step over the amounts; steps see what earlier ones left.", s.T)
	s.p("func pipeline%s(amounts []int, scale int) []int {", s.T)
	s.p("\tsteps := []func(int) int{")
	s.p("\t\tfunc(v int) int { return v*scale + %d },", s.r.n(50))
	s.p("\t\tfunc(v int) int {")
	s.p("\t\t\tif v%%2 == 0 {")
	s.p("\t\t\t\treturn v / 2")
	s.p("\t\t\t}")
	s.p("\t\t\treturn 3*v + 1")
	s.p("\t\t},")
	s.p("\t}")
	s.p("\ttotal := 0")
	s.p("\tadd := func(v int) { total += v }")
	s.p("\tout := mapSlice(amounts, func(v int) int {")
	s.p("\t\tfor _, step := range steps {")
	s.p("\t\t\tv = step(v)")
	s.p("\t\t}")
	s.p("\t\tadd(v)")
	s.p("\t\treturn v %% %d", 1000+s.r.n(1000))
	s.p("\t})")
	s.p("\tout = append(out, total)")
	s.p("\treturn filter(out, func(v int) bool { return v != %d })", s.r.n(10))
	s.p("}\n")
	s.p("func gather%s(n int) int {", s.T)
	s.p("\tvar wg sync.WaitGroup")
	s.p("\tvar mu sync.Mutex")
	s.p("\tresults := make(chan int, n)")
	s.p("\tsum := 0")
	s.p("\tfor i := range n {")
	s.p("\t\twg.Add(1)")
	s.p("\t\tgo func() {")
	s.p("\t\t\tdefer wg.Done()")
	s.p("\t\t\tmu.Lock()")
	s.p("\t\t\tdefer mu.Unlock()")
	s.p("\t\t\tsum += i * %d", 1+s.r.n(20))
	s.p("\t\t\tresults <- i")
	s.p("\t\t}()")
	s.p("\t}")
	s.p("\twg.Wait()")
	s.p("\tclose(results)")
	s.p("\tfor v := range results {")
	s.p("\t\tsum ^= v")
	s.p("\t}")
	s.p("\treturn sum")
	s.p("}\n")
}

func (s *section) tables() {
	s.p("var table%s = []struct {", s.T)
	s.p("\tname string")
	s.p("\tin   []int")
	s.p("\twant int")
	s.p("}{")
	for i := 0; i < 4+s.r.n(6); i++ {
		s.p("\t{%q, []int{%d, %d, %d}, %d},", s.r.pick(words)+" "+s.r.pick(words), s.r.n(99), s.r.n(99), s.r.n(99), s.r.n(999))
	}
	s.p("}\n")
	s.p("func score%s(grid [][]float64, v any) (best float64) {", s.T)
	s.p("\tconst margin = %d.25", s.r.n(9))
	s.p("\tfor y := 1; y < len(grid)-1; y++ {")
	s.p("\t\trow, above, below := grid[y], grid[y-1], grid[y+1]")
	s.p("\t\tfor x := 1; x < len(row)-1; x++ {")
	s.p("\t\t\tlaplace := row[x-1] + row[x+1] + above[x] + below[x] - 4*row[x]")
	s.p("\t\t\tif d := laplace*margin - best; d > 0 {")
	s.p("\t\t\t\tbest += d / 2")
	s.p("\t\t\t}")
	s.p("\t\t}")
	s.p("\t}")
	s.p("\tswitch v := v.(type) {")
	s.p("\tcase int:")
	s.p("\t\tbest += float64(v)")
	s.p("\tcase string, []byte:")
	s.p("\t\tbest++")
	s.p("\tcase *%s:", s.T)
	s.p("\t\tbest -= v.%s", s.f3)
	s.p("\tcase fmt.Stringer:")
	s.p("\t\tbest += float64(len(v.String()))")
	s.p("\tcase nil:")
	s.p("\t\treturn 0")
	s.p("\t}")
	s.p("\treturn best")
	s.p("}\n")
}

// use is the function of a section that calls the others, so that nothing is dead.
func (s *section) use(other string) {
	s.p("// Run%s exercises a %s and returns a number that depends on all of it.", s.T, s.T)
	s.p("func Run%s(seed int) int {", s.T)
	s.p("\tx := New%s(seed, fmt.Sprint(\"%s-\", seed))", s.T, strings.ToLower(s.T))
	s.p("\tx.next = New%s(seed+1, \"second\")", s.T)
	s.p("\tx.notify = func(n int) error {")
	s.p("\t\tif n < 0 {")
	s.p("\t\t\treturn err%s", s.T)
	s.p("\t\t}")
	s.p("\t\tx.%s++", s.f2)
	s.p("\t\treturn nil")
	s.p("\t}")
	s.p("\tif _, err := x.%s0(seed%%50, \"a\", \"b\", x.Name()); err != nil {", verbs[s.id%len(verbs)])
	s.p("\t\treturn -1")
	s.p("\t}")
	s.p("\tv := &sum%s{limit: %d}", s.T, 2+s.r.n(9))
	s.p("\tn, err := Walk%s(x, v)", s.T)
	s.p("\tif errors.Is(err, err%s) {", s.T)
	s.p("\t\treturn n")
	s.p("\t}")
	s.p("\tm, err := parse%s(\"one=%d, two=%d,,last=3\")", s.T, s.r.n(99), s.r.n(99))
	s.p("\tif err != nil {")
	s.p("\t\tpanic(err)")
	s.p("\t}")
	s.p("\tlist := %sList{x, x.next}", s.T)
	s.p("\tsort.Sort(list)")
	s.p("\tp := pair[string, int]{kindName%s(x.Kind()), len(list)}", s.T)
	s.p("\tfor _, t := range table%s {", s.T)
	s.p("\t\tfor _, v := range pipeline%s(t.in, seed) {", s.T)
	s.p("\t\t\tn = (n*31 + v) %% 1000003")
	s.p("\t\t}")
	s.p("\t}")
	s.p("\tbest := score%s([][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, x)", s.T)
	s.p("\tn += int(hash%s(format%s(m))%%1000) + int(best) + p.b + len(p.a) + gather%s(4)", s.T, s.T, s.T)
	if other != "" {
		s.p("\tif n == 1<<40 {")
		s.p("\t\tn += %s(n)", other)
		s.p("\t}")
	}
	s.p("\treturn n")
	s.p("}\n")
}

// common is what every package has once: small generic containers.
const common = `// pair is two values that belong together.
type pair[A, B any] struct {
	a A
	b B
}

type number interface {
	~int | ~int64 | ~float64
}

func mapSlice[T, U any](s []T, f func(T) U) []U {
	out := make([]U, 0, len(s))
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func filter[T any](s []T, keep func(T) bool) []T {
	out := s[:0]
	for _, v := range s {
		if keep(v) {
			out = append(out, v)
		}
	}
	return out
}

func sumOf[T number](s []T) (total T) {
	for _, v := range s {
		total += v
	}
	return total
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// stack is a last in, first out list.
type stack[T comparable] struct {
	items []T
}

func (s *stack[T]) push(v T) { s.items = append(s.items, v) }

func (s *stack[T]) pop() (v T, ok bool) {
	if len(s.items) == 0 {
		return v, false
	}
	v = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, true
}

func (s *stack[T]) has(v T) bool {
	for _, x := range s.items {
		if x == v {
			return true
		}
	}
	return false
}
`

const header = "import (\n\t\"errors\"\n\t\"fmt\"\n\t\"sort\"\n\t\"strconv\"\n\t\"strings\"\n\t\"sync\"\n)\n"

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "large:", err)
		os.Exit(1)
	}
}

// writePackage writes a package of about lines lines and returns its Run functions and the number of lines.
func writePackage(dir, name, dep string, lines, perFile int, r *rnd) (runs []string, total int) {
	check(os.MkdirAll(dir, 0o755))
	id := 0
	for file := 0; total < lines; file++ {
		s := &source{r: r}
		s.p("// Package %s, file %d.", name, file)
		s.p("package %s\n", name)
		if file == 0 && dep != "" {
			s.p("%s", strings.Replace(header, ")\n", "\n\t\"big/"+dep+"\"\n)\n", 1))
			s.p("var dependency = %s.%s\n", dep, "Run"+nouns[0]+"0")
		} else {
			s.p("%s", header)
		}
		if file == 0 {
			s.p("%s", common)
			s.p("var depth = sumOf([]int{1, 2, 3})\n")
			s.p("func useStack(n int) bool {\n\tvar s stack[int]\n\ts.push(n)\n\tv, ok := s.pop()\n\treturn ok && s.has(v+depth)\n}\n")
		}
		for first := true; first || s.lines < perFile && total+s.lines < lines; first = false {
			x := section{source: s, id: id, T: fmt.Sprint(nouns[id%len(nouns)], id/len(nouns))}
			x.f1, x.f2, x.f3 = fields[id%10], fields[(id+3)%10], fields[(id+7)%10]
			other := ""
			if len(runs) > 0 {
				other = runs[r.n(len(runs))]
			}
			x.types()
			x.methods()
			x.lists()
			x.strings()
			x.closures()
			x.tables()
			x.use(other)
			runs = append(runs, "Run"+x.T)
			id++
		}
		total += s.lines
		check(os.WriteFile(filepath.Join(dir, fmt.Sprintf("f%02d.go", file)), []byte(s.b.String()), 0o644))
	}
	return runs, total
}

func main() {
	lines := flag.Int("lines", 20000, "lines in all, about")
	pkgs := flag.Int("pkgs", 0, "packages beside main; 0: everything in main")
	perFile := flag.Int("file", 1000, "lines per file, about")
	out := flag.String("o", "", "folder to write to")
	flag.Parse()
	if *out == "" || flag.NArg() > 0 || *lines < 1 || *pkgs < 0 || *perFile < 1 {
		fmt.Fprintln(os.Stderr, "usage: large -lines N [-pkgs N] [-file N] -o DIR")
		os.Exit(2)
	}
	r := rnd(88172645463325252)
	total := 0
	var body, imports strings.Builder
	if *pkgs == 0 {
		runs, n := writePackage(*out, "main", "", *lines, *perFile, &r)
		total += n
		for i, run := range runs {
			fmt.Fprintf(&body, "\tsum = (sum*31 + %s(%d)) %% 1000000007\n", run, i)
		}
	}
	for i := range *pkgs {
		name, dep := fmt.Sprintf("p%02d", i), ""
		if i > 0 {
			dep = fmt.Sprintf("p%02d", r.n(i))
		}
		runs, n := writePackage(filepath.Join(*out, name), name, dep, *lines / *pkgs, *perFile, &r)
		total += n
		fmt.Fprintf(&imports, "\t\"big/%s\"\n", name)
		for k, run := range runs {
			fmt.Fprintf(&body, "\tsum = (sum*31 + %s.%s(%d)) %% 1000000007\n", name, run, k)
		}
	}
	check(os.MkdirAll(*out, 0o755))
	text := fmt.Sprintf("package main\n\nimport (\n\t\"fmt\"\n%s)\n\nfunc main() {\n\tsum := 0\n%s\tfmt.Println(sum)\n}\n", imports.String(), body.String())
	check(os.WriteFile(filepath.Join(*out, "main.go"), []byte(text), 0o644))
	check(os.WriteFile(filepath.Join(*out, "go.mod"), []byte("module big\n\ngo 1.24\n"), 0o644))
	fmt.Println(total+strings.Count(text, "\n"), "lines in", *out)
}
