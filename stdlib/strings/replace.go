package strings

import (
	"io"
	"sync"
)

// Replacer replaces a list of strings. Several goroutines may use it at once.
type Replacer struct {
	once   sync.Once // builds what follows on first use
	oldnew []string

	single bool       // one pair with a non-empty old string
	bytes  *[256]byte // old and new strings are all single bytes: what each byte becomes
	root   node       // else: a trie of the old strings
}

// node is one byte position of the trie. The pair of least index wins, so arguments are tried in order.
type node struct {
	value    string
	priority int            // 0: no old string ends here; else larger is earlier
	next     map[byte]*node // nil when nothing goes on
}

// NewReplacer returns a Replacer of old, new pairs. Replacements are made in the order they stand in the text, without overlap; old strings are
// tried in argument order. It panics on an odd number of arguments.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{oldnew: append([]string(nil), oldnew...)}
}

func (r *Replacer) build() {
	p := r.oldnew
	if len(p) == 2 && len(p[0]) > 1 {
		r.single = true
		return
	}
	bytes := true
	for _, s := range p {
		bytes = bytes && len(s) == 1
	}
	if bytes {
		r.bytes = new([256]byte)
		for i := range r.bytes {
			r.bytes[i] = byte(i)
		}
		for i := len(p) - 2; i >= 0; i -= 2 { // backwards: the first pair for a byte wins
			r.bytes[p[i][0]] = p[i+1][0]
		}
		return
	}
	for i := 0; i < len(p); i += 2 {
		n := &r.root
		for j := 0; j < len(p[i]); j++ {
			c := p[i][j]
			if n.next == nil {
				n.next = make(map[byte]*node)
			}
			if n.next[c] == nil {
				n.next[c] = new(node)
			}
			n = n.next[c]
		}
		if n.priority == 0 {
			n.value, n.priority = p[i+1], len(p)-i
		}
	}
}

// lookup returns the replacement for the old string at the start of s. skipRoot leaves out the empty old string.
func (r *Replacer) lookup(s string, skipRoot bool) (value string, length int, found bool) {
	best := 0
	n := &r.root
	for i := 0; ; i++ {
		if n.priority > best && !(skipRoot && n == &r.root) {
			best, value, length, found = n.priority, n.value, i, true
		}
		if i == len(s) || n.next == nil {
			return
		}
		if n = n.next[s[i]]; n == nil {
			return
		}
	}
}

// Replace returns s with all replacements made.
func (r *Replacer) Replace(s string) string {
	r.once.Do(r.build)
	switch {
	case r.single:
		return ReplaceAll(s, r.oldnew[0], r.oldnew[1])
	case r.bytes != nil:
		for i := 0; i < len(s); i++ {
			if r.bytes[s[i]] != s[i] {
				b := []byte(s)
				for ; i < len(b); i++ {
					b[i] = r.bytes[b[i]]
				}
				return string(b)
			}
		}
		return s
	}
	var b Builder
	if !r.each(s, func(piece string) error { b.WriteString(piece); return nil }) {
		return s
	}
	return b.String()
}

// each calls write with the pieces of the result; false, and no calls, when there is nothing to replace.
func (r *Replacer) each(s string, write func(string) error) (any bool) {
	last, prevEmpty := 0, false
	for i := 0; i <= len(s); {
		if i < len(s) && r.root.priority == 0 && r.root.next[s[i]] == nil {
			i++
			prevEmpty = false
			continue
		}
		val, length, found := r.lookup(s[i:], prevEmpty)
		prevEmpty = found && length == 0
		if found {
			if write(s[last:i]) != nil || write(val) != nil {
				return true
			}
			any = true
			i += length
			last = i
			continue
		}
		i++
	}
	if any && last < len(s) {
		write(s[last:])
	}
	return any
}

// WriteString writes s to w with all replacements made.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	r.once.Do(r.build)
	if r.single || r.bytes != nil {
		return io.WriteString(w, r.Replace(s))
	}
	put := func(piece string) error {
		if piece == "" {
			return nil
		}
		var m int
		m, err = io.WriteString(w, piece)
		n += m
		return err
	}
	if !r.each(s, put) {
		return io.WriteString(w, s)
	}
	return n, err
}
