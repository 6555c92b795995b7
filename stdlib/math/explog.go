package math

// horner evaluates a polynomial whose highest coefficient comes first.
func horner(x float64, c []float64) float64 {
	y := c[0]
	for _, a := range c[1:] {
		y = y*x + a
	}
	return y
}

// The two halves of the natural logarithm of 2; multiples of the first up to 2**10 are exact.
const (
	ln2Hi = 6.93147180369123816490e-01
	ln2Lo = 1.90821492927058770002e-10
)

// Exp is e**x. It is C code (runtime/val/math.c) because the result depends on fused operations, which Go uses when the CPU has them.
//
//tuco:extern tu_exp
func Exp(x float64) float64

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	switch {
	case IsNaN(x):
		return x
	case x > 1.0239999999999999e+03:
		return Inf(1)
	case x < -1.0740e+03:
		return 0
	}
	k := 0
	if x > 0 {
		k = int(x + 0.5)
	} else if x < 0 {
		k = int(x - 0.5)
	}
	// e**r for r = hi - lo in [-ln2/2, ln2/2] by a rational approximation, then times 2**k.
	t := x - float64(k)
	hi := t * ln2Hi
	lo := -t * ln2Lo
	r := hi - lo
	u := r * r
	c := r - u*(1.66666666666666657415e-01+u*(-2.77777777770155933842e-03+u*(6.61375632143793436117e-05+
		u*(-1.65339022054652515390e-06+u*4.13813679705723846039e-08))))
	y := 1 - ((lo - (r*c)/(2-c)) - hi)
	return Ldexp(y, k)
}

// Expm1 is e**x - 1, accurate for small x.
func Expm1(x float64) float64 {
	const invLn2 = 1.44269504088896338700e+00
	switch {
	case IsInf(x, 1) || IsNaN(x):
		return x
	case IsInf(x, -1):
		return -1
	}
	neg := x < 0
	a := Abs(x)
	if a >= 3.88162421113569373274e+01 { // 56 ln2
		if neg {
			return -1
		}
		if a >= 7.09782712893383973096e+02 {
			return Inf(1)
		}
	}
	k := 0
	var c float64 // what x lacks after the reduction
	switch {
	case a > 3.46573590279972654709e-01: // ln2/2
		var hi, lo float64
		switch {
		case a >= 1.03972077083991796413e+00: // 3/2 ln2
			k = int(invLn2*x + Copysign(0.5, x))
			t := float64(k)
			hi, lo = x-t*ln2Hi, t*ln2Lo
		case neg:
			k, hi, lo = -1, x+ln2Hi, -ln2Lo
		default:
			k, hi, lo = 1, x-ln2Hi, ln2Lo
		}
		x = hi - lo
		c = (hi - x) - lo
	case a < 1.0/(1<<54):
		return x
	}
	hfx := 0.5 * x
	hxs := x * hfx
	r1 := 1 + hxs*(-3.33333333333331316428e-02+hxs*(1.58730158725481460165e-03+hxs*(-7.93650757867487942473e-05+
		hxs*(4.00821782732936239552e-06+hxs*-2.01099218183624371326e-07))))
	t := 3 - r1*hfx
	e := hxs * ((r1 - t) / (6.0 - x*t))
	if k == 0 {
		return x - (x*e - hxs)
	}
	e = x*(e-c) - c
	e -= hxs
	scale := func(y float64) float64 { return Float64frombits(Float64bits(y) + uint64(k)<<expShift) }
	switch {
	case k == -1:
		return 0.5*(x-e) - 0.5
	case k == 1 && x < -0.25:
		return -2 * (e - (x + 0.5))
	case k == 1:
		return 1 + 2*(x-e)
	case k <= -2 || k > 56:
		return scale(1-(e-x)) - 1
	case k < 20:
		t := Float64frombits(0x3FF0000000000000 - 0x20000000000000>>uint(k)) // 1 - 2**-k
		return scale(t - (e - x))
	}
	t = Float64frombits(uint64(0x3FF-k) << expShift) // 2**-k
	y := x - (e + t)
	y++
	return scale(y)
}

// logSeries is the even and odd halves of the series of log((1+s)/(1-s)) for s2 = s*s, without the first term.
func logSeries(s2 float64) float64 {
	s4 := s2 * s2
	t1 := s2 * (6.666666666666735130e-01 + s4*(2.857142874366239149e-01+s4*(1.818357216161805012e-01+s4*1.479819860511658591e-01)))
	t2 := s4 * (3.999999999940941908e-01 + s4*(2.222219843214978396e-01+s4*1.531383769920937332e-01))
	return t1 + t2
}

