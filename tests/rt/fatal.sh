#!/bin/sh
# Fatal ends of tests/rt/panics.c: message, order of lines, exit status 2. usage: tests/rt/fatal.sh [binary]
cd "$(dirname "$0")/../.."
bin=${1:-build/rt-${CC:-gcc}/panics}
fail=0
expect() {
	have=$(RT_MODE=$1 timeout 20 "$bin" 2>&1; echo "exit $?")
	have=$(echo "$have" | sed -E 's/pc=0x[0-9a-f]+/pc=X/; s/goroutine [0-9]+/goroutine N/')
	if [ "$have" != "$2" ]; then
		echo "FAIL fatal $1:"; echo "$have"; echo "want:"; echo "$2"; fail=1
	fi
}
expect p 'panic: 7

goroutine N [running]:
exit 2'
expect n 'panic: 1 [recovered]
	panic: 3

goroutine N [running]:
exit 2'
expect s 'panic: runtime error: invalid memory address or nil pointer dereference
[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=X]

goroutine N [running]:
exit 2'
expect d 'fatal error: all goroutines are asleep - deadlock!

goroutine N [chan receive]:

goroutine N [chan receive]:
exit 2'
expect e 'fatal error: no goroutines (main called runtime.Goexit) - deadlock!
exit 2'
expect f 'unexpected fault address 0x12345678
fatal error: fault
[signal SIGSEGV: segmentation violation code=0x1 addr=0x12345678 pc=X]

goroutine N [running]:
exit 2'
expect o 'fatal error: my end

goroutine N [running]:
exit 2'
expect i 'panic: assignment to entry in nil map

goroutine N [running]:
exit 2'
[ $fail = 0 ] && echo "fatal: ok"
exit $fail
