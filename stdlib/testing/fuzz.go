package testing

import (
	"fmt"
	"reflect"
)

// Fuzz runs ff, a func(*T, ...), with each seed as a subtest.
func (f *F) Fuzz(ff any) {
	fn := reflect.ValueOf(ff)
	if fn.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	ft := fn.Type()
	if ft.NumIn() < 2 || ft.In(0) != reflect.TypeFor[*T]() {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if ft.NumOut() != 0 {
		panic("testing: fuzz target must not return a value")
	}
	for i, seed := range f.seeds {
		if len(seed) != ft.NumIn()-1 {
			panic(fmt.Sprintf("testing: wrong number of values in corpus entry: %d, want %d", len(seed), ft.NumIn()-1))
		}
		f.t.Run(fmt.Sprintf("seed#%d", i), func(t *T) {
			args := []reflect.Value{reflect.ValueOf(t)}
			for j, v := range seed {
				value := reflect.ValueOf(v)
				if value.Type() != ft.In(j+1) {
					t.Fatalf("mismatched types in corpus entry: %v, want %v", value.Type(), ft.In(j+1))
				}
				args = append(args, value)
			}
			fn.Call(args)
		})
	}
	if f.t.Failed() {
		f.Fail()
	}
}
