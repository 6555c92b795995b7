package math

import "math/bits"

// Pi/4 in three parts; products of the first with integers below 2**29 are exact.
const (
	pi4A = 7.85398125648498535156e-1
	pi4B = 3.77489470793079817668e-8
	pi4C = 2.69515142907905952645e-15

	reduceFrom = 1 << 29
)

func sinPoly(z, zz float64) float64 {
	return z + z*zz*((((((1.58962301576546568060e-10*zz)+-2.50507477628578072866e-8)*zz+2.75573136213857245213e-6)*zz+
		-1.98412698295895385996e-4)*zz+8.33333333332211858878e-3)*zz+-1.66666666666666307295e-1)
}

func cosPoly(zz float64) float64 {
	return 1.0 - 0.5*zz + zz*zz*((((((-1.13585365213876817300e-11*zz)+2.08757008419747316778e-9)*zz+-2.75573141792967388112e-7)*zz+
		2.48015872888517045348e-5)*zz+-1.38888888888730564116e-3)*zz+4.16666666666665929218e-2)
}

// reduce returns the octant j, made even, and z in [-Pi/4, Pi/4] with x = j*Pi/4 + z modulo 2*Pi, for x >= 0.
func reduce(x float64) (j uint64, z float64) {
	if x >= reduceFrom {
		return reduceLarge(x)
	}
	j = uint64(x * (4 / Pi))
	y := float64(j)
	if j&1 == 1 {
		j++
		y++
	}
	return j & 7, ((x - y*pi4A) - y*pi4B) - y*pi4C
}

// reduceLarge multiplies x by as many bits of 4/Pi as matter (Payne and Hanek).
func reduceLarge(x float64) (j uint64, z float64) {
	b := Float64bits(x)
	exp := int(b>>expShift&expMask) - expBias - expShift
	m := b&fracMask | 1<<expShift
	digit, shift := uint(exp+61)/64, uint(exp+61)%64
	word := func(i uint) uint64 { return fourOverPi[digit+i]<<shift | fourOverPi[digit+i+1]>>(64-shift) }
	h2, _ := bits.Mul64(word(2), m)
	h1, l1 := bits.Mul64(word(1), m)
	lo, c := bits.Add64(l1, h2, 0)
	hi, _ := bits.Add64(word(0)*m, h1, c)
	j = hi >> 61
	hi = hi<<3 | lo>>61
	lz := uint(bits.LeadingZeros64(hi))
	frac := hi<<(lz+1) | lo>>(64-(lz+1))
	z = Float64frombits(frac>>(64-expShift) | uint64(expBias-(lz+1))<<expShift)
	if j&1 == 1 {
		j = (j + 1) & 7
		z--
	}
	return j, z * (Pi / 4)
}

// Sin is the sine of x radians.
func Sin(x float64) float64 {
	switch {
	case x == 0 || IsNaN(x):
		return x
	case IsInf(x, 0):
		return NaN()
	}
	neg := x < 0
	j, z := reduce(Abs(x))
	if j > 3 {
		neg = !neg
		j -= 4
	}
	zz := z * z
	var y float64
	if j == 1 || j == 2 {
		y = cosPoly(zz)
	} else {
		y = sinPoly(z, zz)
	}
	if neg {
		y = -y
	}
	return y
}

// Cos is the cosine of x radians.
func Cos(x float64) float64 {
	if IsNaN(x) || IsInf(x, 0) {
		return NaN()
	}
	j, z := reduce(Abs(x))
	neg := false
	if j > 3 {
		j -= 4
		neg = !neg
	}
	if j > 1 {
		neg = !neg
	}
	zz := z * z
	var y float64
	if j == 1 || j == 2 {
		y = sinPoly(z, zz)
	} else {
		y = cosPoly(zz)
	}
	if neg {
		y = -y
	}
	return y
}

// Sincos is Sin(x), Cos(x).
func Sincos(x float64) (sin, cos float64) {
	switch {
	case x == 0:
		return x, 1
	case IsNaN(x) || IsInf(x, 0):
		return NaN(), NaN()
	}
	sneg, cneg := x < 0, false
	j, z := reduce(Abs(x))
	if j > 3 {
		j -= 4
		sneg, cneg = !sneg, !cneg
	}
	if j > 1 {
		cneg = !cneg
	}
	zz := z * z
	cos = cosPoly(zz)
	sin = sinPoly(z, zz)
	if j == 1 || j == 2 {
		sin, cos = cos, sin
	}
	if cneg {
		cos = -cos
	}
	if sneg {
		sin = -sin
	}
	return sin, cos
}

// Tan is the tangent of x radians.
func Tan(x float64) float64 {
	switch {
	case x == 0 || IsNaN(x):
		return x
	case IsInf(x, 0):
		return NaN()
	}
	j, z := reduce(Abs(x))
	zz := z * z
	y := z
	if zz > 1e-14 {
		y = z + z*(zz*(((-1.30936939181383777646e4*zz)+1.15351664838587416140e6)*zz+-1.79565251976484877988e7)/
			((((zz+1.36812963470692954678e4)*zz+-1.32089234440210967447e6)*zz+2.50083801823357915839e7)*zz+-5.38695755929454629881e7))
	}
	if j&2 == 2 {
		y = -1 / y
	}
	if x < 0 {
		y = -y
	}
	return y
}

// atanSmall is the arctangent in [0, 0.66].
func atanSmall(x float64) float64 {
	z := x * x
	z = z * ((((-8.750608600031904122785e-01*z+-1.615753718733365076637e+01)*z+-7.500855792314704667340e+01)*z+
		-1.228866684490136173410e+02)*z + -6.485021904942025371773e+01) / (((((z+2.485846490142306297962e+01)*z+
		1.650270098316988542046e+02)*z+4.328810604912902668951e+02)*z+4.853903996359136964868e+02)*z + 1.945506571482613964425e+02)
	z = x*z + x
	return z
}

