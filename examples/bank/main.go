// Bank: many goroutines move money between accounts guarded by mutexes; the sum never changes.
package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

var errFunds = errors.New("insufficient funds")

type account struct {
	sync.Mutex
	id, balance int
}

func transfer(from, to *account, amount int) error {
	first, second := from, to
	if first.id > second.id {
		first, second = second, first
	}
	first.Lock()
	defer first.Unlock()
	second.Lock()
	defer second.Unlock()
	if from.balance < amount {
		return fmt.Errorf("account %d: %w", from.id, errFunds)
	}
	from.balance -= amount
	to.balance += amount
	return nil
}

func main() {
	accounts := make([]*account, 10)
	for i := range accounts {
		accounts[i] = &account{id: i, balance: 1000}
	}
	var refused atomic.Int64
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			x := uint32(g + 1)
			for range 5000 {
				x = x*1664525 + 1013904223
				i, j := int(x>>8)%10, int(x>>20)%10
				if i == j {
					continue
				}
				if err := transfer(accounts[i], accounts[j], int(x>>4)%300); errors.Is(err, errFunds) {
					refused.Add(1)
				}
			}
		})
	}
	wg.Wait()
	sum := 0
	for _, a := range accounts {
		sum += a.balance
	}
	fmt.Println("sum:", sum)
	fmt.Println("some transfers refused:", refused.Load() > 0)
	fmt.Println(transfer(accounts[0], accounts[1], 1<<40))
}
