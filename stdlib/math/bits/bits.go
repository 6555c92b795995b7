// Package bits counts and moves bits in unsigned integers.
package bits

// UintSize is the width of a uint.
const UintSize = 64

//tuco:intrinsic tu_clz64
func clz64(x uint64) int

//tuco:intrinsic tu_clz32
func clz32(x uint32) int

//tuco:intrinsic tu_ctz64
func ctz64(x uint64) int

//tuco:intrinsic tu_ctz32
func ctz32(x uint32) int

//tuco:intrinsic tu_popcount64
func popcount64(x uint64) int

// LeadingZeros counts the zero bits above the highest one; 64 for 0.
func LeadingZeros(x uint) int { return clz64(uint64(x)) }

// LeadingZeros8 is LeadingZeros for 8 bits.
func LeadingZeros8(x uint8) int { return clz32(uint32(x)) - 24 }

// LeadingZeros16 is LeadingZeros for 16 bits.
func LeadingZeros16(x uint16) int { return clz32(uint32(x)) - 16 }

// LeadingZeros32 is LeadingZeros for 32 bits.
func LeadingZeros32(x uint32) int { return clz32(x) }

// LeadingZeros64 is LeadingZeros for 64 bits.
func LeadingZeros64(x uint64) int { return clz64(x) }

// TrailingZeros counts the zero bits below the lowest one; 64 for 0.
func TrailingZeros(x uint) int { return ctz64(uint64(x)) }

// TrailingZeros8 is TrailingZeros for 8 bits.
func TrailingZeros8(x uint8) int { return ctz32(uint32(x) | 1<<8) }

// TrailingZeros16 is TrailingZeros for 16 bits.
func TrailingZeros16(x uint16) int { return ctz32(uint32(x) | 1<<16) }

// TrailingZeros32 is TrailingZeros for 32 bits.
func TrailingZeros32(x uint32) int { return ctz32(x) }

// TrailingZeros64 is TrailingZeros for 64 bits.
func TrailingZeros64(x uint64) int { return ctz64(x) }

// OnesCount counts the one bits.
func OnesCount(x uint) int { return popcount64(uint64(x)) }

// OnesCount8 is OnesCount for 8 bits.
func OnesCount8(x uint8) int { return popcount64(uint64(x)) }

// OnesCount16 is OnesCount for 16 bits.
func OnesCount16(x uint16) int { return popcount64(uint64(x)) }

// OnesCount32 is OnesCount for 32 bits.
func OnesCount32(x uint32) int { return popcount64(uint64(x)) }

// OnesCount64 is OnesCount for 64 bits.
func OnesCount64(x uint64) int { return popcount64(x) }

// Len is the number of bits that x needs; 0 for 0.
func Len(x uint) int { return 64 - clz64(uint64(x)) }

// Len8 is Len for 8 bits.
func Len8(x uint8) int { return 32 - clz32(uint32(x)) }

// Len16 is Len for 16 bits.
func Len16(x uint16) int { return 32 - clz32(uint32(x)) }

// Len32 is Len for 32 bits.
func Len32(x uint32) int { return 32 - clz32(x) }

// Len64 is Len for 64 bits.
func Len64(x uint64) int { return 64 - clz64(x) }