// atanPos is the arctangent of x >= 0.
func atanPos(x float64) float64 {
	const moreBits = 6.123233995736765886130e-17 // what Pi/2 lacks as a float64
	if x <= 0.66 {
		return atanSmall(x)
	}
	if x > 2.41421356237309504880 { // tan(3*Pi/8)
		return Pi/2 - atanSmall(1/x) + moreBits
	}
	return Pi/4 + atanSmall((x-1)/(x+1)) + 0.5*moreBits
}

// Atan is the arctangent.
func Atan(x float64) float64 {
	switch {
	case x == 0:
		return x
	case x > 0:
		return atanPos(x)
	}
	return -atanPos(-x)
}

// Asin is the arcsine; NaN outside [-1, 1].
func Asin(x float64) float64 {
	if x == 0 {
		return x
	}
	a := Abs(x)
	if a > 1 {
		return NaN()
	}
	y := Sqrt(1 - a*a)
	if a > 0.7 {
		y = Pi/2 - atanPos(y/a)
	} else {
		y = atanPos(a / y)
	}
	if x < 0 {
		y = -y
	}
	return y
}

// Acos is the arccosine; NaN outside [-1, 1].
func Acos(x float64) float64 { return Pi/2 - Asin(x) }

// Atan2 is the angle of the point (x, y), in [-Pi, Pi].
func Atan2(y, x float64) float64 {
	switch {
	case IsNaN(y) || IsNaN(x):
		return NaN()
	case y == 0:
		if x >= 0 && !Signbit(x) {
			return Copysign(0, y)
		}
		return Copysign(Pi, y)
	case x == 0:
		return Copysign(Pi/2, y)
	case IsInf(x, 1):
		if IsInf(y, 0) {
			return Copysign(Pi/4, y)
		}
		return Copysign(0, y)
	case IsInf(x, -1):
		if IsInf(y, 0) {
			return Copysign(3*Pi/4, y)
		}
		return Copysign(Pi, y)
	case IsInf(y, 0):
		return Copysign(Pi/2, y)
	}
	q := Atan(y / x)
	if x < 0 {
		if q <= 0 {
			return q + Pi
		}
		return q - Pi
	}
	return q
}

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	a := Abs(x)
	if x == 0 {
		a = x
	}
	var y float64
	switch {
	case a > 21:
		y = Exp(a) * 0.5
	case a > 0.5:
		e := Exp(a)
		y = (e - 1/e) * 0.5
	default:
		sq := a * a
		y = (((-0.2630563213397497062819489e+2*sq+-0.2894211355989563807284660366e+4)*sq+-0.8991272022039509355398013511e+5)*sq +
			-0.6307673640497716991184787251e+6) * a
		y = y / (((sq+-0.173678953558233699533450911e+3)*sq+0.1521517378790019070696485176e+5)*sq + -0.6307673640497716991212077277e+6)
	}
	if x < 0 {
		y = -y
	}
	return y
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	x = Abs(x)
	if x > 21 {
		return Exp(x) * 0.5
	}
	e := Exp(x)
	return (e + 1/e) * 0.5
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	z := Abs(x)
	switch {
	case z > 0.5*8.8029691931113054295988e+01:
		return Copysign(1, x)
	case z >= 0.625:
		s := Exp(2 * z)
		z = 1 - 2/(s+1)
		if x < 0 {
			z = -z
		}
		return z
	case x == 0:
		return x
	}
	s := x * x
	return x + x*s*((-9.64399179425052238628e-1*s+-9.92877231001918586564e1)*s+-1.61468768441708447952e3)/
		(((s+1.12811678491632931402e2)*s+2.23548839060100448583e3)*s+4.84406305325125486048e3)
}

// Asinh is the inverse of Sinh.
func Asinh(x float64) float64 {
	if IsNaN(x) || IsInf(x, 0) {
		return x
	}
	a := Abs(x)
	if x == 0 {
		return x
	}
	var y float64
	switch {
	case a > 1<<28:
		y = Log(a) + 6.93147180559945286227e-01
	case a > 2:
		y = Log(2*a + 1/(Sqrt(a*a+1)+a))
	case a < 1.0/(1<<28):
		y = a
	default:
		y = Log1p(a + a*a/(1+Sqrt(1+a*a)))
	}
	if x < 0 {
		y = -y
	}
	return y
}

// Acosh is the inverse of Cosh; NaN below 1.
func Acosh(x float64) float64 {
	switch {
	case x < 1 || IsNaN(x):
		return NaN()
	case x == 1:
		return 0
	case x >= 1<<28:
		return Log(x) + Ln2
	case x > 2:
		return Log(2*x - 1/(x+Sqrt(x*x-1)))
	}
	t := x - 1
	return Log1p(t + Sqrt(2*t+t*t))
}

// Atanh is the inverse of Tanh; NaN outside [-1, 1].
func Atanh(x float64) float64 {
	switch {
	case x < -1 || x > 1 || IsNaN(x):
		return NaN()
	case x == 1:
		return Inf(1)
	case x == -1:
		return Inf(-1)
	case x == 0:
		return x
	}
	a := Abs(x)
	y := a
	switch {
	case a < 1.0/(1<<28):
	case a < 0.5:
		y = a + a
		y = 0.5 * Log1p(y+y*a/(1-a))
	default:
		y = 0.5 * Log1p((a+a)/(1-a))
	}
	if x < 0 {
		y = -y
	}
	return y
}
