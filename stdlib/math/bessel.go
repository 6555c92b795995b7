package math

// besselRange picks the row of the tables for x >= 2.
func besselRange(x float64) int {
	switch {
	case x >= 8:
		return 0
	case x >= 4.5454:
		return 1
	case x >= 2.8571:
		return 2
	}
	return 3
}

// hankel is sqrt(x)*sqrt(Pi) times the asymptotic form for x >= 2 of order n (0 or 1): of the first kind, or with second of the second.
func hankel(n int, x float64, second bool) float64 {
	s, c := Sincos(x)
	var ss, cc float64
	if n == 0 {
		ss, cc = s-c, s+c
		if x < MaxFloat64/2 { // one of the two has lost digits
			z := -Cos(x + x)
			if s*c < 0 {
				cc = z / ss
			} else {
				ss = z / cc
			}
		}
	} else {
		ss, cc = -s-c, s-c
		if x < MaxFloat64/2 {
			z := Cos(x + x)
			if s*c > 0 {
				cc = z / ss
			} else {
				ss = z / cc
			}
		}
	}
	if x > 1<<129 {
		if second {
			return ss
		}
		return cc
	}
	i := besselRange(x)
	z := 1 / (x * x)
	var u, v float64
	if n == 0 {
		u = 1 + horner(z, besselP0R[i][:])/horner(z, besselP0S[i][:])
		v = (-0.125 + horner(z, besselQ0R[i][:])/horner(z, besselQ0S[i][:])) / x
	} else {
		u = 1 + horner(z, besselP1R[i][:])/horner(z, besselP1S[i][:])
		v = (0.375 + horner(z, besselQ1R[i][:])/horner(z, besselQ1S[i][:])) / x
	}
	if second {
		return u*ss + v*cc
	}
	return u*cc - v*ss
}

// J0 is the Bessel function of the first kind of order 0.
func J0(x float64) float64 {
	switch {
	case IsNaN(x):
		return x
	case IsInf(x, 0):
		return 0
	case x == 0:
		return 1
	}
	x = Abs(x)
	if x >= 2 {
		return (1 / SqrtPi) * hankel(0, x, false) / Sqrt(x)
	}
	if x < 1.0/(1<<13) {
		if x < 1.0/(1<<27) {
			return 1
		}
		return 1 - 0.25*x*x
	}
	z := x * x
	r := z * horner(z, j0R[:])
	s := horner(z, j0S[:])
	if x < 1 {
		return 1 + z*(-0.25+(r/s))
	}
	u := 0.5 * x
	return (1+u)*(1-u) + z*(r/s)
}

// Y0 is the Bessel function of the second kind of order 0.
func Y0(x float64) float64 {
	switch {
	case x < 0 || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 0
	case x == 0:
		return Inf(-1)
	}
	if x >= 2 {
		return (1 / SqrtPi) * hankel(0, x, true) / Sqrt(x)
	}
	if x <= 1.0/(1<<27) {
		return y0U[len(y0U)-1] + (2/Pi)*Log(x)
	}
	z := x * x
	return horner(z, y0U[:])/horner(z, y0V[:]) + (2/Pi)*J0(x)*Log(x)
}

// J1 is the Bessel function of the first kind of order 1.
func J1(x float64) float64 {
	switch {
	case IsNaN(x):
		return x
	case IsInf(x, 0) || x == 0:
		return 0
	}
	a := Abs(x)
	var y float64
	if a >= 2 {
		y = (1 / SqrtPi) * hankel(1, a, false) / Sqrt(a)
	} else {
		if a < 1.0/(1<<27) {
			return 0.5 * a
		}
		z := a * a
		r := z * horner(z, j1R[:])
		s := horner(z, j1S[:])
		r *= a
		y = 0.5*a + r/s
	}
	if x < 0 {
		y = -y
	}
	return y
}

// Y1 is the Bessel function of the second kind of order 1.
func Y1(x float64) float64 {
	switch {
	case x < 0 || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 0
	case x == 0:
		return Inf(-1)
	}
	if x >= 2 {
		return (1 / SqrtPi) * hankel(1, x, true) / Sqrt(x)
	}
	if x <= 1.0/(1<<54) {
		return -(2 / Pi) / x
	}
	z := x * x
	return x*(horner(z, y1U[:])/horner(z, y1V[:])) + (2/Pi)*(J1(x)*Log(x)-1/x)
}

// Jn is the Bessel function of the first kind of order n.
func Jn(n int, x float64) float64 {
	switch {
	case IsNaN(x):
		return x
	case IsInf(x, 0):
		return 0
	case n == 0:
		return J0(x)
	case x == 0:
		return 0
	}
	if n < 0 {
		n, x = -n, -x
	}
	if n == 1 {
		return J1(x)
	}
	neg := x < 0 && n&1 == 1
	x = Abs(x)
	var b float64
	switch {
	case float64(n) <= x && x >= 1<<302:
		s, c := Sincos(x)
		t := [...]float64{c + s, -c + s, -c - s, c - s}[n&3]
		b = (1 / SqrtPi) * t / Sqrt(x)
	case float64(n) <= x: // the recurrence upwards is stable
		b = J1(x)
		for i, a := 1, J0(x); i < n; i++ {
			a, b = b, b*(float64(i+i)/x)-a
		}
	case x < 1.0/(1<<29): // (x/2)**n / n!
		if n <= 33 {
			t := x * 0.5
			b = t
			a := 1.0
			for i := 2; i <= n; i++ {
				a *= float64(i)
				b *= t
			}
			b /= a
		}
	default:
		b = jnDown(n, x)
	}
	if neg {
		return -b
	}
	return b
}

// jnDown uses the recurrence downwards from a continued fraction for J(n)/J(n-1).
func jnDown(n int, x float64) float64 {
	w := float64(n+n) / x
	h := 2 / x
	q0, z := w, w+h
	q1 := w*z - 1
	k := 1
	for q1 < 1e9 { // how many terms are enough
		k++
		z += h
		q0, q1 = q1, z*q1-q0
	}
	t := 0.0
	for i := 2 * (n + k); i >= n+n; i -= 2 {
		t = 1 / (float64(i)/x - t)
	}
	a, b := t, 1.0
	f := float64(n)
	f *= Log(Abs(2 / x * f))
	for i := n - 1; i > 0; i-- {
		a, b = b, b*float64(i+i)/x-a
		if f >= 7.09782712893383973096e+02 && b > 1e100 { // keep it from overflowing
			a /= b
			t /= b
			b = 1
		}
	}
	return t * J0(x) / b
}

// Yn is the Bessel function of the second kind of order n.
func Yn(n int, x float64) float64 {
	switch {
	case x < 0 || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 0
	case n == 0:
		return Y0(x)
	case x == 0:
		if n < 0 && n&1 == 1 {
			return Inf(1)
		}
		return Inf(-1)
	}
	neg := false
	if n < 0 {
		n = -n
		neg = n&1 == 1
	}
	var b float64
	switch {
	case n == 1:
		b = Y1(x)
	case x >= 1<<302:
		s, c := Sincos(x)
		t := [...]float64{s - c, -s - c, -s + c, s + c}[n&3]
		b = (1 / SqrtPi) * t / Sqrt(x)
	default:
		a := Y0(x)
		b = Y1(x)
		for i := 1; i < n && !IsInf(b, -1); i++ {
			a, b = b, (float64(i+i)/x)*b-a
		}
	}
	if neg {
		return -b
	}
	return b
}
