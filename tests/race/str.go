package main

var name = "a"

func set(s string) {
	name = s // RACE
}

func main() {
	done := make(chan int)
	go func() {
		set("bb")
		done <- len(name)
	}()
	n := len(name) // RACE
	<-done
	println(n)
}
