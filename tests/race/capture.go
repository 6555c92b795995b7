package main

func main() {
	x := 1
	done := make(chan bool)
	go func() {
		x = 2 // RACE
		done <- true
	}()
	if x == 3 { // RACE
		return
	}
	<-done
}
