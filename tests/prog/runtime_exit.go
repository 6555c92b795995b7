// run
// exit 2

// An uncaught panic: deferred calls, nested panics, the error's text, status 2.

package main

type E struct{ a int }

func (e *E) Error() string { return "custom error" }
func main() {
	defer println("deferred 1")
	defer func() {
		defer func() { panic(&E{1}) }()
		println("recovering", recover() != nil)
		panic("second")
	}()
	var m map[string]int
	m["x"] = 1
}
