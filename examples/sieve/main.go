// Sieve: primes by a chain of goroutines, each filtering the multiples of one prime.
package main

import "fmt"

func generate(ch chan<- int) {
	for i := 2; ; i++ {
		ch <- i
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for {
		if i := <-in; i%prime != 0 {
			out <- i
		}
	}
}

func main() {
	ch := make(chan int)
	go generate(ch)
	sum := 0
	for i := 0; i < 200; i++ {
		prime := <-ch
		if i%20 == 0 {
			fmt.Println("prime", i, "is", prime)
		}
		sum += prime
		next := make(chan int)
		go filter(ch, next, prime)
		ch = next
	}
	fmt.Println("sum of the first 200 primes:", sum)
}
