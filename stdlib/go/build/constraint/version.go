package constraint

import (
	"strconv"
	"strings"
)

// GoVersion is the oldest version of Go that the constraint lets pass, like "go1.21", or "" when it may hold for any.
func GoVersion(x Expr) string {
	v := oldest(x, true)
	switch {
	case v < 0:
		return ""
	case v == 0:
		return "go1"
	}
	return "go1." + strconv.Itoa(v)
}

// oldest is the minor version x implies when it has the value want, or -1.
func oldest(x Expr, want bool) int {
	switch x := x.(type) {
	case *NotExpr:
		return oldest(x.X, !want)
	case *AndExpr:
		if want {
			return max(oldest(x.X, want), oldest(x.Y, want))
		}
		return min(oldest(x.X, want), oldest(x.Y, want))
	case *OrExpr:
		if want {
			return min(oldest(x.X, want), oldest(x.Y, want))
		}
		return max(oldest(x.X, want), oldest(x.Y, want))
	case *TagExpr:
		if !want {
			return -1 // a version that is not there says nothing: newer ones have all older tags
		}
		if x.Tag == "go1" {
			return 0
		}
		minor, ok := strings.CutPrefix(x.Tag, "go1.")
		n, err := strconv.Atoi(minor)
		if !ok || err != nil {
			return -1
		}
		return n
	}
	return -1
}
