// errorcheck

// Calls, conversions, literals and predeclared functions.
package p

func two(a int, b string)            {}
func many(a int, rest ...string) int { return a }

type T struct{ F int }

func (t *T) Ptr() {}
func (t T) Val()  {}

type I interface{ Ptr() }

func f(t T, c chan<- int, any interface{}) {
	two(1)              // ERROR "not enough arguments in call to two"
	two(1, "x", 2)      // ERROR "too many arguments in call to two"
	two("x", 1)         // ERROR "cannot use .x. \(untyped string constant\) as int value in argument to two" "cannot use 1 \(untyped int constant\) as string value in argument to two"
	many(1, []string{}) // ERROR "cannot use \[\]string{} \(value of type \[\]string\) as string value in argument to many"
	many(1, []string{}...)
	two(many(1)...)       // ERROR "cannot use ... in call to non-variadic two"
	t.Missing()           // ERROR "t.Missing undefined \(type T has no field or method Missing\)"
	t.val()               // ERROR "t.val undefined \(type T has no field or method val, but does have method Val\)"
	T{}.Ptr()             // ERROR "cannot call pointer method Ptr on T"
	var i I = t           // ERROR "T does not implement I \(method Ptr has pointer receiver\)" "declared and not used: i"
	_ = T.Ptr             // ERROR "invalid method expression T.Ptr \(needs pointer receiver \(\*T\).Ptr\)"
	_ = <-c               // ERROR "cannot receive from send-only channel c"
	len(t)                // ERROR "invalid argument: t \(variable of struct type T\) for built-in len"
	append([]int{}, 1)    // ERROR "append\(\[\]int{}, 1\) \(value of type \[\]int\) is not used"
	_ = make(int)         // ERROR "cannot make int: type must be slice, map, or channel"
	_ = make([]int, 2, 1) // ERROR "length and capacity swapped"
	_ = string(1.5)       // ERROR "cannot convert 1.5 \(untyped float constant\) to type string"
	_ = any.(T)
	_ = t.(T)                          // ERROR "t \(variable of struct type T\) is not an interface"
	defer int(3)                       // ERROR "defer requires function call, not conversion"
	_ = [2]int{1, 2, 3}                // ERROR "index 2 is out of bounds \(>= 2\)"
	_ = []int{0: 1, 0: 2}              // ERROR "duplicate index 0 in array or slice literal"
	_ = map[string]int{"a": 1, "a": 2} // ERROR "duplicate key .a. in map literal"
	_ = T{F: 1, F: 2}                  // ERROR "duplicate field name F in struct literal"
	_ = T{G: 1}                        // ERROR "unknown field G in struct literal of type T"
	_ = T{1, 2}                        // ERROR "too many values in struct literal of type T"
	_ = min(1, "a")                    // ERROR "mismatched types untyped int \(previous argument\) and untyped string \(type of .a.\)"
	clear(3)                           // ERROR "cannot clear 3"
}
