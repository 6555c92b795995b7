// Package cmplx has the elementary functions of complex numbers. Branch cuts and special values follow C99's Annex G, as Go's do.
package cmplx

import "math"

// Abs is the modulus.
func Abs(x complex128) float64 { return math.Hypot(real(x), imag(x)) }

// Phase is the argument, in (-Pi, Pi].
func Phase(x complex128) float64 { return math.Atan2(imag(x), real(x)) }

// Polar returns modulus and argument.
func Polar(x complex128) (r, θ float64) { return Abs(x), Phase(x) }

// Rect is the number with the given modulus and argument.
func Rect(r, θ float64) complex128 {
	s, c := math.Sincos(θ)
	return complex(r*c, r*s)
}

// Conj is the conjugate.
func Conj(x complex128) complex128 { return complex(real(x), -imag(x)) }

// Inf is infinite in both parts.
func Inf() complex128 { return complex(math.Inf(1), math.Inf(1)) }

// NaN is NaN in both parts.
func NaN() complex128 { return complex(math.NaN(), math.NaN()) }

func isInf(x float64) bool { return math.IsInf(x, 0) }
func isNaN(x float64) bool { return x != x }

// wild reports an infinity or NaN.
func wild(x float64) bool { return x-x != 0 }

// IsInf reports whether a part is infinite.
func IsInf(x complex128) bool { return isInf(real(x)) || isInf(imag(x)) }

// IsNaN reports whether a part is NaN and none is infinite.
func IsNaN(x complex128) bool { return !IsInf(x) && (isNaN(real(x)) || isNaN(imag(x))) }

// timesI is i*x, overI is x/i, without the rounding of a product.
func timesI(x complex128) complex128 { return complex(-imag(x), real(x)) }
func overI(x complex128) complex128  { return complex(imag(x), -real(x)) }

// Exp is e**x.
func Exp(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case isInf(re) && re > 0 && im == 0:
		return x
	case isInf(re) && wild(im):
		if re < 0 {
			return complex(0, math.Copysign(0, im))
		}
		return complex(math.Inf(1), math.NaN())
	case isNaN(re) && im == 0:
		return complex(math.NaN(), im)
	}
	r := math.Exp(re)
	s, c := math.Sincos(im)
	return complex(r*c, r*s)
}

// Log is the natural logarithm.
func Log(x complex128) complex128 { return complex(math.Log(Abs(x)), Phase(x)) }

// Log10 is the decimal logarithm.
func Log10(x complex128) complex128 {
	z := Log(x)
	return complex(math.Log10E*real(z), math.Log10E*imag(z))
}

// Pow is x**y.
func Pow(x, y complex128) complex128 {
	if x == 0 {
		switch r := real(y); {
		case IsNaN(y):
			return NaN()
		case r == 0:
			return 1
		case r > 0:
			return 0
		case r < 0 && imag(y) == 0:
			return complex(math.Inf(1), 0)
		case r < 0:
			return Inf()
		}
		panic("not reached")
	}
	mod := Abs(x)
	if mod == 0 {
		return 0
	}
	r := math.Pow(mod, real(y))
	arg := Phase(x)
	theta := real(y) * arg
	if imag(y) != 0 {
		r *= math.Exp(-imag(y) * arg)
		theta += imag(y) * math.Log(mod)
	}
	return Rect(r, theta)
}

// Sqrt is the square root with a real part >= 0.
func Sqrt(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0 && a == 0:
		return complex(0, b)
	case b == 0 && a < 0:
		return complex(0, math.Copysign(math.Sqrt(-a), b))
	case b == 0:
		return complex(math.Sqrt(a), b)
	case isInf(b):
		return complex(math.Inf(1), b)
	case a == 0:
		r := math.Sqrt(0.5 * math.Abs(b))
		return complex(r, math.Copysign(r, b))
	}
	// Scaled so that the modulus neither overflows nor is denormal.
	scale := 7.450580596923828125e-9 // 2**-27
	if math.Abs(a) > 4 || math.Abs(b) > 4 {
		a, b, scale = a*0.25, b*0.25, 2
	} else {
		a, b = a*(1<<54), b*(1<<54)
	}
	r := math.Hypot(a, b)
	var t float64
	if a > 0 {
		t = math.Sqrt(0.5*r + 0.5*a)
		r = scale * math.Abs((0.5*b)/t)
		t *= scale
	} else {
		r = math.Sqrt(0.5*r - 0.5*a)
		t = scale * math.Abs((0.5*b)/r)
		r *= scale
	}
	if b < 0 {
		r = -r
	}
	return complex(t, r)
}
