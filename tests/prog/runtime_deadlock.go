// run
// exit 2

// All goroutines asleep.

package main

func main() {
	defer println("not printed")
	println("start")
	c := make(chan int)
	go func() { <-c }()
	var n chan int
	n <- 1
}
