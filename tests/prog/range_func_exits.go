// run

// Nested loops over functions with every way out of them: labels, returns, defers, panics, iterators that misbehave.
package main
import "fmt"
func seq(n int, mode int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer func() { if mode&1 != 0 { fmt.Print("[sd", n, "]") } }()
		for i := 0; i < n; i++ {
			if mode&8 != 0 && i == 2 { panic(fmt.Sprint("seq", n)) }
			if !yield(i) {
				fmt.Print("[stop", i, "]")
				if mode&2 != 0 && i < n-1 { yield(i+100) }
				return
			}
		}
		if mode&4 != 0 { yield(-1); fmt.Print("[more]") }
	}
}
func seq2(n int) func(func(int, string) bool) {
	return func(yield func(int, string) bool) { for i := 0; i < n && yield(i, fmt.Sprint("s", i)); i++ {} }
}
func seq0(n int) func(func() bool) { return func(yield func() bool) { for i := 0; i < n && yield(); i++ {} } }
func swallow(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer func() { if r := recover(); r != nil { fmt.Print("[swallowed ", r, "]") } }()
		for i := 0; i < n; i++ { if !yield(i) { return } }
	}
}
func run(n int, f func() (int, string)) {
	defer func() { if r := recover(); r != nil { fmt.Print(" PANIC ", r); if e, ok := r.(error); ok { fmt.Print(" E:", e.Error()) } }; fmt.Println() }()
	fmt.Print(n, ": ")
	a, b := f()
	fmt.Print(" => ", a, b)
}

