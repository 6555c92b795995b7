package main

func main() {
	a, b := make([]int, 4), make([]int, 4)
	done := make(chan bool)
	go func() {
		copy(a, b) // RACE
		done <- true
	}()
	a[2] = 1 // RACE
	<-done
}
