// errorcheck

// Type parameters: inference, constraints, instantiation.
package p

type number interface{ ~int | ~float64 }

func sum[T number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return t
}

func mapping[K comparable, V any](m map[K]V) []K { return nil }

func result[T any]() T { panic(0) }

type List[T any] struct {
	next *List[T]
	v    T
}

func (l *List[T]) Push(v T) {}

func use() {
	_ = sum(1, 2.5)
	_ = sum("a")         // ERROR "string does not satisfy number \(string missing in ~int \| ~float64\)"
	_ = result()         // ERROR "in call to result, cannot infer T"
	_ = mapping([]int{}) // ERROR "does not match map\[K\]V"
	_ = sum[int, int]    // ERROR "got 2 type arguments but want 1"
	_ = sum              // ERROR "cannot use generic function sum without instantiation"
	var l List           // ERROR "cannot use generic type List\[T any\] without instantiation"
	var q List[int]
	q.Push("s") // ERROR "cannot use .s. \(untyped string constant\) as int value in argument to q.Push"
	var f func(...int) int = sum
	_ = f
	_ = l
	var n number // ERROR "cannot use type number outside a type constraint: interface contains type constraints" "declared and not used: n"
}

func cmp[T any](a, b T) bool { return a == b } // ERROR "incomparable types in type set"

func less[T comparable](a, b T) bool { return a < b } // ERROR "type parameter T cannot use operator <"

func conv[T ~string | ~[]byte](t T) (string, int) { return string(t), int(t) } // ERROR "cannot convert t \(variable of type T constrained by ~string \| ~\[\]byte\) to type int"
