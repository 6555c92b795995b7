package abi

import "unsafe"

// The sizes below are those of the C structures; a mismatch does not compile.
var (
	_ = [1]struct{}{}[unsafe.Sizeof(Type{})-(104+32)]
	_ = [1]struct{}{}[unsafe.Sizeof(Uncommon{})-56]
	_ = [1]struct{}{}[unsafe.Sizeof(Method{})-56]
	_ = [1]struct{}{}[unsafe.Sizeof(Field{})-72]
	_ = [1]struct{}{}[unsafe.Sizeof(IMethod{})-40]
)
