package template

// The functions that every template knows.

import (
	"errors"
	"fmt"
	"net/url"
	"reflect"
	"sync"
)

// builtinNames is what the parser has to know.
var builtinNames = FuncMap{
	"and": andOr, "or": andOr, "not": not, "call": callStub, "index": index, "slice": slice, "len": length,
	"html": HTMLEscaper, "js": JSEscaper, "urlquery": URLQueryEscaper,
	"print": fmt.Sprint, "printf": fmt.Sprintf, "println": fmt.Sprintln,
	"eq": eq, "ne": ne, "lt": lt, "le": le, "gt": gt, "ge": ge,
}

var builtinValues = sync.OnceValue(func() map[string]reflect.Value {
	m := make(map[string]reflect.Value, len(builtinNames))
	for name, fn := range builtinNames {
		m[name] = reflect.ValueOf(fn)
	}
	return m
})

// function finds a function of the group or a built-in one.
func (t *Template) function(name string) (fn reflect.Value, builtin bool) {
	if t != nil && t.common != nil {
		t.fmu.RLock()
		fn = t.execFn[name]
		t.fmu.RUnlock()
		if fn.IsValid() {
			return fn, false
		}
	}
	return builtinValues()[name], true
}

// and, or and call are done by invoke; these give their types.
func andOr(first reflect.Value, more ...reflect.Value) reflect.Value { panic("unreachable") }

func callStub(fn reflect.Value, args ...reflect.Value) reflect.Value { panic("unreachable") }

func isTruth(v reflect.Value) bool {
	truth, _ := truthOf(inside(v))
	return truth
}

func not(v reflect.Value) bool { return !isTruth(v) }

func isSigned(k reflect.Kind) bool   { return reflect.Int <= k && k <= reflect.Int64 }
func isUnsigned(k reflect.Kind) bool { return reflect.Uint <= k && k <= reflect.Uintptr }
func isInt(k reflect.Kind) bool      { return isSigned(k) || isUnsigned(k) }

// fit makes v an argument or key of the type.
func fit(v reflect.Value, typ reflect.Type) (reflect.Value, error) {
	if !v.IsValid() {
		if !nilable(typ) {
			return v, fmt.Errorf("value is nil; should be of type %s", typ)
		}
		return reflect.Zero(typ), nil
	}
	if v.Type().AssignableTo(typ) {
		return v, nil
	}
	if isInt(v.Kind()) && isInt(typ.Kind()) && v.Type().ConvertibleTo(typ) {
		return v.Convert(typ), nil
	}
	return v, fmt.Errorf("value has type %s; should be %s", v.Type(), typ)
}

// number is an index from 0 to max.
func number(v reflect.Value, max int) (int, error) {
	var x int64
	switch k := v.Kind(); {
	case isSigned(k):
		x = v.Int()
	case isUnsigned(k):
		x = int64(v.Uint())
	case k == reflect.Invalid:
		return 0, errors.New("cannot index slice/array with nil")
	default:
		return 0, fmt.Errorf("cannot index slice/array with type %s", v.Type())
	}
	if x < 0 || x > int64(max) {
		return 0, fmt.Errorf("index out of range: %d", x)
	}
	return int(x), nil
}

// index is item[i][j]...
func index(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	if item = inside(item); !item.IsValid() {
		return item, errors.New("index of untyped nil")
	}
	for _, i := range indexes {
		var isNil bool
		if item, isNil = follow(item); isNil {
			return item, errors.New("index of nil pointer")
		}
		i = inside(i)
		switch item.Kind() {
		case reflect.Array, reflect.Slice, reflect.String:
			n, err := number(i, item.Len())
			if err != nil {
				return item, err
			}
			item = item.Index(n)
		case reflect.Map:
			key, err := fit(i, item.Type().Key())
			if err != nil {
				return item, err
			}
			elem := item.MapIndex(key)
			if !elem.IsValid() {
				elem = reflect.Zero(item.Type().Elem())
			}
			item = elem
		default:
			return item, fmt.Errorf("can't index item of type %s", item.Type())
		}
	}
	return item, nil
}

