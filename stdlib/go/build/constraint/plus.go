// The older form: alternatives separated by spaces, each a list of terms separated by commas, each a tag or its negation.

package constraint

import (
	"errors"
	"strings"
)

func validTag(s string) bool {
	for _, c := range s {
		if !isTagRune(c) {
			return false
		}
	}
	return s != ""
}

func parsePlusBuild(text string) (Expr, error) {
	var all Expr
	size := 0
	for _, alternative := range strings.Fields(text) {
		var terms Expr
		for _, word := range strings.Split(alternative, ",") {
			if size++; size > maxSize {
				return nil, errors.New("build expression too large")
			}
			tag, negated := strings.CutPrefix(word, "!")
			var term Expr
			if strings.HasPrefix(word, "!!") || !validTag(tag) {
				term = &TagExpr{Tag: "ignore"} // such a term never held
			} else if term = (&TagExpr{Tag: tag}); negated {
				term = &NotExpr{X: term}
			}
			if terms == nil {
				terms = term
			} else {
				terms = &AndExpr{terms, term}
			}
		}
		if all == nil {
			all = terms
		} else {
			all = &OrExpr{all, terms}
		}
	}
	if all == nil {
		all = &TagExpr{Tag: "ignore"}
	}
	return all, nil
}

var errNotPlus = errors.New("expression too complex for // +build lines")

// PlusBuildLines returns the lines of the older form that mean the same.
func PlusBuildLines(x Expr) ([]string, error) {
	var lines []string
	for _, conjunct := range flatten(pushNot(x, false), true) {
		var words []string
		for _, alternative := range flatten(conjunct, false) {
			var terms []string
			for _, term := range flatten(alternative, true) {
				switch term.(type) {
				case *AndExpr, *OrExpr:
					return nil, errNotPlus
				}
				terms = append(terms, term.String())
			}
			words = append(words, strings.Join(terms, ","))
		}
		lines = append(lines, words...)
		if n := len(words); n > 1 {
			lines = append(lines[:len(lines)-n], strings.Join(words, " "))
		}
	}
	// Lines of one alternative each are one line of terms.
	single := true
	for _, l := range lines {
		single = single && !strings.Contains(l, " ")
	}
	if single && len(lines) > 1 {
		lines = []string{strings.Join(lines, ",")}
	}
	for i := range lines {
		lines[i] = "// +build " + lines[i]
	}
	return lines, nil
}

// pushNot moves negations to the tags.
func pushNot(x Expr, not bool) Expr {
	switch x := x.(type) {
	case *NotExpr:
		return pushNot(x.X, !not)
	case *AndExpr:
		l, r := pushNot(x.X, not), pushNot(x.Y, not)
		if not {
			return &OrExpr{l, r}
		}
		return &AndExpr{l, r}
	case *OrExpr:
		l, r := pushNot(x.X, not), pushNot(x.Y, not)
		if not {
			return &AndExpr{l, r}
		}
		return &OrExpr{l, r}
	}
	if not {
		return &NotExpr{X: x}
	}
	return x
}

// flatten lists the operands of nested ands, or ors.
func flatten(x Expr, and bool) []Expr {
	switch x := x.(type) {
	case *AndExpr:
		if and {
			return append(flatten(x.X, and), flatten(x.Y, and)...)
		}
	case *OrExpr:
		if !and {
			return append(flatten(x.X, and), flatten(x.Y, and)...)
		}
	}
	return []Expr{x}
}
