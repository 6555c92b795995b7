// Package cpu stands in for the package of that name in a Go tree, whose packages ask it for features of the processor. It has none to offer:
// code written for them is assembly, which is not used.
package cpu

// CacheLinePadSize keeps data of different processors apart.
const (
	CacheLinePadSize = 64
	CacheLineSize    = 64
	GOARCH           = "amd64"
)

// DebugOptions says whether GODEBUG may switch features off.
var DebugOptions bool

// CacheLinePad is padding.
type CacheLinePad struct{ _ [CacheLinePadSize]byte }

// X86 are the features of x86 processors.
var X86 struct {
	HasAES, HasADX, HasAVX, HasAVX2, HasAVX512, HasAVX512F, HasAVX512BW, HasAVX512VL, HasAVX512DQ, HasAVX512CD bool
	HasAVX512VPCLMULQDQ, HasAVX512VBMI, HasAVX512VBMI2, HasAVX512GFNI, HasAVX512VAES, HasAVX512VNNI            bool
	HasBMI1, HasBMI2, HasERMS, HasFSRM, HasFMA, HasGFNI, HasOSXSAVE, HasPCLMULQDQ, HasPOPCNT, HasRDTSCP        bool
	HasSHA, HasSSE3, HasSSSE3, HasSSE41, HasSSE42, HasVAES, HasVPCLMULQDQ                                      bool
}

// Name is the name of the processor; it is not known.
func Name() string { return "" }

// Initialize does nothing.
func Initialize(env string) {}

// The features of other processors: this is none of them.
var (
	ARM64 struct{ HasAES, HasPMULL, HasSHA1, HasSHA2, HasSHA3, HasSHA512, HasCRC32, HasATOMICS, HasCPUID, HasDIT, IsNeoverse bool }
	S390X struct {
		HasZARCH, HasSTFLE, HasLDISP, HasEIMM, HasDFP, HasETF3EH, HasMSA, HasAES, HasAESCBC, HasAESCTR, HasAESGCM, HasGHASH bool
		HasSHA1, HasSHA256, HasSHA512, HasSHA3, HasVX, HasVXE, HasKDSA, HasECDSA, HasEDDSA                                  bool
	}
	Loong64 struct{ HasLSX, HasLASX, HasCRC32, HasLAMCAS, HasLAM_BH bool }
	RISCV64 struct{ HasFastMisaligned, HasV, HasZba, HasZbb, HasZbs bool }
)
