// errorcheck

// Statements that are broken: one message per line, at the token that is wrong.
package p

func f(x int) {
	for i := 0; i < 10 { // ERROR "unexpected [{], expected semicolon or newline"
	}                    // ERROR "unexpected }, expected expression"
	if x == 1 else { // ERROR "unexpected keyword else, expected [{]"
	}
	switch x {
	x = 1 // ERROR "unexpected name x, expected case or default or }"
	} // ERROR "unexpected }, expected :"
	var = 3   // ERROR "unexpected =, expected name"
	x := := 2 // ERROR "unexpected :=, expected expression"
}

func g(x int) { // ERROR "unexpected name g, expected [(]"
	if x == 1; { // ERROR "missing condition in if statement"
	}
	if x = 1 { // ERROR "cannot use assignment x = 1 as value"
	}
	for ; ; i := 1 { // ERROR "cannot declare in post statement of for loop"
	}
	go (f(1)) // ERROR "expression in go must not be parenthesized"
	x++ + 1   // ERROR "unexpected [+] at end of statement"
	a, b      // ERROR "unexpected newline, expected := or = or comma"
	if x {
	} else x = 1 // ERROR "else must be followed by if or statement block"
}
