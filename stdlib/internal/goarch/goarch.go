// Package goarch describes the machine to packages of a Go tree.
package goarch

// ArchFamilyType is a family of machines.
type ArchFamilyType int

// AMD64 is the only family.
const AMD64 ArchFamilyType = 0

const (
	GOARCH              = "amd64"
	ArchFamily          = AMD64
	PtrSize             = 8
	BigEndian           = false
	DefaultPhysPageSize = 4096
	PCQuantum           = 1
	Int64Align          = 8
	MinFrameSize        = 0
	StackAlign          = PtrSize
	IsAmd64             = 1
	Is386               = 0
	IsArm               = 0
	IsArm64             = 0
	IsWasm              = 0
	IsPpc64             = 0
	IsPpc64le           = 0
	IsS390x             = 0
	IsRiscv64           = 0
	IsLoong64           = 0
	IsMips              = 0
	IsMipsle            = 0
	IsMips64            = 0
	IsMips64le          = 0
)
