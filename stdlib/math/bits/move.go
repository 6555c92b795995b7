package bits

//tuco:intrinsic tu_bswap16
func bswap16(x uint16) uint16

//tuco:intrinsic tu_bswap32
func bswap32(x uint32) uint32

//tuco:intrinsic tu_bswap64
func bswap64(x uint64) uint64

// RotateLeft rotates x left by k mod 64 bits; a negative k rotates right.
func RotateLeft(x uint, k int) uint { return x<<(uint(k)&63) | x>>(uint(-k)&63) }

// RotateLeft8 is RotateLeft for 8 bits.
func RotateLeft8(x uint8, k int) uint8 { return x<<(uint(k)&7) | x>>(uint(-k)&7) }

// RotateLeft16 is RotateLeft for 16 bits.
func RotateLeft16(x uint16, k int) uint16 { return x<<(uint(k)&15) | x>>(uint(-k)&15) }

// RotateLeft32 is RotateLeft for 32 bits.
func RotateLeft32(x uint32, k int) uint32 { return x<<(uint(k)&31) | x>>(uint(-k)&31) }

// RotateLeft64 is RotateLeft for 64 bits.
func RotateLeft64(x uint64, k int) uint64 { return x<<(uint(k)&63) | x>>(uint(-k)&63) }

// Reverse mirrors the bits of x.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

// Reverse8 is Reverse for 8 bits.
func Reverse8(x uint8) uint8 { return uint8(Reverse64(uint64(x)) >> 56) }

// Reverse16 is Reverse for 16 bits.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

// Reverse32 is Reverse for 32 bits.
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

// Reverse64 is Reverse for 64 bits.
func Reverse64(x uint64) uint64 {
	x = x>>1&0x5555555555555555 | x&0x5555555555555555<<1
	x = x>>2&0x3333333333333333 | x&0x3333333333333333<<2
	x = x>>4&0x0F0F0F0F0F0F0F0F | x&0x0F0F0F0F0F0F0F0F<<4
	return bswap64(x)
}

// ReverseBytes mirrors the bytes of x.
func ReverseBytes(x uint) uint { return uint(bswap64(uint64(x))) }

// ReverseBytes16 is ReverseBytes for 16 bits.
func ReverseBytes16(x uint16) uint16 { return bswap16(x) }

// ReverseBytes32 is ReverseBytes for 32 bits.
func ReverseBytes32(x uint32) uint32 { return bswap32(x) }

// ReverseBytes64 is ReverseBytes for 64 bits.
func ReverseBytes64(x uint64) uint64 { return bswap64(x) }
