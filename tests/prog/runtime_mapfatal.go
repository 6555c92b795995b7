// run
// exit 2

// An error value as panic argument, printed through its methods; goexit of main's panic.

package main

import "fmt"

type S struct{ n int }

func (s S) String() string { return "unused" }
func main() {
	defer fmt.Println("out")
	panic(fmt.Errorf("wrapped %d: %w", 1, fmt.Errorf("inner")))
}
