package main

func main() {
	s := make([]byte, 16)
	done := make(chan struct{})
	go func() {
		s[3] = 1 // RACE
		s[8] = 1
		close(done)
	}()
	s[9] = 2
	s[3]++ // RACE
	<-done
}