func f2() (int, string) { fmt.Print("[f2]"); return 5, "f2" }
func c0() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0 := range []int{0,1,2} {
		fmt.Print(" v0")
		fmt.Print(v0)
		switch {
		case v0!=0:
			panic("p")
		default:
			x++
		}
		for v1, s := range seq2(3) {
			_ = s
			fmt.Print(" v1")
			fmt.Print(v1)
			switch {
			case v1!=1:
				return
			default:
				x++
			}
			x += 1
		}
		fmt.Print(" x", x)
	}
	if x%3 == 1 {
		panic("p")
	}
	if x%3 == 2 {
		return x, "r"
	}
	return x, "end"
}
func c1() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0 := range 1 {
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0>1 {
			return f2()
		}
		switch {
		case v0>1:
			break
		default:
			x++
		}
		switch {
		case v0!=2:
			continue
		default:
			x++
		}
	}
	x += 4
	if x%3 == 1 {
		panic("p")
	}
	return x, "end"
}
func c2() (r1 int, r2 string) {
	x := 0
	_ = x
	defer func() { fmt.Print(" d72:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
	if x%3 == 1 {
		return x, "r"
	}
	fmt.Print(" x", x)
	if x%3 == 1 {
		return f2()
	}
	return x, "end"
}
func c3() (r1 int, r2 string) {
	x := 0
	_ = x
	switch {
	case x%3 == 2:
		return 8, fmt.Sprint(x)
	default:
		x++
	}
	if x%3 == 1 {
		return x, "r"
	}
	if x%3 == 2 {
		return 5, fmt.Sprint(x)
	}
	for v0 := range 1 {
		fmt.Print(" v0")
		fmt.Print(v0)
		for v1 := range swallow(2) {
			fmt.Print(" v1")
			fmt.Print(v1)
			for v2 := range seq(2, 0) {
				fmt.Print(" v2")
				fmt.Print(v2)
				fmt.Print(" x", x)
			}
			for v3 := range swallow(1) {
				fmt.Print(" v3")
				fmt.Print(v3)
				defer func() { fmt.Print(" d22:", x); x++ }()
				if v0==0 {
					break
				}
			}
			for v4 := range seq(2, 2) {
				fmt.Print(" v4")
				fmt.Print(v4)
				fmt.Print(" x", x)
			}
		}
		func() { defer func() { x++ }(); x += 2 }()
		if v0!=0 {
			continue
		}
	}
	return x, "end"
}
func c4() (r1 int, r2 string) {
	x := 0
	_ = x
	for x = range seq(2, 0) {
		fmt.Print(" x")
		fmt.Print(x)
		if x>2 {
			panic("p")
		}
		func() { defer func() { x++ }(); x += 2 }()
	}
	switch {
	case x%3 == 2:
		return x, "r"
	default:
		x++
	}
	if x%3 == 0 {
		return f2()
	}
	return x, "end"
}
func c5() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0 := range []int{0,1,2} {
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0!=1 {
			break
		}
		fmt.Print(" x", x)
		x += 3
	}
	if x%3 == 2 {
		return 0, fmt.Sprint(x)
	}
	for v1 := range 1 {
		fmt.Print(" v1")
		fmt.Print(v1)
		for v2 := range swallow(3) {
			fmt.Print(" v2")
			fmt.Print(v2)
			for v3, s := range seq2(1) {
				_ = s
				fmt.Print(" v3")
				fmt.Print(v3)
				L3:
				for x = range seq(2, 2) {
					fmt.Print(" x")
					fmt.Print(x)
					if v1==0 {
						break L3
					}
					if v1!=2 {
						continue
					}
					fmt.Print(" x", x)
				}
				for v5 := range []int{0,1,2} {
					fmt.Print(" v5")
					fmt.Print(v5)
					fmt.Print(" x", x)
				}
			}
			if v2>2 {
				return 7, fmt.Sprint(x)
			}
			if v1!=1 {
				return
			}
		}
	}
	if x%3 == 2 {
		return 0, fmt.Sprint(x)
	}
	return x, "end"
}
func c6() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 2 {
		return x, "r"
	}
	if x%3 == 1 {
		return
	}
	return x, "end"
}
func c7() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0 := range 2 {
		fmt.Print(" v0")
		fmt.Print(v0)
		fmt.Print(" x", x)
	}
	for v1, s := range seq2(2) {
		_ = s
		fmt.Print(" v1")
		fmt.Print(v1)
		if v1==2 {
			panic("p")
		}
	}
	L2:
	for v2 := range seq(2, 2) {
		fmt.Print(" v2")
		fmt.Print(v2)
		for range seq0(1) {
			fmt.Print(" z")
			defer func() { fmt.Print(" d50:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
			if v2>0 {
				break L2
			}
			L4:
			for x = range seq(3, 2) {
				fmt.Print(" x")
				fmt.Print(x)
				for v5 := range seq(1, 8) {
					fmt.Print(" v5")
					fmt.Print(v5)
					func() { defer func() { x++ }(); x += 2 }()
					x += 3
					if x>1 {
						break L4
					}
				}
				fmt.Print(" x", x)
			}
		}
		func() { defer func() { x++ }(); x += 2 }()
		if v2==0 {
			return x, "r"
		}
	}
	x += 4
	func() { defer func() { x++ }(); x += 2 }()
	if x%3 == 0 {
		return f2()
	}
	return x, "end"
}
func c8() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 1 {
		return
	}
	if x%3 == 0 {
		return f2()
	}
	return x, "end"
}
func c9() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0 := range swallow(2) {
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0==2 {
			return f2()
		}
	}
	for v1, s := range seq2(1) {
		_ = s
		fmt.Print(" v1")
		fmt.Print(v1)
		if v1>2 {
			break
		}
	}
	if x%3 == 2 {
		panic("p")
	}
	func() { defer func() { x++ }(); x += 2 }()
	return x, "end"
}
func c10() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 1 {
		return f2()
	}
	if x%3 == 2 {
		panic("p")
	}
	if x%3 == 1 {
		return 7, fmt.Sprint(x)
	}
	defer func() { fmt.Print(" d91:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
	if x%3 == 2 {
		return x, "r"
	}
	return x, "end"
}
func c11() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 1 {
		panic("p")
	}
	if x%3 == 1 {
		panic("p")
	}
	if x%3 == 2 {
		return x, "r"
	}
	for v0, s := range seq2(1) {
		_ = s
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0>2 {
			panic("p")
		}
	}
	return x, "end"
}
func c12() (r1 int, r2 string) {
	x := 0
	_ = x
	for x = range seq(1, 0) {
		fmt.Print(" x")
		fmt.Print(x)
		if x>2 {
			panic("p")
		}
		for v1, s := range seq2(2) {
			_ = s
			fmt.Print(" v1")
			fmt.Print(v1)
			if x!=1 {
				return f2()
			}
		}
		defer func() { fmt.Print(" d58:", x); x++; r1 += 10 }()
	}
	if x%3 == 0 {
		return
	}
	if x%3 == 0 {
		panic("p")
	}
	if x%3 == 0 {
		return x, "r"
	}
	if x%3 == 1 {
		return f2()
	}
	return x, "end"
}
func c13() (r1 int, r2 string) {
	x := 0
	_ = x
	for range seq0(2) {
		fmt.Print(" z")
		if x%3 == 2 {
			return x, "r"
		}
	}
	fmt.Print(" x", x)
	return x, "end"
}
func c14() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 1 {
		return 2, fmt.Sprint(x)
	}
	func() { defer func() { x++ }(); x += 2 }()
	x += 3
	return x, "end"
}
func c15() (r1 int, r2 string) {
	x := 0
	_ = x
	defer func() { fmt.Print(" d82:", x); x++; r1 += 10 }()
	if x%3 == 2 {
		return
	}
	if x%3 == 1 {
		return 3, fmt.Sprint(x)
	}
	if x%3 == 2 {
		return
	}
	x += 1
	return x, "end"
}
func c16() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 0 {
		return 8, fmt.Sprint(x)
	}
	for v0 := range seq(2, 4) {
		fmt.Print(" v0")
		fmt.Print(v0)
		defer func() { fmt.Print(" d45:", x); x++ }()
	}
	defer func() { fmt.Print(" d58:", x); x++; r1 += 10 }()
	return x, "end"
}
func c17() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 1 {
		panic("p")
	}
	func() { defer func() { x++ }(); x += 2 }()
	return x, "end"
}
func c18() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0 := range 1 {
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0==1 {
			break
		}
	}
	switch {
	case x%3 == 0:
		return f2()
	default:
		x++
	}
	switch {
	case x%3 == 2:
		panic("p")
	default:
		x++
	}
	switch {
	case x%3 == 1:
		return 5, fmt.Sprint(x)
	default:
		x++
	}
	if x%3 == 2 {
		panic("p")
	}
	return x, "end"
}
func c19() (r1 int, r2 string) {
	x := 0
	_ = x
	fmt.Print(" x", x)
	if x%3 == 1 {
		return f2()
	}
	if x%3 == 0 {
		return f2()
	}
	if x%3 == 0 {
		return x, "r"
	}
	defer func() { fmt.Print(" d48:", x); x++ }()
	return x, "end"
}
func c20() (r1 int, r2 string) {
	x := 0
	_ = x
	L1:
	for v0 := range 3 {
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0==2 {
			return
		}
		if v0!=0 {
			continue L1
		}
		defer func() { fmt.Print(" d25:", x); x++; r1 += 10 }()
	}
	for v1 := range 1 {
		fmt.Print(" v1")
		fmt.Print(v1)
		defer func() { fmt.Print(" d32:", x); x++ }()
		defer func() { fmt.Print(" d24:", x); x++ }()
	}
	return x, "end"
}
func c21() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0 := range seq(2, 2) {
		fmt.Print(" v0")
		fmt.Print(v0)
		switch {
		case v0==0:
			return f2()
		default:
			x++
		}
		if v0>2 {
			continue
		}
		defer func() { fmt.Print(" d82:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
	}
	if x%3 == 0 {
		return
	}
	if x%3 == 1 {
		return 7, fmt.Sprint(x)
	}
	if x%3 == 2 {
		return 1, fmt.Sprint(x)
	}
	if x%3 == 1 {
		panic("p")
	}
	return x, "end"
}
func c22() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 2 {
		panic("p")
	}
	L1:
	for x = range seq(1, 0) {
		fmt.Print(" x")
		fmt.Print(x)
		if x>1 {
			return x, "r"
		}
		switch {
		case x==2:
			continue L1
		default:
			x++
		}
		for v1, s := range seq2(3) {
			_ = s
			fmt.Print(" v1")
			fmt.Print(v1)
			defer func() { fmt.Print(" d83:", x); x++; r1 += 10 }()
		}
	}
	return x, "end"
}
func c23() (r1 int, r2 string) {
	x := 0
	_ = x
	fmt.Print(" x", x)
	for x = range seq(1, 0) {
		fmt.Print(" x")
		fmt.Print(x)
		if x==0 {
			return f2()
		}
		for x = range seq(3, 2) {
			fmt.Print(" x")
			fmt.Print(x)
			for range seq0(1) {
				fmt.Print(" z")
				for range seq0(1) {
					fmt.Print(" z")
					fmt.Print(" x", x)
					defer func() { fmt.Print(" d79:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
					fmt.Print(" x", x)
				}
				func() { defer func() { x++ }(); x += 2 }()
				if x==2 {
					continue
				}
			}
			for v4 := range 2 {
				fmt.Print(" v4")
				fmt.Print(v4)
				if x>1 {
					return 2, fmt.Sprint(x)
				}
			}
			for range seq0(2) {
				fmt.Print(" z")
				switch {
				case x==1:
					panic("p")
				default:
					x++
				}
				for v6 := range swallow(1) {
					fmt.Print(" v6")
					fmt.Print(v6)
					if x==1 {
						return x, "r"
					}
					fmt.Print(" x", x)
					if v6>2 {
						panic("p")
					}
				}
				if x!=0 {
					break
				}
			}
		}
		if x!=0 {
			continue
		}
	}
	return x, "end"
}
func c24() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 0 {
		return
	}
	fmt.Print(" x", x)
	if x%3 == 0 {
		return x, "r"
	}
	fmt.Print(" x", x)
	return x, "end"
}
func c25() (r1 int, r2 string) {
	x := 0
	_ = x
	fmt.Print(" x", x)
	fmt.Print(" x", x)
	if x%3 == 1 {
		panic("p")
	}
	func() { defer func() { x++ }(); x += 2 }()
	if x%3 == 2 {
		return
	}
	if x%3 == 0 {
		return x, "r"
	}
	return x, "end"
}
func c26() (r1 int, r2 string) {
	x := 0
	_ = x
	defer func() { fmt.Print(" d33:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
	func() { defer func() { x++ }(); x += 2 }()
	if x%3 == 1 {
		return x, "r"
	}
	func() { defer func() { x++ }(); x += 2 }()
	switch {
	case x%3 == 1:
		return f2()
	default:
		x++
	}
	return x, "end"
}
func c27() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 2 {
		return x, "r"
	}
	if x%3 == 1 {
		return x, "r"
	}
	fmt.Print(" x", x)
	x += 1
	return x, "end"
}
func c28() (r1 int, r2 string) {
	x := 0
	_ = x
	defer func() { fmt.Print(" d77:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
	for v0 := range swallow(3) {
		fmt.Print(" v0")
		fmt.Print(v0)
		fmt.Print(" x", x)
		if v0==0 {
			continue
		}
	}
	defer func() { fmt.Print(" d7:", x); x++; r1 += 10 }()
	return x, "end"
}
func c29() (r1 int, r2 string) {
	x := 0
	_ = x
	x += 3
	fmt.Print(" x", x)
	for v0 := range []int{0,1,2} {
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0==0 {
			panic("p")
		}
		switch {
		case v0!=2:
			return x, "r"
		default:
			x++
		}
	}
	if x%3 == 1 {
		panic("p")
	}
	switch {
	case x%3 == 0:
		return 3, fmt.Sprint(x)
	default:
		x++
	}
	return x, "end"
}
func c30() (r1 int, r2 string) {
	x := 0
	_ = x
	fmt.Print(" x", x)
	for v0 := range []int{0,1,2} {
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0==2 {
			continue
		}
		if v0!=0 {
			break
		}
		if v0==1 {
			return f2()
		}
	}
	if x%3 == 1 {
		return x, "r"
	}
	for x = range seq(3, 0) {
		fmt.Print(" x")
		fmt.Print(x)
		if x>2 {
			return
		}
		if x==1 {
			return f2()
		}
		defer func() { fmt.Print(" d66:", x); x++; r1 += 10 }()
	}
	return x, "end"
}
func c31() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0 := range swallow(2) {
		fmt.Print(" v0")
		fmt.Print(v0)
		for v1, s := range seq2(1) {
			_ = s
			fmt.Print(" v1")
			fmt.Print(v1)
			for x = range seq(3, 0) {
				fmt.Print(" x")
				fmt.Print(x)
				switch {
				case x!=2:
					continue
				default:
					x++
				}
				if v1!=0 {
					break
				}
			}
			x += 3
		}
	}
	if x%3 == 2 {
		return f2()
	}
	switch {
	case x%3 == 2:
		return
	default:
		x++
	}
	defer func() { fmt.Print(" d13:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
	switch {
	case x%3 == 1:
		return f2()
	default:
		x++
	}
	switch {
	case x%3 == 1:
		return 7, fmt.Sprint(x)
	default:
		x++
	}
	return x, "end"
}
func c32() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0 := range 3 {
		fmt.Print(" v0")
		fmt.Print(v0)
		defer func() { fmt.Print(" d86:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
	}
	func() { defer func() { x++ }(); x += 2 }()
	fmt.Print(" x", x)
	if x%3 == 2 {
		panic("p")
	}
	if x%3 == 0 {
		return x, "r"
	}
	for v1 := range seq(3, 2) {
		fmt.Print(" v1")
		fmt.Print(v1)
		x += 1
	}
	return x, "end"
}
func c33() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0, s := range seq2(1) {
		_ = s
		fmt.Print(" v0")
		fmt.Print(v0)
		for v1 := range seq(1, 1) {
			fmt.Print(" v1")
			fmt.Print(v1)
			for v2 := range swallow(1) {
				fmt.Print(" v2")
				fmt.Print(v2)
				fmt.Print(" x", x)
				if v0!=2 {
					return
				}
				if v0==1 {
					break
				}
			}
			if v0!=0 {
				return f2()
			}
			fmt.Print(" x", x)
		}
		if v0>2 {
			break
		}
	}
	for v3 := range swallow(1) {
		fmt.Print(" v3")
		fmt.Print(v3)
		if v3>1 {
			continue
		}
		if v3==1 {
			return 6, fmt.Sprint(x)
		}
		for x = range seq(2, 0) {
			fmt.Print(" x")
			fmt.Print(x)
			fmt.Print(" x", x)
			if x!=1 {
				continue
			}
		}
	}
	if x%3 == 1 {
		return 7, fmt.Sprint(x)
	}
	return x, "end"
}
func c34() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 2 {
		return 3, fmt.Sprint(x)
	}
	for v0 := range []int{0,1,2} {
		fmt.Print(" v0")
		fmt.Print(v0)
		L2:
		for v1, s := range seq2(1) {
			_ = s
			fmt.Print(" v1")
			fmt.Print(v1)
			if v1==2 {
				break L2
			}
			if v1==0 {
				continue
			}
		}
		if v0>1 {
			break
		}
	}
	if x%3 == 1 {
		return 4, fmt.Sprint(x)
	}
	x += 3
	if x%3 == 2 {
		return
	}
	return x, "end"
}
func c35() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 0 {
		panic("p")
	}
	L1:
	for v0 := range []int{0,1,2} {
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0==2 {
			continue L1
		}
		switch {
		case v0>2:
			continue
		default:
			x++
		}
	}
	for v1 := range 2 {
		fmt.Print(" v1")
		fmt.Print(v1)
		for v2 := range seq(2, 0) {
			fmt.Print(" v2")
			fmt.Print(v2)
			if v2!=2 {
				continue
			}
			for v3 := range 2 {
				fmt.Print(" v3")
				fmt.Print(v3)
				switch {
				case v3!=2:
					panic("p")
				default:
					x++
				}
				if v1!=0 {
					return x, "r"
				}
			}
		}
		for v4 := range 1 {
			fmt.Print(" v4")
			fmt.Print(v4)
			switch {
			case v1!=1:
				continue
			default:
				x++
			}
			if v1!=0 {
				break
			}
			if v4!=0 {
				return 7, fmt.Sprint(x)
			}
		}
	}
	for x = range seq(2, 0) {
		fmt.Print(" x")
		fmt.Print(x)
		for v6, s := range seq2(3) {
			_ = s
			fmt.Print(" v6")
			fmt.Print(v6)
			for range seq0(1) {
				fmt.Print(" z")
				if x>0 {
					return
				}
				for range seq0(1) {
					fmt.Print(" z")
					if x>2 {
						continue
					}
				}
			}
		}
		x += 2
		fmt.Print(" x", x)
	}
	return x, "end"
}
func c36() (r1 int, r2 string) {
	x := 0
	_ = x
	for x = range seq(2, 1) {
		fmt.Print(" x")
		fmt.Print(x)
		if x==1 {
			break
		}
	}
	for range seq0(1) {
		fmt.Print(" z")
		defer func() { fmt.Print(" d58:", x); x++ }()
		for v2 := range []int{0,1,2} {
			fmt.Print(" v2")
			fmt.Print(v2)
			x += 1
			fmt.Print(" x", x)
			for v3, s := range seq2(2) {
				_ = s
				fmt.Print(" v3")
				fmt.Print(v3)
				x += 1
			}
		}
		defer func() { fmt.Print(" d9:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
	}
	switch {
	case x%3 == 1:
		return x, "r"
	default:
		x++
	}
	func() { defer func() { x++ }(); x += 2 }()
	x += 1
	return x, "end"
}
func c37() (r1 int, r2 string) {
	x := 0
	_ = x
	defer func() { fmt.Print(" d81:", x); x++ }()
	for v0 := range []int{0,1,2} {
		fmt.Print(" v0")
		fmt.Print(v0)
		func() { defer func() { x++ }(); x += 2 }()
	}
	if x%3 == 1 {
		return f2()
	}
	x += 1
	return x, "end"
}
func c38() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0 := range seq(1, 0) {
		fmt.Print(" v0")
		fmt.Print(v0)
		defer func() { fmt.Print(" d91:", x); x++ }()
	}
	x += 2
	for v1, s := range seq2(2) {
		_ = s
		fmt.Print(" v1")
		fmt.Print(v1)
		for v2, s := range seq2(3) {
			_ = s
			fmt.Print(" v2")
			fmt.Print(v2)
			for v3 := range 2 {
				fmt.Print(" v3")
				fmt.Print(v3)
				if v1!=0 {
					break
				}
				for range seq0(2) {
					fmt.Print(" z")
					fmt.Print(" x", x)
					if v3==0 {
						return 8, fmt.Sprint(x)
					}
					fmt.Print(" x", x)
				}
				for x = range seq(3, 0) {
					fmt.Print(" x")
					fmt.Print(x)
					fmt.Print(" x", x)
					fmt.Print(" x", x)
				}
			}
			if v2>0 {
				return x, "r"
			}
			for v6 := range seq(1, 4) {
				fmt.Print(" v6")
				fmt.Print(v6)
				for v7 := range 3 {
					fmt.Print(" v7")
					fmt.Print(v7)
					defer func() { fmt.Print(" d54:", x); x++ }()
				}
				for v8, s := range seq2(2) {
					_ = s
					fmt.Print(" v8")
					fmt.Print(v8)
					fmt.Print(" x", x)
				}
				switch {
				case v2==0:
					return
				default:
					x++
				}
			}
		}
	}
	func() { defer func() { x++ }(); x += 2 }()
	return x, "end"
}
func c39() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0, s := range seq2(2) {
		_ = s
		fmt.Print(" v0")
		fmt.Print(v0)
		L2:
		for v1 := range 3 {
			fmt.Print(" v1")
			fmt.Print(v1)
			if v1!=1 {
				continue L2
			}
		}
	}
	fmt.Print(" x", x)
	switch {
	case x%3 == 1:
		return x, "r"
	default:
		x++
	}
	return x, "end"
}
func c40() (r1 int, r2 string) {
	x := 0
	_ = x
	switch {
	case x%3 == 1:
		return 6, fmt.Sprint(x)
	default:
		x++
	}
	if x%3 == 1 {
		return 8, fmt.Sprint(x)
	}
	func() { defer func() { x++ }(); x += 2 }()
	for v0 := range 3 {
		fmt.Print(" v0")
		fmt.Print(v0)
		func() { defer func() { x++ }(); x += 2 }()
		fmt.Print(" x", x)
	}
	if x%3 == 2 {
		return f2()
	}
	for v1 := range 3 {
		fmt.Print(" v1")
		fmt.Print(v1)
		for x = range seq(3, 1) {
			fmt.Print(" x")
			fmt.Print(x)
			fmt.Print(" x", x)
			fmt.Print(" x", x)
		}
	}
	return x, "end"
}
func c41() (r1 int, r2 string) {
	x := 0
	_ = x
	fmt.Print(" x", x)
	for v0 := range seq(3, 2) {
		fmt.Print(" v0")
		fmt.Print(v0)
		for x = range seq(2, 0) {
			fmt.Print(" x")
			fmt.Print(x)
			for x = range seq(1, 1) {
				fmt.Print(" x")
				fmt.Print(x)
				func() { defer func() { x++ }(); x += 2 }()
			}
			switch {
			case v0!=0:
				return 3, fmt.Sprint(x)
			default:
				x++
			}
			x += 3
		}
	}
	x += 2
	for range seq0(1) {
		fmt.Print(" z")
		L1:
		for v4 := range 2 {
			fmt.Print(" v4")
			fmt.Print(v4)
			for v5, s := range seq2(2) {
				_ = s
				fmt.Print(" v5")
				fmt.Print(v5)
				if v5==2 {
					continue L1
				}
				L3:
				for v6, s := range seq2(2) {
					_ = s
					fmt.Print(" v6")
					fmt.Print(v6)
					if v4>2 {
						break L1
					}
					fmt.Print(" x", x)
					switch {
					case v5==2:
						continue L3
					default:
						x++
					}
				}
				for v7 := range 3 {
					fmt.Print(" v7")
					fmt.Print(v7)
					if v5>2 {
						return 8, fmt.Sprint(x)
					}
					switch {
					case v4==0:
						continue
					default:
						x++
					}
					fmt.Print(" x", x)
				}
			}
			fmt.Print(" x", x)
		}
		for v8 := range 1 {
			fmt.Print(" v8")
			fmt.Print(v8)
			if v8>0 {
				return
			}
		}
	}
	if x%3 == 1 {
		return
	}
	return x, "end"
}
func c42() (r1 int, r2 string) {
	x := 0
	_ = x
	for x = range seq(3, 4) {
		fmt.Print(" x")
		fmt.Print(x)
		if x==2 {
			continue
		}
	}
	for v1, s := range seq2(3) {
		_ = s
		fmt.Print(" v1")
		fmt.Print(v1)
		for x = range seq(3, 1) {
			fmt.Print(" x")
			fmt.Print(x)
			x += 3
		}
	}
	return x, "end"
}
func c43() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0, s := range seq2(3) {
		_ = s
		fmt.Print(" v0")
		fmt.Print(v0)
		for v1 := range swallow(1) {
			fmt.Print(" v1")
			fmt.Print(v1)
			if v0==0 {
				panic("p")
			}
		}
	}
	x += 3
	x += 3
	for v2 := range seq(3, 8) {
		fmt.Print(" v2")
		fmt.Print(v2)
		for v3 := range 3 {
			fmt.Print(" v3")
			fmt.Print(v3)
			if v2!=0 {
				continue
			}
			if v2>0 {
				break
			}
		}
		if v2>0 {
			panic("p")
		}
		defer func() { fmt.Print(" d66:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
	}
	for v4, s := range seq2(2) {
		_ = s
		fmt.Print(" v4")
		fmt.Print(v4)
		x += 4
		for v5 := range 2 {
			fmt.Print(" v5")
			fmt.Print(v5)
			func() { defer func() { x++ }(); x += 2 }()
		}
	}
	for v6 := range 2 {
		fmt.Print(" v6")
		fmt.Print(v6)
		switch {
		case v6==0:
			break
		default:
			x++
		}
		L5:
		for v7 := range seq(3, 4) {
			fmt.Print(" v7")
			fmt.Print(v7)
			if v6!=0 {
				break
			}
			for v8, s := range seq2(1) {
				_ = s
				fmt.Print(" v8")
				fmt.Print(v8)
				x += 3
				for v9 := range []int{0,1,2} {
					fmt.Print(" v9")
					fmt.Print(v9)
					x += 2
					func() { defer func() { x++ }(); x += 2 }()
					fmt.Print(" x", x)
				}
				for v10 := range swallow(2) {
					fmt.Print(" v10")
					fmt.Print(v10)
					if v7!=1 {
						return f2()
					}
				}
			}
			for v11 := range swallow(1) {
				fmt.Print(" v11")
				fmt.Print(v11)
				for v12 := range []int{0,1,2} {
					fmt.Print(" v12")
					fmt.Print(v12)
					fmt.Print(" x", x)
					if v11>0 {
						continue L5
					}
				}
			}
		}
		for range seq0(2) {
			fmt.Print(" z")
			if v6>0 {
				return
			}
			if v6!=2 {
				break
			}
		}
	}
	return x, "end"
}
func c44() (r1 int, r2 string) {
	x := 0
	_ = x
	switch {
	case x%3 == 1:
		return f2()
	default:
		x++
	}
	for v0 := range 1 {
		fmt.Print(" v0")
		fmt.Print(v0)
		fmt.Print(" x", x)
		func() { defer func() { x++ }(); x += 2 }()
		fmt.Print(" x", x)
	}
	switch {
	case x%3 == 1:
		return 0, fmt.Sprint(x)
	default:
		x++
	}
	for range seq0(1) {
		fmt.Print(" z")
		if x%3 == 0 {
			continue
		}
		for v2 := range swallow(3) {
			fmt.Print(" v2")
			fmt.Print(v2)
			for v3 := range 3 {
				fmt.Print(" v3")
				fmt.Print(v3)
				if v2>1 {
					continue
				}
				for v4 := range []int{0,1,2} {
					fmt.Print(" v4")
					fmt.Print(v4)
					fmt.Print(" x", x)
				}
			}
		}
		fmt.Print(" x", x)
	}
	if x%3 == 2 {
		panic("p")
	}
	if x%3 == 0 {
		return f2()
	}
	return x, "end"
}
func c45() (r1 int, r2 string) {
	x := 0
	_ = x
	fmt.Print(" x", x)
	if x%3 == 0 {
		panic("p")
	}
	if x%3 == 2 {
		return x, "r"
	}
	return x, "end"
}
func c46() (r1 int, r2 string) {
	x := 0
	_ = x
	for v0, s := range seq2(3) {
		_ = s
		fmt.Print(" v0")
		fmt.Print(v0)
		for v1 := range []int{0,1,2} {
			fmt.Print(" v1")
			fmt.Print(v1)
			func() { defer func() { x++ }(); x += 2 }()
			if v1!=2 {
				return x, "r"
			}
			if v0!=0 {
				break
			}
		}
	}
	if x%3 == 2 {
		return f2()
	}
	for v2 := range []int{0,1,2} {
		fmt.Print(" v2")
		fmt.Print(v2)
		for v3 := range seq(3, 0) {
			fmt.Print(" v3")
			fmt.Print(v3)
			if v2!=2 {
				return
			}
			for x = range seq(1, 1) {
				fmt.Print(" x")
				fmt.Print(x)
				fmt.Print(" x", x)
				defer func() { fmt.Print(" d63:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
			}
		}
		if v2!=0 {
			return x, "r"
		}
		if v2!=2 {
			continue
		}
	}
	if x%3 == 2 {
		panic("p")
	}
	fmt.Print(" x", x)
	return x, "end"
}
func c47() (r1 int, r2 string) {
	x := 0
	_ = x
	switch {
	case x%3 == 1:
		return
	default:
		x++
	}
	for x = range seq(1, 2) {
		fmt.Print(" x")
		fmt.Print(x)
		fmt.Print(" x", x)
	}
	defer func() { fmt.Print(" d37:", x); x++; r1 += 10 }()
	L1:
	for v1 := range swallow(1) {
		fmt.Print(" v1")
		fmt.Print(v1)
		fmt.Print(" x", x)
		x += 3
		if v1>2 {
			continue L1
		}
	}
	if x%3 == 1 {
		panic("p")
	}
	return x, "end"
}
func c48() (r1 int, r2 string) {
	x := 0
	_ = x
	for x = range seq(1, 0) {
		fmt.Print(" x")
		fmt.Print(x)
		if x!=1 {
			return
		}
		if x==2 {
			return x, "r"
		}
	}
	fmt.Print(" x", x)
	if x%3 == 2 {
		return x, "r"
	}
	if x%3 == 0 {
		return x, "r"
	}
	return x, "end"
}
func c49() (r1 int, r2 string) {
	x := 0
	_ = x
	x += 1
	x += 1
	if x%3 == 1 {
		panic("p")
	}
	for range seq0(2) {
		fmt.Print(" z")
		x += 1
		x += 2
	}
	fmt.Print(" x", x)
	for v1, s := range seq2(2) {
		_ = s
		fmt.Print(" v1")
		fmt.Print(v1)
		if v1>2 {
			break
		}
		L2:
		for v2, s := range seq2(3) {
			_ = s
			fmt.Print(" v2")
			fmt.Print(v2)
			if v1>0 {
				break L2
			}
		}
	}
	return x, "end"
}
func c50() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 1 {
		return f2()
	}
	for v0, s := range seq2(2) {
		_ = s
		fmt.Print(" v0")
		fmt.Print(v0)
		func() { defer func() { x++ }(); x += 2 }()
		fmt.Print(" x", x)
	}
	return x, "end"
}
func c51() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 2 {
		panic("p")
	}
	if x%3 == 0 {
		panic("p")
	}
	for v0 := range 2 {
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0==0 {
			break
		}
	}
	for v1 := range []int{0,1,2} {
		fmt.Print(" v1")
		fmt.Print(v1)
		for v2 := range swallow(1) {
			fmt.Print(" v2")
			fmt.Print(v2)
			x += 4
			defer func() { fmt.Print(" d64:", x); x++ }()
			fmt.Print(" x", x)
		}
		L3:
		for x = range seq(2, 8) {
			fmt.Print(" x")
			fmt.Print(x)
			if x>0 {
				continue L3
			}
			if x!=1 {
				break
			}
		}
		for x = range seq(2, 4) {
			fmt.Print(" x")
			fmt.Print(x)
			for v5 := range 3 {
				fmt.Print(" v5")
				fmt.Print(v5)
				if v1>2 {
					return f2()
				}
				fmt.Print(" x", x)
				fmt.Print(" x", x)
			}
			if x!=0 {
				return 6, fmt.Sprint(x)
			}
		}
	}
	return x, "end"
}
func c52() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 2 {
		return f2()
	}
	if x%3 == 2 {
		return 3, fmt.Sprint(x)
	}
	for v0 := range swallow(1) {
		fmt.Print(" v0")
		fmt.Print(v0)
		for v1 := range seq(1, 2) {
			fmt.Print(" v1")
			fmt.Print(v1)
			for v2 := range []int{0,1,2} {
				fmt.Print(" v2")
				fmt.Print(v2)
				defer func() { fmt.Print(" d19:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
				if v2!=2 {
					return x, "r"
				}
			}
			switch {
			case v1!=0:
				break
			default:
				x++
			}
		}
		for range seq0(2) {
			fmt.Print(" z")
			for v4 := range seq(2, 1) {
				fmt.Print(" v4")
				fmt.Print(v4)
				func() { defer func() { x++ }(); x += 2 }()
			}
		}
		for v5, s := range seq2(3) {
			_ = s
			fmt.Print(" v5")
			fmt.Print(v5)
			for v6 := range swallow(1) {
				fmt.Print(" v6")
				fmt.Print(v6)
				fmt.Print(" x", x)
			}
			for v7 := range swallow(1) {
				fmt.Print(" v7")
				fmt.Print(v7)
				func() { defer func() { x++ }(); x += 2 }()
				defer func() { fmt.Print(" d35:", x); x++ }()
			}
			if v5!=2 {
				continue
			}
		}
	}
	return x, "end"
}
func c53() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 0 {
		return f2()
	}
	for v0, s := range seq2(2) {
		_ = s
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0!=1 {
			return 4, fmt.Sprint(x)
		}
		for v1 := range swallow(1) {
			fmt.Print(" v1")
			fmt.Print(v1)
			defer func() { fmt.Print(" d66:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
			for x = range seq(3, 4) {
				fmt.Print(" x")
				fmt.Print(x)
				for range seq0(1) {
					fmt.Print(" z")
					if v1!=0 {
						return 7, fmt.Sprint(x)
					}
				}
				func() { defer func() { x++ }(); x += 2 }()
			}
		}
		for range seq0(2) {
			fmt.Print(" z")
			x += 4
			if v0!=2 {
				break
			}
			switch {
			case v0==2:
				continue
			default:
				x++
			}
		}
	}
	if x%3 == 0 {
		return
	}
	for range seq0(1) {
		fmt.Print(" z")
		if x%3 == 0 {
			break
		}
		if x%3 == 2 {
			break
		}
	}
	return x, "end"
}
func c54() (r1 int, r2 string) {
	x := 0
	_ = x
	switch {
	case x%3 == 1:
		return x, "r"
	default:
		x++
	}
	for v0, s := range seq2(1) {
		_ = s
		fmt.Print(" v0")
		fmt.Print(v0)
		for v1 := range 3 {
			fmt.Print(" v1")
			fmt.Print(v1)
			switch {
			case v0>0:
				return f2()
			default:
				x++
			}
			func() { defer func() { x++ }(); x += 2 }()
			for v2, s := range seq2(3) {
				_ = s
				fmt.Print(" v2")
				fmt.Print(v2)
				for range seq0(2) {
					fmt.Print(" z")
					fmt.Print(" x", x)
					fmt.Print(" x", x)
					fmt.Print(" x", x)
				}
				for x = range seq(2, 0) {
					fmt.Print(" x")
					fmt.Print(x)
					fmt.Print(" x", x)
				}
			}
		}
		defer func() { fmt.Print(" d79:", x); x++; if r := recover(); r != nil { fmt.Print(" rec ", r); r2 = "R" } }()
	}
	return x, "end"
}
func c55() (r1 int, r2 string) {
	x := 0
	_ = x
	L1:
	for v0 := range []int{0,1,2} {
		fmt.Print(" v0")
		fmt.Print(v0)
		if v0==0 {
			return x, "r"
		}
		if v0>1 {
			break L1
		}
		for v1 := range 2 {
			fmt.Print(" v1")
			fmt.Print(v1)
			for v2 := range []int{0,1,2} {
				fmt.Print(" v2")
				fmt.Print(v2)
				L3:
				for v3 := range 1 {
					fmt.Print(" v3")
					fmt.Print(v3)
					fmt.Print(" x", x)
					if v1==1 {
						continue L3
					}
					fmt.Print(" x", x)
				}
				for v4, s := range seq2(2) {
					_ = s
					fmt.Print(" v4")
					fmt.Print(v4)
					fmt.Print(" x", x)
					if v0>1 {
						return
					}
					if v0==1 {
						return x, "r"
					}
				}
				x += 3
			}
		}
	}
	for x = range seq(2, 8) {
		fmt.Print(" x")
		fmt.Print(x)
		x += 3
	}
	for x = range seq(3, 8) {
		fmt.Print(" x")
		fmt.Print(x)
		if x>1 {
			return x, "r"
		}
	}
	return x, "end"
}
func c56() (r1 int, r2 string) {
	x := 0
	_ = x
	for x = range seq(3, 2) {
		fmt.Print(" x")
		fmt.Print(x)
		if x>1 {
			break
		}
		if x==1 {
			return
		}
		fmt.Print(" x", x)
	}
	if x%3 == 1 {
		return f2()
	}
	x += 3
	for v1 := range 1 {
		fmt.Print(" v1")
		fmt.Print(v1)
		fmt.Print(" x", x)
		for v2 := range swallow(2) {
			fmt.Print(" v2")
			fmt.Print(v2)
			fmt.Print(" x", x)
			if v1!=1 {
				panic("p")
			}
			switch {
			case v1==0:
				break
			default:
				x++
			}
		}
		if v1==2 {
			return f2()
		}
	}
	func() { defer func() { x++ }(); x += 2 }()
	return x, "end"
}
func c57() (r1 int, r2 string) {
	x := 0
	_ = x
	if x%3 == 2 {
		return f2()
	}
	if x%3 == 0 {
		return 2, fmt.Sprint(x)
	}
	fmt.Print(" x", x)
	fmt.Print(" x", x)
	return x, "end"
}
func c58() (r1 int, r2 string) {
	x := 0
	_ = x
	func() { defer func() { x++ }(); x += 2 }()
	L1:
	for v0, s := range seq2(2) {
		_ = s
		fmt.Print(" v0")
		fmt.Print(v0)
		for x = range seq(3, 2) {
			fmt.Print(" x")
			fmt.Print(x)
			if v0>2 {
				return 7, fmt.Sprint(x)
			}
			defer func() { fmt.Print(" d28:", x); x++; r1 += 10 }()
		}
		for range seq0(1) {
			fmt.Print(" z")
			for range seq0(2) {
				fmt.Print(" z")
				L3:
				for v4 := range []int{0,1,2} {
					fmt.Print(" v4")
					fmt.Print(v4)
					switch {
					case v4==2:
						break L3
					default:
						x++
					}
					fmt.Print(" x", x)
					if v0>2 {
						continue L1
					}
				}
				if v0!=1 {
					return f2()
				}
			}
			L4:
			for v5 := range swallow(2) {
				fmt.Print(" v5")
				fmt.Print(v5)
				if v5==2 {
					break L1
				}
				if v5==2 {
					break L4
				}
				switch {
				case v5==2:
					break L4
				default:
					x++
				}
			}
		}
		fmt.Print(" x", x)
	}
	if x%3 == 0 {
		return 0, fmt.Sprint(x)
	}
	if x%3 == 1 {
		return x, "r"
	}
	if x%3 == 1 {
		panic("p")
	}
	return x, "end"
}
func c59() (r1 int, r2 string) {
	x := 0
	_ = x
	defer func() { fmt.Print(" d51:", x); x++; r1 += 10 }()
	for v0 := range swallow(1) {
		fmt.Print(" v0")
		fmt.Print(v0)
		func() { defer func() { x++ }(); x += 2 }()
		if v0!=2 {
			panic("p")
		}
	}
	if x%3 == 0 {
		panic("p")
	}
	if x%3 == 1 {
		return 2, fmt.Sprint(x)
	}
	if x%3 == 2 {
		panic("p")
	}
	return x, "end"
}
func main() {
	run(0, c0)
	run(1, c1)
	run(2, c2)
	run(3, c3)
	run(4, c4)
	run(5, c5)
	run(6, c6)
	run(7, c7)
	run(8, c8)
	run(9, c9)
	run(10, c10)
	run(11, c11)
	run(12, c12)
	run(13, c13)
	run(14, c14)
	run(15, c15)
	run(16, c16)
	run(17, c17)
	run(18, c18)
	run(19, c19)
	run(20, c20)
	run(21, c21)
	run(22, c22)
	run(23, c23)
	run(24, c24)
	run(25, c25)
	run(26, c26)
	run(27, c27)
	run(28, c28)
	run(29, c29)
	run(30, c30)
	run(31, c31)
	run(32, c32)
	run(33, c33)
	run(34, c34)
	run(35, c35)
	run(36, c36)
	run(37, c37)
	run(38, c38)
	run(39, c39)
	run(40, c40)
	run(41, c41)
	run(42, c42)
	run(43, c43)
	run(44, c44)
	run(45, c45)
	run(46, c46)
	run(47, c47)
	run(48, c48)
	run(49, c49)
	run(50, c50)
	run(51, c51)
	run(52, c52)
	run(53, c53)
	run(54, c54)
	run(55, c55)
	run(56, c56)
	run(57, c57)
	run(58, c58)
	run(59, c59)
}
