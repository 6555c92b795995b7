package math

// Erf is the error function.
func Erf(x float64) float64 {
	switch {
	case IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 1
	case IsInf(x, -1):
		return -1
	}
	a := Abs(x)
	if x == 0 {
		return x
	}
	var y float64
	switch {
	case a < 0.84375:
		switch {
		case a < 2.848094538889218e-306:
			y = 0.125 * (8.0*a + 1.02703333676410069053e+00*a) // no underflow this way
		case a < 1.0/(1<<28):
			y = a + 1.28379167095512586316e-01*a
		default:
			z := a * a
			y = a + a*(horner(z, erfPP[:])/horner(z, erfQQ[:]))
		}
	case a < 1.25:
		s := a - 1
		y = erx + horner(s, erfPA[:])/horner(s, erfQA[:])
	case a >= 6:
		y = 1
	default:
		y = 1 - erfTail(a)/a
	}
	if x < 0 {
		y = -y
	}
	return y
}

const erx = 8.45062911510467529297e-01

// erfTail is x*erfc(x) for x >= 1.25.
func erfTail(x float64) float64 {
	s := 1 / (x * x)
	var q float64
	if x < 1/0.35 {
		q = horner(s, erfRA[:]) / horner(s, erfSA[:])
	} else {
		q = horner(s, erfRB[:]) / horner(s, erfSB[:])
	}
	z := Float64frombits(Float64bits(x) & 0xFFFFFFFF00000000) // so that z*z is exact
	return Exp(-z*z-0.5625) * Exp((z-x)*(z+x)+q)
}

// Erfc is 1 - Erf(x), accurate for large x.
func Erfc(x float64) float64 {
	switch {
	case IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 0
	case IsInf(x, -1):
		return 2
	}
	neg := x < 0
	x = Abs(x)
	switch {
	case x < 0.84375:
		y := x
		if x >= 1.0/(1<<56) {
			z := x * x
			q := horner(z, erfPP[:]) / horner(z, erfQQ[:])
			if x < 0.25 {
				y = x + x*q
			} else {
				y = 0.5 + (x*q + (x - 0.5))
			}
		}
		if neg {
			return 1 + y
		}
		return 1 - y
	case x < 1.25:
		s := x - 1
		p, q := horner(s, erfPA[:]), horner(s, erfQA[:])
		if neg {
			return 1 + erx + p/q
		}
		return 1 - erx - p/q
	case x < 28:
		if neg && x > 6 {
			return 2
		}
		r := erfTail(x)
		if neg {
			return 2 - r/x
		}
		return r / x
	case neg:
		return 2
	}
	return 0
}

// Erfinv is the inverse of Erf.
func Erfinv(x float64) float64 {
	switch {
	case x == 1:
		return Inf(1)
	case x == -1:
		return Inf(-1)
	case IsNaN(x) || x < -1 || x > 1:
		return NaN()
	}
	a := Abs(x)
	if x == 0 {
		a = x
	}
	var y float64
	if a <= 0.85 {
		r := 0.180625 - 0.25*a*a
		y = (a * horner(r, invA[:])) / horner(r, invB[:])
	} else if r := Sqrt(Ln2 - Log(1.0-a)); r <= 5.0 {
		r -= 1.6
		y = horner(r, invC[:]) / horner(r, invD[:])
	} else {
		r -= 5.0
		y = horner(r, invE[:]) / horner(r, invF[:])
	}
	if x < 0 {
		y = -y
	}
	return y
}

// Erfcinv is the inverse of Erfc.
func Erfcinv(x float64) float64 { return Erfinv(1 - x) }

// stirling is gamma for x > 33, as two factors so that they do not overflow.
func stirling(x float64) (float64, float64) {
	if x > 200 {
		return Inf(1), 1
	}
	w := 1 / x
	w = 1 + w*horner(w, gamS[:])
	y1 := Exp(x)
	y2 := 1.0
	if x > 143.01608 {
		v := Pow(x, 0.5*x-0.25)
		y1, y2 = v, v/y1
	} else {
		y1 = Pow(x, x-0.5) / y1
	}
	return y1, 2.506628274631000502417 * w * y2
}

