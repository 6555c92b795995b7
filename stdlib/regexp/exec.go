package regexp

import (
	"io"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// There are two matchers. The backtracking one walks the program depth first; a bit for each instruction and position keeps it from trying
// anything twice, so its time is bounded by their product, and it is used while these bits are few. The other one, Pike's, keeps a list of all
// instructions that the program can be at, in order of priority, and goes through the text once.

const (
	maxBacktrackProg = 500
	maxBacktrackBits = 256 * 1024
)

// An input is a text that is decoded one character after the other. Position -1 has no character, nor has the end.
type input struct {
	s   string
	r   io.RuneReader // instead of s; read in order only
	at  int           // what r has delivered
	eof bool
}

const endOfText rune = -1

func (in *input) step(pos int) (rune, int) {
	if in.r == nil {
		if pos >= len(in.s) {
			return endOfText, 0
		}
		if c := in.s[pos]; c < utf8.RuneSelf {
			return rune(c), 1
		}
		return utf8.DecodeRuneInString(in.s[pos:])
	}
	if in.eof || pos != in.at {
		return endOfText, 0
	}
	r, w, err := in.r.ReadRune()
	if err != nil {
		in.eof = true
		return endOfText, 0
	}
	in.at += w
	return r, w
}

// context is the characters around pos.
func (in *input) context(pos int) (before, after rune) {
	before, after = endOfText, endOfText
	if uint(pos-1) < uint(len(in.s)) {
		if before = rune(in.s[pos-1]); before >= utf8.RuneSelf {
			before, _ = utf8.DecodeLastRuneInString(in.s[:pos])
		}
	}
	if uint(pos) < uint(len(in.s)) {
		if after = rune(in.s[pos]); after >= utf8.RuneSelf {
			after, _ = utf8.DecodeRuneInString(in.s[pos:])
		}
	}
	return before, after
}

// holds reports whether an empty-width condition holds between two characters.
func holds(cond syntax.EmptyOp, before, after rune) bool {
	return syntax.EmptyOpContext(before, after)&cond == cond
}

// read matches the text of r.
func (re *Regexp) read(r io.RuneReader, ncap int) []int {
	return re.pike(&input{r: r}, 0, ncap, nil)
}

// search looks for the first match at pos or later and appends ncap positions to dst. The result is nil if there is none.
func (re *Regexp) search(s string, pos, ncap int, dst []int) []int {
	if dst == nil {
		dst = none
	}
	if len(s)-pos < re.minLen {
		return nil
	}
	if re.whole && re.cond == 0 && re.prefix != "" && ncap <= 2 {
		i := strings.Index(s[pos:], re.prefix)
		if i < 0 {
			return nil
		}
		if ncap == 0 {
			return dst
		}
		return append(dst, pos+i, pos+i+len(re.prefix))
	}
	if len(s) < re.backtracks {
		return re.backtrack(s, pos, ncap, dst)
	}
	return re.pike(&input{s: s}, pos, ncap, dst)
}

// none is an empty list that is not nil.
var none = make([]int, 0)

// next is the next place from pos on where a match may begin, -1 if there is none.
func (re *Regexp) next(s string, pos int) int {
	if re.prefix != "" {
		if i := strings.Index(s[pos:], re.prefix); i >= 0 {
			return pos + i
		}
		return -1
	}
	if re.first != nil {
		for ; pos < len(s); pos++ {
			if re.first[s[pos]] {
				return pos
			}
		}
		return -1
	}
	return pos
}

// ---- backtracking ----------------------------------------------------------------------------------------------------------------------

// A job is an instruction and a position to go on from; kind capture: undo one recorded position instead.
type job struct {
	pc   uint32
	pos  int32
	undo bool // pc is a slot, pos its old value
}

type backtracker struct {
	seen []uint32 // a bit for each instruction at each position
	end  int
	jobs []job
	cap  []int
	best []int
}

var backtrackers = sync.Pool{New: func() any { return new(backtracker) }}

func (re *Regexp) backtrack(s string, pos, ncap int, dst []int) []int {
	if re.cond&syntax.EmptyBeginText != 0 && pos != 0 || re.cond == ^syntax.EmptyOp(0) {
		return nil
	}
	b := backtrackers.Get().(*backtracker)
	defer backtrackers.Put(b)
	base := pos
	b.end = len(s) - base
	n := (len(re.prog.Inst)*(b.end+1) + 31) / 32
	if cap(b.seen) < n {
		b.seen = make([]uint32, n, maxBacktrackBits/32+1)
	} else {
		b.seen = b.seen[:n]
		clear(b.seen)
	}
	b.cap = slices.Grow(b.cap[:0], ncap)[:ncap]
	b.best = slices.Grow(b.best[:0], ncap)[:ncap]
	for i := range b.cap {
		b.cap[i] = -1
	}
	anchored := re.cond&syntax.EmptyBeginText != 0
	for pos <= len(s) {
		if !anchored {
			if pos = re.next(s, pos); pos < 0 {
				return nil
			}
		}
		if ncap > 0 {
			b.cap[0] = pos
		}
		if re.try(b, s, base, pos, ncap) {
			if dst == nil {
				dst = none
			}
			return append(dst, b.best...)
		}
		if anchored {
			return nil
		}
		_, w := utf8.DecodeRuneInString(s[pos:])
		pos += max(w, 1)
	}
	return nil
}

// try looks for a match that begins at pos.
func (re *Regexp) try(b *backtracker, s string, base, pos, ncap int) bool {
	prog := re.prog
	found := false
	b.jobs = append(b.jobs[:0], job{pc: uint32(prog.Start), pos: int32(pos)})
	for len(b.jobs) > 0 {
		j := b.jobs[len(b.jobs)-1]
		b.jobs = b.jobs[:len(b.jobs)-1]
		if j.undo {
			b.cap[j.pc] = int(j.pos)
			continue
		}
		pc, p := j.pc, int(j.pos)
	run:
		for {
			bit := int(pc)*(b.end+1) + p - base
			if b.seen[bit>>5]>>(bit&31)&1 != 0 {
				break
			}
			b.seen[bit>>5] |= 1 << (bit & 31)
			i := &prog.Inst[pc]
			switch i.Op {
			case syntax.InstAlt:
				b.jobs = append(b.jobs, job{pc: i.Arg, pos: int32(p)})
				pc = i.Out
				continue
			case syntax.InstNop:
				pc = i.Out
				continue
			case syntax.InstCapture:
				if int(i.Arg) < ncap {
					b.jobs = append(b.jobs, job{i.Arg, int32(b.cap[i.Arg]), true})
					b.cap[i.Arg] = p
				}
				pc = i.Out
				continue
			case syntax.InstEmptyWidth:
				in := input{s: s}
				if !holds(syntax.EmptyOp(i.Arg), before(&in, p), after(&in, p)) {
					break run
				}
				pc = i.Out
				continue
			case syntax.InstMatch:
				if ncap == 0 {
					return true
				}
				if !found || re.longest && p > b.best[1] {
					copy(b.best, b.cap)
					b.best[1] = p
				}
				found = true
				if !re.longest || p == len(s) {
					return true
				}
				break run
			case syntax.InstFail:
				break run
			}
			if p == len(s) {
				break
			}
			r, w := rune(s[p]), 1
			if r >= utf8.RuneSelf {
				r, w = utf8.DecodeRuneInString(s[p:])
			}
			switch i.Op {
			case syntax.InstRune1:
				if r != i.Rune[0] {
					break run
				}
			case syntax.InstRune:
				if !i.MatchRune(r) {
					break run
				}
			case syntax.InstRuneAnyNotNL:
				if r == '\n' {
					break run
				}
			}
			pc, p = i.Out, p+w
		}
	}
	return found
}

func before(in *input, pos int) rune {
	r, _ := in.context(pos)
	return r
}

func after(in *input, pos int) rune {
	_, r := in.context(pos)
	return r
}

// ---- Pike's matcher ----------------------------------------------------------------------------------------------------------------------

// A thread is a way the program has gone: it waits at an instruction that takes a character. cap is its own.
type thread struct {
	pc  uint32
	cap []int
}

// A queue is a set of threads in order of priority. An instruction pc is in it if list[where[pc]].pc is pc: where needs no clearing.
type queue struct {
	where []uint32
	list  []thread
}

func (q *queue) has(pc uint32) bool {
	i := q.where[pc]
	return int(i) < len(q.list) && q.list[i].pc == pc
}

type machine struct {
	re   *Regexp
	now  queue
	then queue
	free [][]int
	ncap int
	cap  []int // of the thread being added
	best []int
	hit  bool
}

func (m *machine) alloc() []int {
	if n := len(m.free); n > 0 {
		c := m.free[n-1]
		m.free = m.free[:n-1]
		return c
	}
	return make([]int, m.ncap)
}

func (m *machine) release(c []int) {
	if c != nil {
		m.free = append(m.free, c)
	}
}

func (m *machine) clear(q *queue) {
	for i := range q.list {
		m.release(q.list[i].cap)
	}
	q.list = q.list[:0]
}

// pike searches for the first match at pos or later.
func (re *Regexp) pike(in *input, pos, ncap int, dst []int) []int {
	n := len(re.prog.Inst)
	where := make([]uint32, 2*n)
	m := machine{re: re, ncap: ncap}
	m.now.where, m.then.where = where[:n], where[n:]
	if ncap > 0 {
		m.ncap = max(ncap, 2)
		m.cap, m.best = make([]int, m.ncap), make([]int, m.ncap)
	}
	if !m.run(in, pos) {
		return nil
	}
	if dst == nil {
		dst = none
	}
	return append(dst, m.best...)
}

func (m *machine) run(in *input, pos int) bool {
	re := m.re
	if re.cond == ^syntax.EmptyOp(0) {
		return false
	}
	last := endOfText
	if in.r == nil {
		last = before(in, pos)
	}
	r, w := in.step(pos)
	r1, w1 := endOfText, 0
	if r != endOfText {
		r1, w1 = in.step(pos + w)
	}
	for {
		if len(m.now.list) == 0 {
			if re.cond&syntax.EmptyBeginText != 0 && pos != 0 || m.hit {
				break // no other match can begin
			}
			if in.r == nil {
				if to := re.next(in.s, pos); to < 0 {
					break
				} else if to > pos {
					pos = to
					last = before(in, pos)
					r, w = in.step(pos)
					r1, w1 = in.step(pos + w)
				}
			}
		}
		if !m.hit {
			for i := range m.cap {
				m.cap[i] = -1
			}
			if m.ncap > 0 {
				m.cap[0] = pos
			}
			m.add(&m.now, uint32(re.prog.Start), pos, last, r)
		}
		done := m.step(pos, pos+w, r, r1)
		m.clear(&m.now)
		m.now, m.then = m.then, m.now
		if done || w == 0 {
			break
		}
		pos += w
		last, r, w = r, r1, w1
		if r != endOfText {
			r1, w1 = in.step(pos + w)
		}
	}
	m.clear(&m.now)
	return m.hit
}

// add puts the instructions that can be reached from pc without text into q, with m.cap as it is along the way.
func (m *machine) add(q *queue, pc uint32, pos int, before, after rune) {
	for {
		if pc == 0 || q.has(pc) {
			return
		}
		q.where[pc] = uint32(len(q.list))
		q.list = append(q.list, thread{pc: pc})
		k := len(q.list) - 1
		i := &m.re.prog.Inst[pc]
		switch i.Op {
		case syntax.InstAlt:
			m.add(q, i.Out, pos, before, after)
			pc = i.Arg
		case syntax.InstNop:
			pc = i.Out
		case syntax.InstEmptyWidth:
			if !holds(syntax.EmptyOp(i.Arg), before, after) {
				return
			}
			pc = i.Out
		case syntax.InstCapture:
			if int(i.Arg) >= len(m.cap) {
				pc = i.Out
				continue
			}
			old := m.cap[i.Arg]
			m.cap[i.Arg] = pos
			m.add(q, i.Out, pos, before, after)
			m.cap[i.Arg] = old
			return
		case syntax.InstFail:
			return
		default:
			if m.ncap > 0 {
				c := m.alloc()
				copy(c, m.cap)
				q.list[k].cap = c
			}
			return
		}
	}
}

// step lets the threads of m.now take r, which stands at pos. It reports whether the search is over.
func (m *machine) step(pos, next int, r, r1 rune) bool {
	longest := m.re.longest
	for k := range m.now.list {
		t := &m.now.list[k]
		i := &m.re.prog.Inst[t.pc]
		switch i.Op {
		case syntax.InstAlt, syntax.InstNop, syntax.InstCapture, syntax.InstEmptyWidth, syntax.InstFail:
			continue
		}
		if longest && m.hit && m.ncap > 0 && m.best[0] < t.cap[0] {
			continue // begins later than the match
		}
		if i.Op == syntax.InstMatch {
			if m.ncap > 0 && (!longest || !m.hit || m.best[1] < pos || m.best[0] > t.cap[0]) {
				copy(m.best, t.cap)
				m.best[1] = pos
			}
			m.hit = true
			if m.ncap == 0 {
				return true
			}
			if !longest {
				return false // the threads after it have less priority
			}
			continue
		}
		if r != endOfText && takes(i, r) {
			copy(m.cap, t.cap)
			m.add(&m.then, i.Out, next, r, r1)
		}
	}
	return false
}
