package main

type point struct{ x, y int }

func (p *point) move(d int) {
	p.x += d // RACE
}

func main() {
	p := &point{}
	done := make(chan int, 1)
	go func() {
		p.move(1)
		p.y = 3
		done <- 1
	}()
	p.move(2)
	<-done
	println(p.y)
}
