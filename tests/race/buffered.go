package main

func main() {
	c := make(chan int, 2)
	x := 0
	go func() {
		x = 1 // RACE
		<-c
	}()
	c <- 1
	x = 2 // RACE
	c <- 2
	c <- 3
	println(x) // the first receive came before the third send
}