// Log is the natural logarithm.
func Log(x float64) float64 {
	b := Float64bits(x)
	switch {
	case b<<1 == 0:
		return Inf(-1)
	case int64(b) < 0:
		return NaN()
	case b >= infBits:
		return x
	}
	// Denormal numbers are taken as they are, which is what Go's code for amd64 does.
	frac := Float64frombits(b&fracMask | (expBias-1)<<expShift)
	k := float64(int(b>>expShift) - (expBias - 1))
	if frac < Sqrt2/2 {
		frac *= 2
		k--
	}
	f := frac - 1
	s := f / (2 + f)
	r := logSeries(s * s)
	hfsq := 0.5 * f * f
	return k*ln2Hi - ((hfsq - (s*(hfsq+r) + k*ln2Lo)) - f)
}

// Log10 is the decimal logarithm.
func Log10(x float64) float64 { return Log(x) * (1 / Ln10) }

// Log2 is the binary logarithm, exact for powers of two.
func Log2(x float64) float64 {
	frac, exp := Frexp(x)
	if frac == 0.5 {
		return float64(exp - 1)
	}
	return Log(frac)*(1/Ln2) + float64(exp)
}

// Log1p is log(1+x), accurate for small x.
func Log1p(x float64) float64 {
	switch {
	case x < -1 || IsNaN(x):
		return NaN()
	case x == -1:
		return Inf(-1)
	case IsInf(x, 1):
		return Inf(1)
	}
	a := Abs(x)
	k := 1
	var f, c float64
	var iu uint64
	if a < 4.142135623730950488017e-01 { // sqrt2 - 1
		if a < 1.0/(1<<29) {
			if a < 1.0/(1<<54) {
				return x
			}
			return x - x*x*0.5
		}
		if x > -2.928932188134524755992e-01 { // sqrt2/2 - 1
			k, f, iu = 0, x, 1
		}
	}
	if k != 0 {
		// 1+x = 2**k * (1+f), c corrects the rounding of 1+x.
		u := x
		if a < 1<<53 {
			u = 1.0 + x
		}
		iu = Float64bits(u)
		k = int(iu>>expShift) - expBias
		if a < 1<<53 {
			if k > 0 {
				c = 1.0 - (u - x)
			} else {
				c = x - (u - 1.0)
			}
			c /= u
		}
		iu &= fracMask
		if iu < 0x0006A09E667F3BCD { // fraction of sqrt2
			u = Float64frombits(iu | 0x3FF0000000000000)
		} else {
			k++
			u = Float64frombits(iu | 0x3FE0000000000000)
			iu = (0x0010000000000000 - iu) >> 2
		}
		f = u - 1.0
	}
	hfsq := 0.5 * f * f
	fk := float64(k)
	if iu == 0 { // |f| < 2**-20
		if f == 0 {
			if k == 0 {
				return 0
			}
			c += fk * ln2Lo
			return fk*ln2Hi + c
		}
		r := hfsq * (1.0 - 0.66666666666666666*f)
		if k == 0 {
			return f - r
		}
		return fk*ln2Hi - ((r - (fk*ln2Lo + c)) - f)
	}
	s := f / (2.0 + f)
	z := s * s
	r := z * (6.666666666666735130e-01 + z*(3.999999999940941908e-01+z*(2.857142874366239149e-01+z*(2.222219843214978396e-01+
		z*(1.818357216161805012e-01+z*(1.531383769920937332e-01+z*1.479819860511658591e-01))))))
	if k == 0 {
		return f - (hfsq - s*(hfsq+r))
	}
	return fk*ln2Hi - ((hfsq - (s*(hfsq+r) + (fk*ln2Lo + c))) - f)
}

// Logb is the binary exponent of x.
func Logb(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case IsInf(x, 0):
		return Inf(1)
	case IsNaN(x):
		return x
	}
	return float64(exponent(x))
}

// Ilogb is the binary exponent of x as an integer.
func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case IsNaN(x) || IsInf(x, 0):
		return MaxInt32
	}
	return exponent(x)
}

func exponent(x float64) int {
	x, exp := normalize(x)
	return int(Float64bits(x)>>expShift&expMask) - expBias + exp
}

// isOdd reports whether x is an odd integer.
func isOdd(x float64) bool {
	if Abs(x) >= 1<<53 {
		return false
	}
	i, f := Modf(x)
	return f == 0 && int64(i)&1 == 1
}

