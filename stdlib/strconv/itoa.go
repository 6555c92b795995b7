package strconv

import "unsafe"

const digitChars = "0123456789abcdefghijklmnopqrstuvwxyz"

// pairs holds 00 to 99.
const pairs = "00010203040506070809" + "10111213141516171819" + "20212223242526272829" + "30313233343536373839" +
	"40414243444546474849" + "50515253545556575859" + "60616263646566676869" + "70717273747576777879" +
	"80818283848586878889" + "90919293949596979899"

// pair16 holds the same as little-endian numbers; its length lets r&127 go unchecked.
var pair16 = [128]uint16{
	0x3030, 0x3130, 0x3230, 0x3330, 0x3430, 0x3530, 0x3630, 0x3730, 0x3830, 0x3930, 0x3031, 0x3131, 0x3231, 0x3331, 0x3431, 0x3531, 0x3631, 0x3731, 0x3831, 0x3931,
	0x3032, 0x3132, 0x3232, 0x3332, 0x3432, 0x3532, 0x3632, 0x3732, 0x3832, 0x3932, 0x3033, 0x3133, 0x3233, 0x3333, 0x3433, 0x3533, 0x3633, 0x3733, 0x3833, 0x3933,
	0x3034, 0x3134, 0x3234, 0x3334, 0x3434, 0x3534, 0x3634, 0x3734, 0x3834, 0x3934, 0x3035, 0x3135, 0x3235, 0x3335, 0x3435, 0x3535, 0x3635, 0x3735, 0x3835, 0x3935,
	0x3036, 0x3136, 0x3236, 0x3336, 0x3436, 0x3536, 0x3636, 0x3736, 0x3836, 0x3936, 0x3037, 0x3137, 0x3237, 0x3337, 0x3437, 0x3537, 0x3637, 0x3737, 0x3837, 0x3937,
	0x3038, 0x3138, 0x3238, 0x3338, 0x3438, 0x3538, 0x3638, 0x3738, 0x3838, 0x3938, 0x3039, 0x3139, 0x3239, 0x3339, 0x3439, 0x3539, 0x3639, 0x3739, 0x3839, 0x3939,
}

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
		*(*uint16)(unsafe.Pointer(&a[p])) = pair16[r&127]
		u = q
	}
	if u >= 10 {
		p -= 2
		*(*uint16)(unsafe.Pointer(&a[p])) = pair16[u&127]
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