// Gamma is the gamma function.
func Gamma(x float64) float64 {
	const euler = 0.57721566490153286060651209008240243104215933593992
	_, frac := Modf(x)
	switch {
	case x < 0 && frac == 0 || IsInf(x, -1) || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return Inf(1)
	case x == 0:
		return Copysign(Inf(1), x)
	}
	if q := Abs(x); q > 33 {
		if x >= 0 {
			a, b := stirling(x)
			return a * b
		}
		// Reflection.
		p := Floor(q)
		sign := 1
		if int64(p)&1 == 0 {
			sign = -1
		}
		z := q - p
		if z > 0.5 {
			p = p + 1
			z = q - p
		}
		z = q * Sin(Pi*z)
		if z == 0 {
			return Inf(sign)
		}
		a, b := stirling(q)
		z = Abs(z)
		if d := z * a * b; IsInf(d, 0) {
			z = Pi / z / a / b
		} else {
			z = Pi / d
		}
		return float64(sign) * z
	}
	z := 1.0
	small := func() float64 {
		if x == 0 {
			return Inf(1)
		}
		return z / ((1 + euler*x) * x)
	}
	for x >= 3 {
		x = x - 1
		z = z * x
	}
	for x < 0 {
		if x > -1e-09 {
			return small()
		}
		z = z / x
		x = x + 1
	}
	for x < 2 {
		if x < 1e-09 {
			return small()
		}
		z = z / x
		x = x + 1
	}
	if x == 2 {
		return z
	}
	x = x - 2
	return z * horner(x, gamP[:]) / horner(x, gamQ[:])
}

// Lgamma is the logarithm of |Gamma(x)| and Gamma's sign.
func Lgamma(x float64) (lgamma float64, sign int) {
	const (
		minAt = 1.46163214496836224576e+00 // where gamma has its minimum
		minLg = -1.21486290535849611461e-01
		minLo = -3.63867699703950536541e-18
		yMin  = 1.461632144968362245
	)
	sign = 1
	switch {
	case IsNaN(x) || IsInf(x, 0):
		return x, 1
	case x == 0:
		return Inf(1), 1
	}
	neg := x < 0
	x = Abs(x)
	if x < 1.0/(1<<70) {
		if neg {
			sign = -1
		}
		return -Log(x), sign
	}
	var adj float64
	if neg {
		if x >= 1<<52 {
			return Inf(1), 1
		}
		t := sinPi(x)
		if t == 0 {
			return Inf(1), 1
		}
		adj = Log(Pi / Abs(t*x))
		if t < 0 {
			sign = -1
		}
	}
	switch {
	case x == 1 || x == 2:
		return 0, sign // not adjusted: x was positive
	case x < 2:
		var y float64
		which := 2
		base := 0.0
		if x <= 0.9 {
			base = -Log(x)
			switch {
			case x >= yMin-1+0.27:
				y, which = 1-x, 0
			case x >= yMin-1-0.27:
				y, which = x-(minAt-1), 1
			default:
				y = x
			}
		} else {
			switch {
			case x >= yMin+0.27:
				y, which = 2-x, 0
			case x >= yMin-0.27:
				y, which = x-minAt, 1
			default:
				y = x - 1
			}
		}
		switch which {
		case 0:
			z := y * y
			p := y*horner(z, lgA0[:]) + z*horner(z, lgA1[:])
			lgamma = base + (p - 0.5*y)
		case 1:
			z := y * y
			w := z * y
			p := z*horner(w, lgT0[:]) - (minLo - w*(horner(w, lgT1[:])+y*horner(w, lgT2[:])))
			lgamma = base + (minLg + p)
		case 2:
			p1 := y * horner(y, lgU[:])
			lgamma = base + (-0.5*y + p1/horner(y, lgV[:]))
		}
	case x < 8:
		i := int(x)
		y := x - float64(i)
		lgamma = 0.5*y + y*horner(y, lgS[:])/horner(y, lgR[:])
		if i >= 3 {
			z := 1.0
			for k := i - 1; k >= 2; k-- {
				z *= y + float64(k)
			}
			lgamma += Log(z)
		}
	case x < 1<<58:
		t := Log(x)
		z := 1 / x
		w := lgW0 + z*horner(z*z, lgW[:])
		lgamma = (x-0.5)*(t-1) + w
	default:
		lgamma = x * (Log(x) - 1)
	}
	if neg {
		lgamma = adj - lgamma
	}
	return lgamma, sign
}

// sinPi is -sin(Pi*x) for x > 0.
func sinPi(x float64) float64 {
	if x < 0.25 {
		return -Sin(Pi * x)
	}
	z := Floor(x)
	n := 0
	if z != x {
		x = Mod(x, 2)
		n = int(x * 4)
	} else if x >= 1<<53 {
		x = 0
	} else {
		if x < 1<<52 {
			z = x + 1<<52
		}
		n = int(1 & Float64bits(z))
		x = float64(n)
		n <<= 2
	}
	switch n {
	case 0:
		x = Sin(Pi * x)
	case 1, 2:
		x = Cos(Pi * (0.5 - x))
	case 3, 4:
		x = Sin(Pi * (1 - x))
	case 5, 6:
		x = -Cos(Pi * (x - 1.5))
	default:
		x = Sin(Pi * (x - 2))
	}
	return -x
}