// slice is item[i:j:k].
func slice(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	if item = inside(item); !item.IsValid() {
		return item, errors.New("slice of untyped nil")
	}
	item, isNil := follow(item)
	if isNil {
		return item, errors.New("slice of nil pointer")
	}
	if len(indexes) > 3 {
		return item, fmt.Errorf("too many slice indexes: %d", len(indexes))
	}
	var limit int
	switch item.Kind() {
	case reflect.String:
		if len(indexes) == 3 {
			return item, errors.New("cannot 3-index slice a string")
		}
		limit = item.Len()
	case reflect.Array, reflect.Slice:
		limit = item.Cap()
	default:
		return item, fmt.Errorf("can't slice item of type %s", item.Type())
	}
	at := [3]int{0, item.Len(), limit}
	for i, v := range indexes {
		n, err := number(inside(v), limit)
		if err != nil {
			return item, err
		}
		at[i] = n
	}
	for i := range 2 {
		if at[i] > at[i+1] && (i == 0 || len(indexes) == 3) {
			return item, fmt.Errorf("invalid slice index: %d > %d", at[i], at[i+1])
		}
	}
	if len(indexes) == 3 {
		return item.Slice3(at[0], at[1], at[2]), nil
	}
	return item.Slice(at[0], at[1]), nil
}

func length(arg reflect.Value) (int, error) {
	v, isNil := follow(arg)
	if isNil {
		return 0, errors.New("len of nil pointer")
	}
	switch v.Kind() {
	case reflect.Array, reflect.Chan, reflect.Map, reflect.Slice, reflect.String:
		return v.Len(), nil
	}
	return 0, fmt.Errorf("len of type %s", v.Type())
}

// callNamed calls a function that is a value; name is for errors.
func callNamed(name string, fn reflect.Value, args ...reflect.Value) (reflect.Value, error) {
	if fn = inside(fn); !fn.IsValid() {
		return fn, errors.New("call of nil")
	}
	typ := fn.Type()
	if typ.Kind() != reflect.Func {
		return fn, fmt.Errorf("non-function %s of type %s", name, typ)
	}
	if err := checkFunc(name, typ); err != nil {
		return fn, err
	}
	n := typ.NumIn()
	switch {
	case typ.IsVariadic() && len(args) < n-1:
		return fn, fmt.Errorf("wrong number of args for %s: got %d want at least %d", name, len(args), n-1)
	case !typ.IsVariadic() && len(args) != n:
		return fn, fmt.Errorf("wrong number of args for %s: got %d want %d", name, len(args), n)
	}
	argv := make([]reflect.Value, len(args))
	for i, arg := range args {
		t := typ.In(min(i, n-1))
		if typ.IsVariadic() && i >= n-1 {
			t = t.Elem()
		}
		v, err := fit(inside(arg), t)
		if err != nil {
			return fn, fmt.Errorf("arg %d: %w", i, err)
		}
		argv[i] = v
	}
	return protect(fn, argv)
}

// Comparison.

var (
	errBadComparisonType = errors.New("invalid type for comparison")
	errNoComparison      = errors.New("missing argument for comparison")
)

// class is one kind for all sizes of a basic type, Invalid for other types.
func class(v reflect.Value) reflect.Kind {
	switch k := v.Kind(); {
	case isSigned(k):
		return reflect.Int
	case isUnsigned(k):
		return reflect.Uint
	case k == reflect.Float32, k == reflect.Float64:
		return reflect.Float64
	case k == reflect.Complex64, k == reflect.Complex128:
		return reflect.Complex128
	case k == reflect.Bool, k == reflect.String:
		return k
	}
	return reflect.Invalid
}

func isNilValue(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return v.IsNil()
	}
	return false
}

