// Package fmt formats and scans text by templates in the manner of C's printf and scanf.
//
// # Printing
//
// A verb is % with flags, width, precision and a letter. For any value: %v default form, %+v with field names, %#v as Go source, %T type.
// Booleans: %t. Integers: %b %c %d %o %O %q %x %X %U. Floats and complex: %b %e %E %f %F %g %G %x %X. Strings and bytes: %s %q %x %X.
// Pointers: %p. Flags: + sign or ASCII quoting, - pad right, # alternative form, space for missing signs or between bytes, 0 pad with zeros.
// Width and precision may be *, taken from the arguments; [n] chooses the argument that comes next.
//
// An operand that is a Formatter formats itself. Otherwise %#v uses GoStringer, and verbs that take strings use Error or String. A panic in
// one of these methods is shown in the output as %!v(PANIC=...). Other misuse shows as %!verb(type=value), %!(EXTRA ...), %!verb(MISSING),
// %!(NOVERB), %!(BADWIDTH), %!(BADPREC) or %!(BADINDEX).
//
// # Scanning
//
// Scan and its kin read values separated by spaces; the ...ln forms stop at a newline; the ...f forms follow a template. The variants
// with F read from an io.Reader, those with S from a string.
package fmt
