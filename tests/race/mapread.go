package main

func main() {
	m := map[int]int{1: 1}
	done := make(chan bool)
	go func() {
		n := 0
		for k := range m { // RACE
			n += k
		}
		done <- n > 0
	}()
	delete(m, 1) // RACE
	<-done
}
