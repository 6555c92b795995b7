// Word count: reads text, counts words, prints the most frequent ones.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
	"unicode"
)

const sample = `The tuco-tuco digs, and while it digs it sings: tuc, tuc, tuc.
A gopher on another continent digs the same hole with other hands.
Neither has met the other; both know where the roots are.
The hole is not the animal, and the song is not the hole,
but who hears the song knows that somebody digs.`

func main() {
	in := bufio.NewScanner(strings.NewReader(sample))
	if len(os.Args) > 1 {
		f, err := os.Open(os.Args[1])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		defer f.Close()
		in = bufio.NewScanner(f)
	}
	count := map[string]int{}
	lines, words := 0, 0
	for in.Scan() {
		lines++
		for _, w := range strings.FieldsFunc(in.Text(), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
			count[strings.ToLower(w)]++
			words++
		}
	}
	if err := in.Err(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	type pair struct {
		word string
		n    int
	}
	var top []pair
	for w, n := range count {
		top = append(top, pair{w, n})
	}
	sort.Slice(top, func(i, j int) bool {
		if top[i].n != top[j].n {
			return top[i].n > top[j].n
		}
		return top[i].word < top[j].word
	})
	fmt.Printf("%d lines, %d words, %d different\n", lines, words, len(count))
	for _, p := range top[:min(8, len(top))] {
		fmt.Printf("%4d %s\n", p.n, p.word)
	}
}