func incompatible(a, b reflect.Value) error {
	return fmt.Errorf("incompatible types for comparison: %v and %v", a.Type(), b.Type())
}

// equal compares two values.
func equal(a, b reflect.Value) (bool, error) {
	ca, cb := class(a), class(b)
	switch {
	case ca == reflect.Int && cb == reflect.Uint:
		return a.Int() >= 0 && uint64(a.Int()) == b.Uint(), nil
	case ca == reflect.Uint && cb == reflect.Int:
		return equal(b, a)
	case ca != cb:
		if a.IsValid() && b.IsValid() {
			return false, incompatible(a, b)
		}
		return false, nil
	}
	switch ca {
	case reflect.Int:
		return a.Int() == b.Int(), nil
	case reflect.Uint:
		return a.Uint() == b.Uint(), nil
	case reflect.String:
		return a.String() == b.String(), nil
	case reflect.Bool:
		return a.Bool() == b.Bool(), nil
	case reflect.Float64:
		return a.Float() == b.Float(), nil
	case reflect.Complex128:
		return a.Complex() == b.Complex(), nil
	}
	if a.IsValid() && b.IsValid() && a.Kind() != b.Kind() {
		return false, fmt.Errorf("non-comparable types %s: %v, %s: %v", a, a.Type(), b.Type(), b)
	}
	if isNilValue(a) || isNilValue(b) {
		return isNilValue(a) == isNilValue(b), nil
	}
	if !b.Type().Comparable() {
		return false, fmt.Errorf("non-comparable type %s: %v", b, b.Type())
	}
	return a.Interface() == b.Interface(), nil
}

// eq reports whether the first argument equals one of the others.
func eq(first reflect.Value, others ...reflect.Value) (bool, error) {
	if len(others) == 0 {
		return false, errNoComparison
	}
	first = inside(first)
	for _, o := range others {
		if same, err := equal(first, inside(o)); same || err != nil {
			return same, err
		}
	}
	return false, nil
}

func ne(a, b reflect.Value) (bool, error) {
	same, err := equal(inside(a), inside(b))
	return !same, err
}

func lt(a, b reflect.Value) (bool, error) {
	a, b = inside(a), inside(b)
	ca, cb := class(a), class(b)
	if ca == reflect.Invalid || cb == reflect.Invalid {
		return false, errBadComparisonType
	}
	switch {
	case ca == reflect.Int && cb == reflect.Uint:
		return a.Int() < 0 || uint64(a.Int()) < b.Uint(), nil
	case ca == reflect.Uint && cb == reflect.Int:
		return b.Int() >= 0 && a.Uint() < uint64(b.Int()), nil
	case ca != cb:
		return false, incompatible(a, b)
	}
	switch ca {
	case reflect.Int:
		return a.Int() < b.Int(), nil
	case reflect.Uint:
		return a.Uint() < b.Uint(), nil
	case reflect.Float64:
		return a.Float() < b.Float(), nil
	case reflect.String:
		return a.String() < b.String(), nil
	}
	return false, errBadComparisonType
}

func le(a, b reflect.Value) (bool, error) {
	if less, err := lt(a, b); less || err != nil {
		return less, err
	}
	return equal(inside(a), inside(b))
}

func gt(a, b reflect.Value) (bool, error) {
	le, err := le(a, b)
	return !le && err == nil, err
}

func ge(a, b reflect.Value) (bool, error) {
	less, err := lt(a, b)
	return !less && err == nil, err
}

// URLQueryEscaper escapes its arguments, printed, for a query of a URL.
func URLQueryEscaper(args ...any) string { return url.QueryEscape(printed(args)) }

// printed is the arguments as fmt.Sprint shows them.
func printed(args []any) string {
	if len(args) == 1 {
		if s, ok := args[0].(string); ok {
			return s
		}
	}
	for i, arg := range args {
		if x, ok := printable(reflect.ValueOf(arg)); ok {
			args[i] = x
		}
	}
	return fmt.Sprint(args...)
}
