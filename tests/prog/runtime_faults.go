// run
// exit 2

// Faults become panics; the last one ends the program.

package main

func main() {

	println(1)
	c := make(chan int)
	close(c)
	var p *[1 << 20]int
	func() { defer func() { println(recover().(error).Error()) }(); println(p[1<<19]) }()
	var a []int
	i := 5
	a[i] = 1
}
