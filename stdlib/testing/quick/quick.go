// Package quick tests functions with random arguments.
package quick

import (
	"flag"
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strings"
	"time"
)

var defaultCount = flag.Int("quickchecks", 100, "The default number of iterations for each check")

// Generator is a type that makes random values of itself.
type Generator interface {
	Generate(rand *rand.Rand, size int) reflect.Value
}

// Config says how to test. nil is the zero value.
type Config struct {
	MaxCount      int                               // number of calls
	MaxCountScale float64                           // factor for the default number, when MaxCount is 0
	Rand          *rand.Rand                        // source of the arguments
	Values        func([]reflect.Value, *rand.Rand) // makes the arguments
}

func (c *Config) count() int {
	switch {
	case c.MaxCount != 0:
		return c.MaxCount
	case c.MaxCountScale != 0:
		return int(c.MaxCountScale * float64(*defaultCount))
	}
	return *defaultCount
}

func (c *Config) random() *rand.Rand {
	if c.Rand != nil {
		return c.Rand
	}
	return rand.New(rand.NewSource(time.Now().UnixNano()))
}

// SetupError says that the function cannot be tested.
type SetupError string

func (s SetupError) Error() string { return string(s) }

// CheckError holds the arguments for which a check failed.
type CheckError struct {
	Count int // calls made
	In    []any
}

func (s *CheckError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s", s.Count, show(s.In))
}

// CheckEqualError holds the arguments for which two functions differ, with their results.
type CheckEqualError struct {
	CheckError
	Out1, Out2 []any
}

func (s *CheckEqualError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s. Output 1: %s. Output 2: %s", s.Count, show(s.In), show(s.Out1), show(s.Out2))
}

func show(vals []any) string {
	parts := make([]string, len(vals))
	for i, v := range vals {
		parts[i] = fmt.Sprintf("%#v", v)
	}
	return strings.Join(parts, ", ")
}

const sizeHint = 50 // of slices, maps and strings

// Value makes a random value of the type; ok is false for types that have none.
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool) {
	return sized(t, rand, sizeHint)
}

func sized(t reflect.Type, r *rand.Rand, size int) (reflect.Value, bool) {
	if g, ok := reflect.Zero(t).Interface().(Generator); ok {
		return g.Generate(r, size), true
	}
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(r.Int()&1 == 0)
	case reflect.Float32:
		f := r.Float64() * math.MaxFloat32
		if r.Int()&1 == 1 {
			f = -f
		}
		v.SetFloat(f)
	case reflect.Float64:
		v.SetFloat(float(r))
	case reflect.Complex64, reflect.Complex128:
		part := float
		if t.Kind() == reflect.Complex64 {
			part = func(r *rand.Rand) float64 { return float64(r.Float32()) * math.MaxFloat32 * sign(r) }
		}
		v.SetComplex(complex(part(r), part(r)))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(r.Uint64()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(r.Uint64())
	case reflect.String:
		text := make([]rune, r.Intn(size))
		for i := range text {
			text[i] = rune(r.Intn(0x10ffff))
		}
		v.SetString(string(text))
	case reflect.Map:
		n := r.Intn(size)
		v.Set(reflect.MakeMap(t))
		for range n {
			key, ok1 := sized(t.Key(), r, size)
			elem, ok2 := sized(t.Elem(), r, size)
			if !ok1 || !ok2 {
				return reflect.Value{}, false
			}
			v.SetMapIndex(key, elem)
		}
	case reflect.Pointer:
		if r.Intn(size) == 0 {
			break // nil
		}
		elem, ok := sized(t.Elem(), r, size)
		if !ok {
			return reflect.Value{}, false
		}
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(elem)
	case reflect.Slice:
		n := r.Intn(size)
		v.Set(reflect.MakeSlice(t, n, n))
		return v, fill(n, v.Index, r, size-n)
	case reflect.Array:
		return v, fill(v.Len(), v.Index, r, size)
	case reflect.Struct:
		n := v.NumField()
		return v, fill(n, v.Field, r, size/max(1, n))
	default:
		return reflect.Value{}, false
	}
	return v, true
}

// fill sets the n parts of a value.
func fill(n int, part func(int) reflect.Value, r *rand.Rand, size int) bool {
	size = max(1, size)
	for i := range n {
		x, ok := sized(part(i).Type(), r, size)
		if !ok {
			return false
		}
		part(i).Set(x)
	}
	return true
}

func sign(r *rand.Rand) float64 { return float64(1 - 2*(r.Int()&1)) }

func float(r *rand.Rand) float64 { return r.Float64() * math.MaxFloat64 * sign(r) }

func function(f any) (reflect.Value, bool) {
	v := reflect.ValueOf(f)
	return v, v.Kind() == reflect.Func
}

func (c *Config) arguments(args []reflect.Value, t reflect.Type, r *rand.Rand) error {
	if c.Values != nil {
		c.Values(args, r)
		return nil
	}
	for i := range args {
		v, ok := Value(t.In(i), r)
		if !ok {
			return SetupError(fmt.Sprintf("cannot create arbitrary value of type %s for argument %d", t.In(i), i))
		}
		args[i] = v
	}
	return nil
}

func interfaces(vals []reflect.Value) []any {
	out := make([]any, len(vals))
	for i, v := range vals {
		out[i] = v.Interface()
	}
	return out
}

// Check calls f, which returns a bool, until it returns false or the count is reached.
func Check(f any, config *Config) error {
	if config == nil {
		config = &Config{}
	}
	v, ok := function(f)
	if !ok {
		return SetupError("argument is not a function")
	}
	t := v.Type()
	if t.NumOut() != 1 {
		return SetupError("function does not return one value")
	}
	if t.Out(0).Kind() != reflect.Bool {
		return SetupError("function does not return a bool")
	}
	args := make([]reflect.Value, t.NumIn())
	r := config.random()
	for i := range config.count() {
		if err := config.arguments(args, t, r); err != nil {
			return err
		}
		if !v.Call(args)[0].Bool() {
			return &CheckError{i + 1, interfaces(args)}
		}
	}
	return nil
}

// CheckEqual calls f and g with the same arguments until their results differ or the count is reached.
func CheckEqual(f, g any, config *Config) error {
	if config == nil {
		config = &Config{}
	}
	x, ok := function(f)
	if !ok {
		return SetupError("f is not a function")
	}
	y, ok := function(g)
	if !ok {
		return SetupError("g is not a function")
	}
	t := x.Type()
	if t != y.Type() {
		return SetupError("functions have different types")
	}
	args := make([]reflect.Value, t.NumIn())
	r := config.random()
	for i := range config.count() {
		if err := config.arguments(args, t, r); err != nil {
			return err
		}
		out1, out2 := interfaces(x.Call(args)), interfaces(y.Call(args))
		if !reflect.DeepEqual(out1, out2) {
			return &CheckEqualError{CheckError{i + 1, interfaces(args)}, out1, out2}
		}
	}
	return nil
}
