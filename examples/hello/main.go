// Hello: the smallest program that uses fmt.
package main

import "fmt"

func main() {
	fmt.Println("hello, pampas")
}
