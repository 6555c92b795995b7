package json

import "bytes"

// appendHTML copies src with <, >, & and the JavaScript line ends U+2028 and U+2029 escaped. In JSON these stand in strings only.
func appendHTML(dst, src []byte) []byte {
	from := 0
	for i, c := range src {
		switch {
		case c == '<' || c == '>' || c == '&':
			dst = append(append(dst, src[from:i]...), '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			from = i + 1
		case c == 0xE2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xA8:
			dst = append(append(dst, src[from:i]...), `\u202`...)
			dst = append(dst, hexDigits[src[i+2]&15])
			from = i + 3
		}
	}
	return append(dst, src[from:]...)
}

// HTMLEscape appends src to dst such that it can stand in a <script> element.
func HTMLEscape(dst *bytes.Buffer, src []byte) {
	dst.Grow(len(src))
	dst.Write(appendHTML(dst.AvailableBuffer(), src))
}

// appendCompact copies valid JSON without white space.
func appendCompact(dst, src []byte, escapeHTML bool) []byte {
	n := len(dst)
	from := 0
	for i := 0; i < len(src); i++ {
		if c := src[i]; c == '"' {
			i = stringEnd(src, i) - 1
		} else if isSpace(c) {
			dst = append(dst, src[from:i]...)
			from = i + 1
		}
	}
	dst = append(dst, src[from:]...)
	if escapeHTML && needsHTML(dst[n:]) {
		text := bytes.Clone(dst[n:])
		dst = appendHTML(dst[:n], text)
	}
	return dst
}

func needsHTML(b []byte) bool {
	for _, c := range b {
		if c == '<' || c == '>' || c == '&' || c == 0xE2 {
			return true
		}
	}
	return false
}

// stringEnd returns the end of the valid string that begins at src[i].
func stringEnd(src []byte, i int) int {
	for i++; src[i] != '"'; i++ {
		if src[i] == '\\' {
			i++
		}
	}
	return i + 1
}

// Compact appends src to dst without white space.
func Compact(dst *bytes.Buffer, src []byte) error {
	if err := check(src); err != nil {
		return err
	}
	dst.Grow(len(src))
	dst.Write(appendCompact(dst.AvailableBuffer(), src, false))
	return nil
}

// Indent appends src to dst with each element on a line of its own, which begins with prefix and a copy of indent per level. White space at
// the end of src is kept, at the beginning dropped.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	dst.Grow(2 * len(src))
	b, err := appendIndent(dst.AvailableBuffer(), src, prefix, indent)
	if err != nil {
		return err
	}
	dst.Write(b)
	return nil
}

func appendIndent(dst, src []byte, prefix, indent string) ([]byte, error) {
	if err := check(src); err != nil {
		return nil, err
	}
	depth := 0
	newline := func() {
		dst = append(append(dst, '\n'), prefix...)
		for range depth {
			dst = append(dst, indent...)
		}
	}
	end := len(bytes.TrimRight(src, " \t\r\n"))
	for i := 0; i < end; i++ {
		switch c := src[i]; c {
		case ' ', '\t', '\r', '\n':
		case '"':
			k := stringEnd(src, i)
			dst = append(dst, src[i:k]...)
			i = k - 1
		case '{', '[':
			dst = append(dst, c)
			k := i + 1
			for isSpace(src[k]) {
				k++
			}
			if src[k] == c+2 { // stays empty
				dst = append(dst, c+2)
				i = k
				continue
			}
			depth++
			newline()
		case '}', ']':
			depth--
			newline()
			dst = append(dst, c)
		case ',':
			dst = append(dst, c)
			newline()
		case ':':
			dst = append(dst, ':', ' ')
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, src[end:]...), nil
}
