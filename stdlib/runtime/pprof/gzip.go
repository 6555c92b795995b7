package pprof

import (
	"encoding/binary"
	"hash/crc32"
	"io"
)

// writeCompressed writes data in the format of gzip, which readers of profiles expect, in stored blocks: profiles are small, and programs
// that write one need not carry a compressor.
func writeCompressed(w io.Writer, data []byte) error {
	const most = 1<<16 - 1 // bytes of a stored block
	out := make([]byte, 0, len(data)+len(data)/most*5+64)
	out = append(out, 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)
	for rest := data; ; {
		n := min(len(rest), most)
		last := byte(0)
		if n == len(rest) {
			last = 1
		}
		out = append(out, last)
		out = binary.LittleEndian.AppendUint16(out, uint16(n))
		out = binary.LittleEndian.AppendUint16(out, ^uint16(n))
		out = append(out, rest[:n]...)
		if rest = rest[n:]; last == 1 {
			break
		}
	}
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(data))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(data)))
	_, err := w.Write(out)
	return err
}
