// run

// Every numeric type against edge values: conversions, arithmetic, shifts, complex division, formatting.
package main
import ("fmt";"math")
var sink any
func fb32(f float32) string { if f != f { return "NaN" }; return fmt.Sprintf("%08x", math.Float32bits(f)) }
func fb64(f float64) string { if f != f { return "NaN" }; return fmt.Sprintf("%016x", math.Float64bits(f)) }
var v_int8 = []int8{0,1,-1,127,-128,5,-7}
var v_int16 = []int16{0,1,-1,32767,-32768,5,-7}
var v_int32 = []int32{0,1,-1,2147483647,-2147483648,5,-7,16777217,33554435,2147483647,3,5}
var v_int64 = []int64{0,1,-1,9223372036854775807,-9223372036854775808,5,-7,16777217,33554435,2147483647,9007199254740993,4611686293305294849}
var v_int = []int{0,1,-1,9223372036854775807,-9223372036854775808,5,-7,16777217,33554435,2147483647,9007199254740993,4611686293305294849}
var v_uint8 = []uint8{0,1,2,255,128,127,170}
var v_uint16 = []uint16{0,1,2,65535,32768,32767,43690}
var v_uint32 = []uint32{0,1,2,4294967295,2147483648,2147483647,2863311530,16777217,33554435,2147483647,3,5}
var v_uint64 = []uint64{0,1,2,18446744073709551615,9223372036854775808,9223372036854775807,12297829382473034410,16777217,33554435,2147483647,9007199254740993,4611686293305294849}
var v_uint = []uint{0,1,2,18446744073709551615,9223372036854775808,9223372036854775807,12297829382473034410,16777217,33554435,2147483647,9007199254740993,4611686293305294849}
var v_uintptr = []uintptr{0,1,2,18446744073709551615,9223372036854775808,9223372036854775807,12297829382473034410,16777217,33554435,2147483647,9007199254740993,4611686293305294849}
var v_float32 = []float32{0,float32(math.Copysign(0,-1)),1,-1,0.5,-0.5,0.99999999999999994,1.5,2.5,-2.5,127.9,128,255.99,256,32767.5,65535.5,65536,2147483647,2147483648,-2147483648.9,-2147483649,4294967295,4294967296,9223372036854774784,9223372036854775808,-9223372036854775808,-9223372036854777856,18446744073709549568,18446744073709551616,1e19,float32(math.Inf(1)),float32(math.Inf(-1)),float32(math.NaN()),5e-324,1.0000000596046448,16777217,0.1,3.4e38,1e-45,1.4012984643248171e-46,1.17549435e-38}
var v_float64 = []float64{0,math.Copysign(0,-1),1,-1,0.5,-0.5,0.99999999999999994,1.5,2.5,-2.5,127.9,128,255.99,256,32767.5,65535.5,65536,2147483647,2147483648,-2147483648.9,-2147483649,4294967295,4294967296,9223372036854774784,9223372036854775808,-9223372036854775808,-9223372036854777856,18446744073709549568,18446744073709551616,1e19,1e300,-1e300,math.Inf(1),math.Inf(-1),math.NaN(),5e-324,1.0000000596046448,16777217,0.1,3.4028235677973366e+38,3.4e38,1e-45,1.4012984643248171e-46,1.17549435e-38}
//go:noinline
func c_int8(x int8) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, s := range []uint{0,1,7,8,31,32,33,63,64,65,1<<40} { fmt.Print(x<<s, " ", x>>s, ";") }; fmt.Println()
	for _, y := range v_int8 { fmt.Print(x+y, x-y, x*y, x&^y, x^y); if y != 0 { fmt.Print(" ", x/y, " ", x%y) }; fmt.Print(";") }; fmt.Println(-x, ^x)
	fmt.Print(x/3, x%3, x/7, x%10, x/1, x/2, x%2, x/8, x%16, x*5, x<<3, x>>3, x&0x55 ," ", x == 0)
	fmt.Println(x/-3, x% -3, x/-1, x%-1, x/-8, x%-8)
}
//go:noinline
func c_int16(x int16) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, s := range []uint{0,1,7,8,31,32,33,63,64,65,1<<40} { fmt.Print(x<<s, " ", x>>s, ";") }; fmt.Println()
	for _, y := range v_int16 { fmt.Print(x+y, x-y, x*y, x&^y, x^y); if y != 0 { fmt.Print(" ", x/y, " ", x%y) }; fmt.Print(";") }; fmt.Println(-x, ^x)
	fmt.Print(x/3, x%3, x/7, x%10, x/1, x/2, x%2, x/8, x%16, x*5, x<<3, x>>3, x&0x55 ," ", x == 0)
	fmt.Println(x/-3, x% -3, x/-1, x%-1, x/-8, x%-8)
}
//go:noinline
func c_int32(x int32) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, s := range []uint{0,1,7,8,31,32,33,63,64,65,1<<40} { fmt.Print(x<<s, " ", x>>s, ";") }; fmt.Println()
	for _, y := range v_int32 { fmt.Print(x+y, x-y, x*y, x&^y, x^y); if y != 0 { fmt.Print(" ", x/y, " ", x%y) }; fmt.Print(";") }; fmt.Println(-x, ^x)
	fmt.Print(x/3, x%3, x/7, x%10, x/1, x/2, x%2, x/8, x%16, x*5, x<<3, x>>3, x&0x55 ," ", x == 0)
	fmt.Println(x/-3, x% -3, x/-1, x%-1, x/-8, x%-8)
}
//go:noinline
func c_int64(x int64) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, s := range []uint{0,1,7,8,31,32,33,63,64,65,1<<40} { fmt.Print(x<<s, " ", x>>s, ";") }; fmt.Println()
	for _, y := range v_int64 { fmt.Print(x+y, x-y, x*y, x&^y, x^y); if y != 0 { fmt.Print(" ", x/y, " ", x%y) }; fmt.Print(";") }; fmt.Println(-x, ^x)
	fmt.Print(x/3, x%3, x/7, x%10, x/1, x/2, x%2, x/8, x%16, x*5, x<<3, x>>3, x&0x55 ," ", x == 0)
	fmt.Println(x/-3, x% -3, x/-1, x%-1, x/-8, x%-8)
}
//go:noinline
func c_int(x int) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, s := range []uint{0,1,7,8,31,32,33,63,64,65,1<<40} { fmt.Print(x<<s, " ", x>>s, ";") }; fmt.Println()
	for _, y := range v_int { fmt.Print(x+y, x-y, x*y, x&^y, x^y); if y != 0 { fmt.Print(" ", x/y, " ", x%y) }; fmt.Print(";") }; fmt.Println(-x, ^x)
	fmt.Print(x/3, x%3, x/7, x%10, x/1, x/2, x%2, x/8, x%16, x*5, x<<3, x>>3, x&0x55 ," ", x == 0)
	fmt.Println(x/-3, x% -3, x/-1, x%-1, x/-8, x%-8)
}
//go:noinline
func c_uint8(x uint8) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, s := range []uint{0,1,7,8,31,32,33,63,64,65,1<<40} { fmt.Print(x<<s, " ", x>>s, ";") }; fmt.Println()
	for _, y := range v_uint8 { fmt.Print(x+y, x-y, x*y, x&^y, x^y); if y != 0 { fmt.Print(" ", x/y, " ", x%y) }; fmt.Print(";") }; fmt.Println(-x, ^x)
	fmt.Print(x/3, x%3, x/7, x%10, x/1, x/2, x%2, x/8, x%16, x*5, x<<3, x>>3, x&0x55 ," ", x == 0)
	fmt.Println()
}
//go:noinline
func c_uint16(x uint16) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, s := range []uint{0,1,7,8,31,32,33,63,64,65,1<<40} { fmt.Print(x<<s, " ", x>>s, ";") }; fmt.Println()
	for _, y := range v_uint16 { fmt.Print(x+y, x-y, x*y, x&^y, x^y); if y != 0 { fmt.Print(" ", x/y, " ", x%y) }; fmt.Print(";") }; fmt.Println(-x, ^x)
	fmt.Print(x/3, x%3, x/7, x%10, x/1, x/2, x%2, x/8, x%16, x*5, x<<3, x>>3, x&0x55 ," ", x == 0)
	fmt.Println()
}
//go:noinline
func c_uint32(x uint32) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, s := range []uint{0,1,7,8,31,32,33,63,64,65,1<<40} { fmt.Print(x<<s, " ", x>>s, ";") }; fmt.Println()
	for _, y := range v_uint32 { fmt.Print(x+y, x-y, x*y, x&^y, x^y); if y != 0 { fmt.Print(" ", x/y, " ", x%y) }; fmt.Print(";") }; fmt.Println(-x, ^x)
	fmt.Print(x/3, x%3, x/7, x%10, x/1, x/2, x%2, x/8, x%16, x*5, x<<3, x>>3, x&0x55 ," ", x == 0)
	fmt.Println()
}
//go:noinline
func c_uint64(x uint64) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, s := range []uint{0,1,7,8,31,32,33,63,64,65,1<<40} { fmt.Print(x<<s, " ", x>>s, ";") }; fmt.Println()
	for _, y := range v_uint64 { fmt.Print(x+y, x-y, x*y, x&^y, x^y); if y != 0 { fmt.Print(" ", x/y, " ", x%y) }; fmt.Print(";") }; fmt.Println(-x, ^x)
	fmt.Print(x/3, x%3, x/7, x%10, x/1, x/2, x%2, x/8, x%16, x*5, x<<3, x>>3, x&0x55 ," ", x == 0)
	fmt.Println()
}
//go:noinline
func c_uint(x uint) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, s := range []uint{0,1,7,8,31,32,33,63,64,65,1<<40} { fmt.Print(x<<s, " ", x>>s, ";") }; fmt.Println()
	for _, y := range v_uint { fmt.Print(x+y, x-y, x*y, x&^y, x^y); if y != 0 { fmt.Print(" ", x/y, " ", x%y) }; fmt.Print(";") }; fmt.Println(-x, ^x)
	fmt.Print(x/3, x%3, x/7, x%10, x/1, x/2, x%2, x/8, x%16, x*5, x<<3, x>>3, x&0x55 ," ", x == 0)
	fmt.Println()
}
//go:noinline
func c_uintptr(x uintptr) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, s := range []uint{0,1,7,8,31,32,33,63,64,65,1<<40} { fmt.Print(x<<s, " ", x>>s, ";") }; fmt.Println()
	for _, y := range v_uintptr { fmt.Print(x+y, x-y, x*y, x&^y, x^y); if y != 0 { fmt.Print(" ", x/y, " ", x%y) }; fmt.Print(";") }; fmt.Println(-x, ^x)
	fmt.Print(x/3, x%3, x/7, x%10, x/1, x/2, x%2, x/8, x%16, x*5, x<<3, x>>3, x&0x55 ," ", x == 0)
	fmt.Println()
}
//go:noinline
func c_float32(x float32) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, y := range v_float32 { fmt.Print(fb32(x+y)," ", fb32(x-y)," ", fb32(x*y)," ", fb32(x/y), " ", x<y, x<=y, x==y, x!=y, x>y, x>=y, fb32(min(x,y)), fb32(max(x,y)), fb32(x*y+x),";") }; fmt.Println()
	fmt.Println(x, -x, fb32(-x))
	fmt.Printf("%v %g %e %f %.3f %8.2e %x %b %G %6.1f|%-8.3g|%+g|%#g\n", x,x,x,x,x,x,x,x,x,x,x,x,x); println(x)
}
//go:noinline
func c_float64(x float64) {
	fmt.Print(int8(x), " ")
	fmt.Print(int16(x), " ")
	fmt.Print(int32(x), " ")
	fmt.Print(int64(x), " ")
	fmt.Print(int(x), " ")
	fmt.Print(uint8(x), " ")
	fmt.Print(uint16(x), " ")
	fmt.Print(uint32(x), " ")
	fmt.Print(uint64(x), " ")
	fmt.Print(uint(x), " ")
	fmt.Print(uintptr(x), " ")
	fmt.Println(fb32(float32(x)), fb64(float64(x)))
	for _, y := range v_float64 { fmt.Print(fb64(x+y)," ", fb64(x-y)," ", fb64(x*y)," ", fb64(x/y), " ", x<y, x<=y, x==y, x!=y, x>y, x>=y, fb64(min(x,y)), fb64(max(x,y)), fb64(x*y+x),";") }; fmt.Println()
	fmt.Println(x, -x, fb64(-x))
	fmt.Printf("%v %g %e %f %.3f %8.2e %x %b %G %6.1f|%-8.3g|%+g|%#g\n", x,x,x,x,x,x,x,x,x,x,x,x,x); println(x)
}
func main() {
	for _, x := range v_int8 { fmt.Print("int8 ", x, ": "); c_int8(x) }
	for _, x := range v_int16 { fmt.Print("int16 ", x, ": "); c_int16(x) }
	for _, x := range v_int32 { fmt.Print("int32 ", x, ": "); c_int32(x) }
	for _, x := range v_int64 { fmt.Print("int64 ", x, ": "); c_int64(x) }
	for _, x := range v_int { fmt.Print("int ", x, ": "); c_int(x) }
	for _, x := range v_uint8 { fmt.Print("uint8 ", x, ": "); c_uint8(x) }
	for _, x := range v_uint16 { fmt.Print("uint16 ", x, ": "); c_uint16(x) }
	for _, x := range v_uint32 { fmt.Print("uint32 ", x, ": "); c_uint32(x) }
	for _, x := range v_uint64 { fmt.Print("uint64 ", x, ": "); c_uint64(x) }
	for _, x := range v_uint { fmt.Print("uint ", x, ": "); c_uint(x) }
	for _, x := range v_uintptr { fmt.Print("uintptr ", x, ": "); c_uintptr(x) }
	for _, x := range v_float32 { fmt.Print("float32 ", x, ": "); c_float32(x) }
	for _, x := range v_float64 { fmt.Print("float64 ", x, ": "); c_float64(x) }
	cv := []complex128{}
	fs := []float64{0, math.Copysign(0, -1), 1, -1, 2.5, math.Inf(1), math.Inf(-1), math.NaN(), 1e308, 5e-324}
	for _, a := range fs { for _, b := range fs { cv = append(cv, complex(a, b)) } }
	p := func(c complex128) { fmt.Print(fb64(real(c)), ",", fb64(imag(c)), " ") }
	p32 := func(c complex64) { fmt.Print(fb32(real(c)), ",", fb32(imag(c)), " ") }
	for i := 0; i < len(cv); i += 3 { for j := 0; j < len(cv); j += 7 { a, b := cv[i], cv[j]; p(a*b); p(a/b); p(a+b); p(a-b); p(-a); fmt.Print(a == b); p32(complex64(a)*complex64(b)); p32(complex64(a)/complex64(b)); fmt.Println() } }
	for _, c := range cv { fmt.Println(c); fmt.Printf("%v %.2f %g %8.1e\n", c, c, complex64(c), c) }
}
