package math

const (
	nanBits  = 0x7FF8000000000001
	infBits  = 0x7FF0000000000000
	signBit  = 1 << 63
	expShift = 52
	expMask  = 0x7FF
	expBias  = 1023
	fracMask = 1<<expShift - 1
)

// Float32bits returns the IEEE 754 representation of f.
//
//tuco:intrinsic tu_f32_bits
func Float32bits(f float32) uint32

// Float32frombits is the number with representation b.
//
//tuco:intrinsic tu_f32_from_bits
func Float32frombits(b uint32) float32

// Float64bits returns the IEEE 754 representation of f.
//
//tuco:intrinsic tu_f64_bits
func Float64bits(f float64) uint64

// Float64frombits is the number with representation b.
//
//tuco:intrinsic tu_f64_from_bits
func Float64frombits(b uint64) float64

// Inf returns positive infinity when sign >= 0, else negative infinity.
func Inf(sign int) float64 {
	if sign >= 0 {
		return Float64frombits(infBits)
	}
	return Float64frombits(infBits | signBit)
}

// NaN returns a value that is not a number.
func NaN() float64 { return Float64frombits(nanBits) }

// IsNaN reports whether f is not a number.
func IsNaN(f float64) bool { return f != f }

// IsInf reports whether f is an infinity: positive when sign > 0, negative when sign < 0, either when sign is 0.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

// Signbit reports whether x is negative or negative zero.
func Signbit(x float64) bool { return Float64bits(x)>>63 != 0 }

// Copysign returns f with the sign of sign.
//
//tuco:intrinsic tu_copysign
func Copysign(f, sign float64) float64

// Abs is the absolute value of x.
//
//tuco:intrinsic tu_fabs
func Abs(x float64) float64

// Sqrt is the square root of x; NaN for x < 0.
//
//tuco:intrinsic tu_sqrt
func Sqrt(x float64) float64

// normalize returns a normal y and exp with x == y * 2**exp, for finite x that is not 0.
func normalize(x float64) (y float64, exp int) {
	if Abs(x) < 0x1p-1022 {
		return x * (1 << 52), -52
	}
	return x, 0
}

// Frexp splits f into frac in [1/2, 1) and a power of two: f == frac * 2**exp. 0, infinities and NaN are their own frac.
func Frexp(f float64) (frac float64, exp int) {
	if f == 0 || IsInf(f, 0) || IsNaN(f) {
		return f, 0
	}
	f, exp = normalize(f)
	b := Float64bits(f)
	exp += int(b>>expShift&expMask) - (expBias - 1)
	b &^= expMask << expShift
	b |= (expBias - 1) << expShift
	return Float64frombits(b), exp
}

// Ldexp returns frac * 2**exp.
func Ldexp(frac float64, exp int) float64 {
	if frac == 0 || IsInf(frac, 0) || IsNaN(frac) {
		return frac
	}
	frac, e := normalize(frac)
	exp += e
	b := Float64bits(frac)
	exp += int(b>>expShift&expMask) - expBias
	if exp < -1075 {
		return Copysign(0, frac)
	}
	if exp > 1023 {
		if frac < 0 {
			return Inf(-1)
		}
		return Inf(1)
	}
	var m float64 = 1
	if exp < -1022 { // the result is denormal: round once, in the last step
		exp += 53
		m = 1.0 / (1 << 53)
	}
	b &^= expMask << expShift
	b |= uint64(exp+expBias) << expShift
	return m * Float64frombits(b)
}

// Modf splits f into integer and fraction, both with f's sign.
func Modf(f float64) (integer float64, fractional float64) {
	integer = Trunc(f)
	if IsInf(f, 0) {
		return f, NaN()
	}
	return integer, Copysign(f-integer, f)
}

// Nextafter returns the float64 after x towards y.
func Nextafter(x, y float64) (r float64) {
	switch {
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == y:
		return x
	case x == 0:
		return Copysign(Float64frombits(1), y)
	case (y > x) == (x > 0):
		return Float64frombits(Float64bits(x) + 1)
	}
	return Float64frombits(Float64bits(x) - 1)
}

// Nextafter32 returns the float32 after x towards y.
func Nextafter32(x, y float32) (r float32) {
	switch {
	case x != x || y != y:
		return float32(NaN())
	case x == y:
		return x
	case x == 0:
		return float32(Copysign(float64(Float32frombits(1)), float64(y)))
	case (y > x) == (x > 0):
		return Float32frombits(Float32bits(x) + 1)
	}
	return Float32frombits(Float32bits(x) - 1)
}

// Floor is the greatest integer value <= x.
func Floor(x float64) float64 {
	t := Trunc(x)
	if t > x {
		return t - 1
	}
	return t
}

// Ceil is the least integer value >= x.
func Ceil(x float64) float64 {
	t := Trunc(x)
	if t < x {
		return Copysign(t+1, x)
	}
	return t
}

// Trunc is the integer part of x.
func Trunc(x float64) float64 {
	if a := Abs(x); !(a < 1<<52) { // also NaN and infinities
		return x
	}
	return Copysign(float64(int64(x)), x)
}

// Round is the nearest integer, halves away from zero.
func Round(x float64) float64 {
	t := Trunc(x)
	if Abs(x-t) >= 0.5 {
		return t + Copysign(1, x)
	}
	return t
}

// RoundToEven is the nearest integer, halves to the even one.
func RoundToEven(x float64) float64 {
	if a := Abs(x); !(a < 1<<52) {
		return x
	}
	const big = 1 << 52
	a := Abs(x)
	r := (a + big) - big
	return Copysign(r, x)
}

// Max returns the larger of x and y; NaN when one is NaN, +Inf when one is. Max(+0, -0) is +0.
func Max(x, y float64) float64 {
	switch {
	case IsInf(x, 1) || IsInf(y, 1):
		return Inf(1)
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0 && x == y:
		if Signbit(x) {
			return y
		}
		return x
	}
	if x > y {
		return x
	}
	return y
}

// Min returns the smaller of x and y; -Inf when one is, NaN when one is NaN. Min(+0, -0) is -0.
func Min(x, y float64) float64 {
	switch {
	case IsInf(x, -1) || IsInf(y, -1):
		return Inf(-1)
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0 && x == y:
		if Signbit(x) {
			return x
		}
		return y
	}
	if x < y {
		return x
	}
	return y
}

// Dim is x - y, or 0 when that is negative.
func Dim(x, y float64) float64 {
	d := x - y
	if d <= 0 {
		return 0
	}
	return d
}
