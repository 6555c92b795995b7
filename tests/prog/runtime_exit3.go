// run
// exit 3

// os.Exit skips deferred calls.

package main

import "os"

func main() {
	defer println("no")
	defer func() { os.Exit(4) }()
	println("yes")
	os.Exit(3)
}
