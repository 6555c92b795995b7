package main

func main() {
	m := map[string]int{"a": 1}
	done := make(chan bool)
	go func() {
		m["b"] = 2 // RACE
		done <- true
	}()
	m["c"] = 3 // RACE
	<-done
}
