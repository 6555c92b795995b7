# Programs at the limits that ulimit sets: descriptors and threads.
. "$(dirname "$0")/lib.sh"
cat > many.go <<'EOF'
package main

import (
	"fmt"
	"net"
)

func main() {
	var ls []net.Listener
	for {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			fmt.Println(len(ls) > 3, err)
			break
		}
		ls = append(ls, l)
	}
	ls[0].Close()
	_, err := net.Listen("tcp", "127.0.0.1:0")
	fmt.Println("again", err)
}
EOF
expect 0 "$TUCO" build many.go
expect 0 sh -c 'ulimit -n 20; exec ./many'
has "true listen tcp 127.0.0.1:0: socket: too many open files"; has "again <nil>"
cat > threads.go <<'EOF'
package main

import (
	"fmt"
	"syscall"
	"time"
)

func main() {
	for range 50 {
		go func() {
			var p [2]int
			syscall.Pipe(p[:])
			var b [1]byte
			syscall.Read(p[0], b[:])
		}()
	}
	time.Sleep(2 * time.Second)
	fmt.Println("not reached")
}
EOF
expect 0 "$TUCO" build threads.go
if [ "$(id -u)" = 0 ] && command -v setpriv prlimit >/dev/null; then
	d=$(mktemp -d)
	chmod 755 "$d"
	cp threads "$d/threads"
	expect 2 setpriv --reuid=65533 --clear-groups prlimit --nproc=3:3 "$d/threads"
	rm -rf "$d"
	has "runtime: failed to create new OS thread (have "; has " already; errno=11)"
	has "runtime: may need to increase max user processes (ulimit -u)"; has "fatal error: newosproc"
fi
