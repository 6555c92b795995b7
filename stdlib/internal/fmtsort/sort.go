// Package fmtsort orders the entries of maps for printing.
package fmtsort

import (
	"cmp"
	"reflect"
	"slices"
)

// SortedMap is the entries of a map in order of their keys.
type SortedMap []KeyValue

// KeyValue is an entry.
type KeyValue struct {
	Key, Value reflect.Value
}

// Sort returns the entries of a map. Numbers and strings have their natural order, false comes before true, NaN before other floats, nil
// first; pointers and channels go by address, structs and arrays element by element, interfaces by type and then value.
func Sort(mapValue reflect.Value) SortedMap {
	if mapValue.Type().Kind() != reflect.Map {
		return nil
	}
	list := make(SortedMap, 0, mapValue.Len())
	for it := mapValue.MapRange(); it.Next(); {
		list = append(list, KeyValue{it.Key(), it.Value()})
	}
	slices.SortStableFunc(list, func(a, b KeyValue) int { return compare(a.Key, b.Key) })
	return list
}

func compare(a, b reflect.Value) int {
	if a.Type() != b.Type() {
		return -1 // cannot happen within one map
	}
	switch a.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return cmp.Compare(a.Int(), b.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return cmp.Compare(a.Uint(), b.Uint())
	case reflect.String:
		return cmp.Compare(a.String(), b.String())
	case reflect.Float32, reflect.Float64:
		return cmp.Compare(a.Float(), b.Float())
	case reflect.Complex64, reflect.Complex128:
		x, y := a.Complex(), b.Complex()
		if c := cmp.Compare(real(x), real(y)); c != 0 {
			return c
		}
		return cmp.Compare(imag(x), imag(y))
	case reflect.Bool:
		x, y := a.Bool(), b.Bool()
		switch {
		case x == y:
			return 0
		case x:
			return 1
		}
		return -1
	case reflect.Pointer, reflect.UnsafePointer:
		return cmp.Compare(a.Pointer(), b.Pointer())
	case reflect.Chan:
		if c, ok := nilFirst(a, b); ok {
			return c
		}
		return cmp.Compare(a.Pointer(), b.Pointer())
	case reflect.Struct:
		for i := range a.NumField() {
			if c := compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
		return 0
	case reflect.Array:
		for i := range a.Len() {
			if c := compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
		return 0
	case reflect.Interface:
		if c, ok := nilFirst(a, b); ok {
			return c
		}
		c := compare(reflect.ValueOf(a.Elem().Type()), reflect.ValueOf(b.Elem().Type()))
		if c != 0 {
			return c
		}
		return compare(a.Elem(), b.Elem())
	}
	panic("bad type in compare: " + a.Type().String())
}

// nilFirst settles the order when one of two is nil.
func nilFirst(a, b reflect.Value) (int, bool) {
	switch {
	case a.IsNil() && b.IsNil():
		return 0, true
	case a.IsNil():
		return -1, true
	case b.IsNil():
		return 1, true
	}
	return 0, false
}