// Pow is x**y.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0:
		odd := Signbit(x) && isOdd(y)
		switch {
		case y < 0 && odd:
			return Inf(-1)
		case y < 0:
			return Inf(1)
		case odd:
			return x
		}
		return 0
	case IsInf(y, 0):
		switch {
		case x == -1:
			return 1
		case (Abs(x) < 1) == IsInf(y, 1):
			return 0
		}
		return Inf(1)
	case IsInf(x, 0):
		if IsInf(x, -1) {
			return Pow(1/x, -y)
		}
		if y < 0 {
			return 0
		}
		return Inf(1)
	case y == 0.5:
		return Sqrt(x)
	case y == -0.5:
		return 1 / Sqrt(x)
	}
	yi, yf := Modf(Abs(y))
	if yf != 0 && x < 0 {
		return NaN()
	}
	if yi >= 1<<63 {
		switch {
		case x == -1:
			return 1
		case (Abs(x) < 1) == (y > 0):
			return 0
		}
		return Inf(1)
	}
	// The result is a * 2**ae: the fraction of y by exp and log, the integer by squaring.
	a, ae := 1.0, 0
	if yf != 0 {
		if yf > 0.5 {
			yf--
			yi++
		}
		a = Exp(yf * Log(x))
	}
	x1, xe := Frexp(x)
	for i := int64(yi); i != 0; i >>= 1 {
		if xe < -1<<12 || 1<<12 < xe { // over- or underflow for certain
			ae += xe
			break
		}
		if i&1 == 1 {
			a *= x1
			ae += xe
		}
		x1 *= x1
		xe <<= 1
		if x1 < .5 {
			x1 += x1
			xe--
		}
	}
	if y < 0 {
		a = 1 / a
		ae = -ae
	}
	return Ldexp(a, ae)
}

var tens = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
	1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31}
var tensUp = [...]float64{1e0, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288}
var tensDown = [...]float64{1e0, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320}

// Pow10 is 10**n.
func Pow10(n int) float64 {
	switch {
	case n > 308:
		return Inf(1)
	case n >= 0:
		return tensUp[uint(n)/32] * tens[uint(n)%32]
	case n >= -323:
		return tensDown[uint(-n)/32] / tens[uint(-n)%32]
	}
	return 0
}

// Cbrt is the cube root of x.
func Cbrt(x float64) float64 {
	if x == 0 || IsNaN(x) || IsInf(x, 0) {
		return x
	}
	a := Abs(x)
	// A third of the exponent gives 5 bits, a rational step 23, one step of Newton the rest.
	t := Float64frombits(Float64bits(a)/3 + 715094163<<32)
	if a < 0x1p-1022 {
		t = float64(1<<54) * a
		t = Float64frombits(Float64bits(t)/3 + 696219795<<32)
	}
	r := t * t / a
	s := 5.42857142857142815906e-01 + r*t
	t *= 3.57142857142857150787e-01 + 1.60714285714285720630e+00/(s+1.41428571428571436819e+00+-7.05306122448979611050e-01/s)
	t = Float64frombits(Float64bits(t)&(0xFFFFFFFFC<<28) + 1<<30)
	s = t * t
	r = a / s
	w := t + t
	r = (r - t) / (w + r)
	t = t + t*r
	return Copysign(t, x)
}

// Hypot is sqrt(p*p + q*q) without overflow on the way.
func Hypot(p, q float64) float64 {
	p, q = Abs(p), Abs(q)
	switch {
	case IsInf(p, 1) || IsInf(q, 1):
		return Inf(1)
	case IsNaN(p) || IsNaN(q):
		return NaN()
	}
	if p < q {
		p, q = q, p
	}
	if p == 0 {
		return 0
	}
	q /= p
	return p * Sqrt(1+q*q)
}

// Mod is the remainder of x/y with the sign of x.
func Mod(x, y float64) float64 {
	if y == 0 || IsInf(x, 0) || IsNaN(x) || IsNaN(y) {
		return NaN()
	}
	y = Abs(y)
	yf, ye := Frexp(y)
	r := x // -0 stays
	if x < 0 {
		r = -x
	}
	for r >= y {
		rf, re := Frexp(r)
		if rf < yf {
			re--
		}
		r -= Ldexp(y, re-ye)
	}
	if x < 0 {
		r = -r
	}
	return r
}

// Remainder is the remainder of IEEE 754: x minus the multiple of y nearest to it.
func Remainder(x, y float64) float64 {
	switch {
	case IsNaN(x) || IsNaN(y) || IsInf(x, 0) || y == 0:
		return NaN()
	case IsInf(y, 0):
		return x
	}
	neg := x < 0
	if neg {
		x = -x // -0 stays
	}
	y = Abs(y)
	if x == y {
		if neg {
			return Copysign(0, -1)
		}
		return 0
	}
	if y <= MaxFloat64/2 {
		x = Mod(x, y+y)
	}
	if y < 4.45014771701440276618e-308 {
		if x+x > y {
			x -= y
			if x+x >= y {
				x -= y
			}
		}
	} else {
		half := 0.5 * y
		if x > half {
			x -= y
			if x >= half {
				x -= y
			}
		}
	}
	if neg {
		x = -x
	}
	return x
}

// FMA is x*y + z with one rounding.
//
//tuco:extern tu_fma
func FMA(x, y, z float64) float64
