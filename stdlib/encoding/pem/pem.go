// Package pem reads and writes PEM blocks (RFC 1421): base64 between -----BEGIN X----- and -----END X-----.
package pem

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"slices"
	"strings"
)

// Block is one block.
type Block struct {
	Type    string            // as in "RSA PRIVATE KEY"
	Headers map[string]string // may be empty
	Bytes   []byte
}

const (
	begin  = "-----BEGIN "
	end    = "-----END "
	dashes = "-----"
	width  = 64
)

// line cuts the first line off, without its end and the blanks before that.
func line(data []byte) (first, rest []byte) {
	first, rest, _ = bytes.Cut(data, []byte{'\n'})
	return bytes.TrimRight(first, " \t\r"), rest
}

// Decode finds the next block in data and returns it with what follows, or nil and data.
func Decode(data []byte) (p *Block, rest []byte) {
	rest = data
	for {
		// BEGIN stands at the beginning of a line.
		if !bytes.HasPrefix(rest, []byte(begin)) {
			i := bytes.Index(rest, []byte("\n"+begin))
			if i < 0 {
				return nil, data
			}
			rest = rest[i+1:]
		}
		var title []byte
		title, rest = line(rest[len(begin):])
		name, ok := bytes.CutSuffix(title, []byte(dashes))
		if !ok {
			continue
		}
		b := &Block{Type: string(name), Headers: map[string]string{}}
		body := rest
		for {
			l, next := line(body)
			key, value, ok := bytes.Cut(l, []byte{':'})
			if !ok {
				break
			}
			b.Headers[string(bytes.TrimSpace(key))] = string(bytes.TrimSpace(value))
			body = next
		}
		stop := []byte("\n" + end)
		at := bytes.Index(body, stop)
		if len(b.Headers) == 0 && bytes.HasPrefix(body, stop[1:]) {
			at = 0
			stop = stop[1:]
		}
		if at < 0 {
			continue
		}
		tail := body[at+len(stop):]
		closing := append(slices.Clone(name), dashes...)
		if !bytes.HasPrefix(tail, closing) {
			continue
		}
		trailer, after := line(tail[len(closing):])
		if len(trailer) > 0 {
			continue
		}
		text := bytes.Map(func(r rune) rune {
			if r == ' ' || r == '\t' || r == '\r' || r == '\n' {
				return -1
			}
			return r
		}, body[:at])
		b.Bytes = make([]byte, base64.StdEncoding.DecodedLen(len(text)))
		n, err := base64.StdEncoding.Decode(b.Bytes, text)
		if err != nil {
			continue
		}
		b.Bytes = b.Bytes[:n]
		return b, after
	}
}

// Encode writes b. The header Proc-Type comes first, the others in order.
func Encode(out io.Writer, b *Block) error {
	var sb strings.Builder
	keys := make([]string, 0, len(b.Headers))
	for k := range b.Headers {
		if strings.Contains(k, ":") {
			return errors.New("pem: cannot encode a header key that contains a colon")
		}
		keys = append(keys, k)
	}
	slices.Sort(keys)
	sb.WriteString(begin + b.Type + dashes + "\n")
	const first = "Proc-Type"
	if v, ok := b.Headers[first]; ok {
		sb.WriteString(first + ": " + v + "\n")
	}
	for _, k := range keys {
		if k != first {
			sb.WriteString(k + ": " + b.Headers[k] + "\n")
		}
	}
	if len(keys) > 0 {
		sb.WriteByte('\n')
	}
	text := base64.StdEncoding.EncodeToString(b.Bytes)
	for len(text) > 0 {
		n := min(width, len(text))
		sb.WriteString(text[:n] + "\n")
		text = text[n:]
	}
	sb.WriteString(end + b.Type + dashes + "\n")
	_, err := io.WriteString(out, sb.String())
	return err
}

// EncodeToMemory is Encode to a slice, nil if a header cannot be encoded.
func EncodeToMemory(b *Block) []byte {
	var buf bytes.Buffer
	if err := Encode(&buf, b); err != nil {
		return nil
	}
	return buf.Bytes()
}
