package cmplx

import (
	"math"
	"math/bits"
)

// sinhcosh is math.Sinh(x), math.Cosh(x) with one exponential where that is exact enough.
func sinhcosh(x float64) (sh, ch float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	ei := 0.5 / e
	e *= 0.5
	return e - ei, e + ei
}

// Sin is the sine.
func Sin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && wild(re):
		return complex(math.NaN(), im)
	case isInf(im) && re == 0, re == 0 && isNaN(im):
		return x
	case isInf(im) && wild(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(re)
	sh, ch := sinhcosh(im)
	return complex(s*ch, c*sh)
}

// Sinh is the hyperbolic sine.
func Sinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && wild(im):
		return complex(re, math.NaN())
	case isInf(re) && im == 0:
		return x
	case isInf(re) && wild(im):
		return complex(re, math.NaN())
	case im == 0 && isNaN(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(im)
	sh, ch := sinhcosh(re)
	return complex(c*sh, s*ch)
}

// Cos is the cosine.
func Cos(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && wild(re):
		return complex(math.NaN(), -im*math.Copysign(0, re))
	case isInf(im) && re == 0:
		return complex(math.Inf(1), -re*math.Copysign(0, im))
	case isInf(im) && wild(re):
		return complex(math.Inf(1), math.NaN())
	case re == 0 && isNaN(im):
		return complex(math.NaN(), 0)
	}
	s, c := math.Sincos(re)
	sh, ch := sinhcosh(im)
	return complex(c*ch, -s*sh)
}

// Cosh is the hyperbolic cosine.
func Cosh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && wild(im):
		return complex(math.NaN(), re*math.Copysign(0, im))
	case isInf(re) && im == 0:
		return complex(math.Inf(1), im*math.Copysign(0, re))
	case isInf(re) && wild(im):
		return complex(math.Inf(1), math.NaN())
	case im == 0 && isNaN(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(im)
	sh, ch := sinhcosh(re)
	return complex(c*ch, s*sh)
}

// Tan is the tangent.
func Tan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case isInf(im):
		if wild(re) {
			return complex(math.Copysign(0, re), math.Copysign(1, im))
		}
		return complex(math.Copysign(0, math.Sin(2*re)), math.Copysign(1, im))
	case re == 0 && isNaN(im):
		return x
	}
	d := math.Cos(2*re) + math.Cosh(2*im)
	if math.Abs(d) < 0.25 {
		d = coshMinusCos(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, math.Sinh(2*im)/d)
}

// Tanh is the hyperbolic tangent.
func Tanh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case isInf(re):
		if wild(im) {
			return complex(math.Copysign(1, re), math.Copysign(0, im))
		}
		return complex(math.Copysign(1, re), math.Copysign(0, math.Sin(2*im)))
	case im == 0 && isNaN(re):
		return x
	}
	d := math.Cosh(2*re) + math.Cos(2*im)
	if d == 0 {
		return Inf()
	}
	return complex(math.Sinh(2*re)/d, math.Sin(2*im)/d)
}

