package strconv

const digitChars = "0123456789abcdefghijklmnopqrstuvwxyz"

// pairs holds 00 to 99.
const pairs = "00010203040506070809" + "10111213141516171819" + "20212223242526272829" + "30313233343536373839" +
	"40414243444546474849" + "50515253545556575859" + "60616263646566676869" + "70717273747576777879" +
	"80818283848586878889" + "90919293949596979899"

// FormatUint writes i in the given base, 2 to 36.
func FormatUint(i uint64, base int) string {
	if base == 10 {
		if i < 100 {
			return small(int(i))
		}
		var a [20]byte
		return string(a[putDecimal(&a, i):])
	}
	var a [65]byte
	return string(a[putBase(&a, i, base):])
}

// FormatInt writes i in the given base, 2 to 36.
func FormatInt(i int64, base int) string {
	if 0 <= i && i < 100 && base == 10 {
		return small(int(i))
	}
	var a [65]byte
	return string(appendSigned(a[:0], i, base))
}

// Itoa is FormatInt(i, 10).
func Itoa(i int) string {
	if 0 <= i && i < 100 {
		return small(i)
	}
	var a [20]byte
	u := uint64(i)
	if i < 0 {
		u = -u
	}
	p := putDecimal(&a, u)
	if i < 0 {
		p--
		a[p] = '-'
	}
	return string(a[p:])
}

// AppendInt appends FormatInt(i, base) to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	if 0 <= i && i < 10 {
		if base < 2 || base > 36 {
			panic("strconv: illegal AppendInt/FormatInt base")
		}
		if int64(base) > i {
			return append(dst, '0'+byte(i))
		}
	}
	return appendSigned(dst, i, base)
}

// AppendUint appends FormatUint(i, base) to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	if base == 10 {
		var a [20]byte
		return append(dst, a[putDecimal(&a, i):]...)
	}
	var a [65]byte
	return append(dst, a[putBase(&a, i, base):]...)
}

func appendSigned(dst []byte, i int64, base int) []byte {
	u := uint64(i)
	if i < 0 {
		u = -u
		dst = append(dst, '-')
	}
	return AppendUint(dst, u, base)
}

// small is the text of 0 to 99 without allocation.
func small(i int) string {
	if i < 10 {
		return digitChars[i : i+1]
	}
	return pairs[i*2 : i*2+2]
}

// putDecimal fills a from its end and returns where the number starts.
func putDecimal(a *[20]byte, u uint64) int {
	p := len(a)
	for u >= 100 {
		q := u / 100
		r := u - q*100
		p -= 2
		a[p+1] = pairs[r*2+1]
		a[p] = pairs[r*2]
		u = q
	}
	if u >= 10 {
		p -= 2
		a[p+1] = pairs[u*2+1]
		a[p] = pairs[u*2]
		return p
	}
	p--
	a[p] = '0' + byte(u)
	return p
}

func putBase(a *[65]byte, u uint64, base int) int {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	p := len(a)
	if base&(base-1) == 0 {
		shift := uint(0)
		for 1<<shift != base {
			shift++
		}
		mask := uint64(base) - 1
		for u > mask {
			p--
			a[p] = digitChars[u&mask]
			u >>= shift
		}
		p--
		a[p] = digitChars[u]
		return p
	}
	b := uint64(base)
	for u >= b {
		p--
		q := u / b
		a[p] = digitChars[u-q*b]
		u = q
	}
	p--
	a[p] = digitChars[u]
	return p
}
