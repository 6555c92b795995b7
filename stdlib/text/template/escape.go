package template

// Escaping for HTML and JavaScript.

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

var htmlEscapes = [128]string{0: "\uFFFD", '"': "&#34;", '\'': "&#39;", '&': "&amp;", '<': "&lt;", '>': "&gt;"}

var jsEscapes = [128]string{'\\': `\\`, '\'': `\'`, '"': `\"`, '<': `\u003C`, '>': `\u003E`, '&': `\u0026`, '=': `\u003D`}

func init() {
	for c := range 0x20 {
		jsEscapes[c] = fmt.Sprintf(`\u%04X`, c)
	}
}

// HTMLEscape writes b with the special characters of HTML escaped.
func HTMLEscape(w io.Writer, b []byte) { io.WriteString(w, HTMLEscapeString(string(b))) }

// HTMLEscapeString escapes the special characters of HTML.
func HTMLEscapeString(s string) string {
	var sb strings.Builder
	last := 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 128 && htmlEscapes[c] != "" {
			sb.WriteString(s[last:i])
			sb.WriteString(htmlEscapes[c])
			last = i + 1
		}
	}
	if last == 0 {
		return s
	}
	sb.WriteString(s[last:])
	return sb.String()
}

// HTMLEscaper escapes its arguments, printed.
func HTMLEscaper(args ...any) string { return HTMLEscapeString(printed(args)) }

// JSEscape writes b escaped for a string of JavaScript.
func JSEscape(w io.Writer, b []byte) { io.WriteString(w, JSEscapeString(string(b))) }

// JSEscapeString escapes s for a string of JavaScript.
func JSEscapeString(s string) string {
	var sb strings.Builder
	last := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if e := jsEscapes[c]; e != "" {
				sb.WriteString(s[last:i])
				sb.WriteString(e)
				last = i + 1
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsPrint(r) {
			sb.WriteString(s[last:i])
			fmt.Fprintf(&sb, "\\u%04X", r)
			last = i + n
		}
		i += n
	}
	if last == 0 {
		return s
	}
	sb.WriteString(s[last:])
	return sb.String()
}

// JSEscaper escapes its arguments, printed.
func JSEscaper(args ...any) string { return JSEscapeString(printed(args)) }