// Cot is the cotangent.
func Cot(x complex128) complex128 {
	re, im := real(x), imag(x)
	d := math.Cosh(2*im) - math.Cos(2*re)
	if math.Abs(d) < 0.25 {
		d = coshMinusCos(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, -math.Sinh(2*im)/d)
}

// coshMinusCos is cosh(2*imag) - cos(2*real), real modulo Pi, by its power series, for arguments where the difference cancels.
func coshMinusCos(z complex128) float64 {
	x := modPi(math.Abs(2 * real(z)))
	y := math.Abs(2 * imag(z))
	x, y = x*x, y*y
	px, py, fact, n, sum := 1.0, 1.0, 1.0, 0.0, 0.0
	next := func() {
		n++
		fact *= n
		n++
		fact *= n
		px *= x
		py *= y
	}
	for {
		next()
		t := (py + px) / fact
		sum += t
		next()
		t = (py - px) / fact
		sum += t
		if !(math.Abs(t/sum) > 1.0/(1<<53)) {
			return sum
		}
	}
}

// oneOverPi is 1/Pi as a fixed-point number, the first word before the point.
var oneOverPi = [...]uint64{
	0x0000000000000000, 0x517cc1b727220a94, 0xfe13abe8fa9a6ee0, 0x6db14acc9e21c820, 0xff28b1d5ef5de2b0,
	0xdb92371d2126e970, 0x0324977504e8c90e, 0x7f0ef58e5894d39f, 0x74411afa975da242, 0x74ce38135a2fbf20,
	0x9cc8eb1cc1a99cfa, 0x4e422fc5defc941d, 0x8ffc4bffef02cc07, 0xf79788c5ad05368f, 0xb69b3f6793e584db,
	0xa7a31fb34f2ff516, 0xba93dd63f5f2f8bd, 0x9e839cfbc5294975, 0x35fdafd88fc6ae84, 0x2b0198237e3db5d5,
}

// modPi reduces x to [-Pi/2, Pi/2] modulo Pi.
func modPi(x float64) float64 {
	if math.Abs(x) < 1<<30 {
		t := x / math.Pi
		t += 0.5
		t = float64(int64(t))
		return ((x - t*3.141592502593994) - t*1.5099578831723193e-07) - t*1.0780605716316238e-14
	}
	b := math.Float64bits(x)
	exp := int(b>>52&0x7FF) - 1023 - 52
	m := b&(1<<52-1) | 1<<52
	digit, shift := uint(exp+64)/64, uint(exp+64)%64
	word := func(i uint) uint64 { return oneOverPi[digit+i]<<shift | oneOverPi[digit+i+1]>>(64-shift) }
	h2, _ := bits.Mul64(word(2), m)
	h1, l1 := bits.Mul64(word(1), m)
	lo, c := bits.Add64(l1, h2, 0)
	hi, _ := bits.Add64(word(0)*m, h1, c)
	lz := uint(bits.LeadingZeros64(hi))
	frac := hi<<(lz+1) | lo>>(64-(lz+1))
	x = math.Float64frombits(frac>>(64-52) | uint64(1023-(lz+1))<<52)
	if x > 0.5 {
		x--
	}
	return math.Pi * x
}

// Asin is the inverse of Sin.
func Asin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asin(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asinh(im))
	case isNaN(im):
		switch {
		case re == 0:
			return complex(re, math.NaN())
		case isInf(re):
			return complex(math.NaN(), re)
		}
		return NaN()
	case isInf(im):
		switch {
		case isNaN(re):
			return x
		case isInf(re):
			return complex(math.Copysign(math.Pi/4, re), im)
		}
		return complex(math.Copysign(0, re), im)
	case isInf(re):
		return complex(math.Copysign(math.Pi/2, re), math.Copysign(re, im))
	}
	xx := x * x
	return overI(Log(timesI(x) + Sqrt(complex(1-real(xx), -imag(xx)))))
}

// Asinh is the inverse of Sinh.
func Asinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asinh(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asin(im))
	case isInf(re):
		switch {
		case isInf(im):
			return complex(re, math.Copysign(math.Pi/4, im))
		case isNaN(im):
			return x
		}
		return complex(re, math.Copysign(0, im))
	case isNaN(re):
		switch {
		case im == 0:
			return x
		case isInf(im):
			return complex(im, re)
		}
		return NaN()
	case isInf(im):
		return complex(math.Copysign(im, re), math.Copysign(math.Pi/2, im))
	}
	xx := x * x
	return Log(x + Sqrt(complex(1+real(xx), imag(xx))))
}

// Acos is the inverse of Cos.
func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

// Acosh is the inverse of Cosh.
func Acosh(x complex128) complex128 {
	if x == 0 {
		return complex(0, math.Copysign(math.Pi/2, imag(x)))
	}
	w := Acos(x)
	if imag(w) <= 0 {
		return timesI(w)
	}
	return overI(w)
}

// Atan is the inverse of Tan.
func Atan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0:
		return complex(math.Atan(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Atanh(im))
	case isInf(im) || isInf(re):
		if isNaN(re) {
			return complex(math.NaN(), math.Copysign(0, im))
		}
		return complex(math.Copysign(math.Pi/2, re), math.Copysign(0, im))
	case isNaN(re) || isNaN(im):
		return NaN()
	}
	re2 := re * re
	a := 1 - re2 - im*im
	if a == 0 {
		return NaN()
	}
	w := modPi(0.5 * math.Atan2(2*re, a))
	t := im - 1
	b := re2 + t*t
	if b == 0 {
		return NaN()
	}
	t = im + 1
	return complex(w, 0.25*math.Log((re2+t*t)/b))
}

// Atanh is the inverse of Tanh.
func Atanh(x complex128) complex128 { return overI(Atan(timesI(x))) }
