/* symtab.h: the line table appended to an executable after linking (written by compiler/drive, read by runtime/stack/symtab.c).
 *
 * File layout: the ELF image, then the blob, then a TuSymTrailer as the very last bytes. All integers little-endian.
 *   TuSymHeader
 *   TuSymFn   fn[nfn]        sorted by pc; covers [pc, pc + nbyte)
 *   char      str[nstr]      NUL-terminated strings; offsets point here
 *   uint8_t   line[nline]    a stream per function that has lines, found by TuSymFn.line, and places
 * A function's name is its C symbol (the reader undoes the mangling of docs/abi.md for names that start with "G_").
 * A stream is a number of rows (unsigned LEB128), then the rows; a row holds until the next one or the function's end:
 *   uleb   (pc - pc of the row before) << 1 | file changes;  the first row counts from the function's pc
 *   uleb   offset of the place in line[], only when it changes
 *   sleb   line - line of the row before (0 at first); line 0: unknown
 * A place is, all uleb: string offset of the file, number of inlined levels, then for each level from the innermost outwards the
 * string offset of the inlined function's Go name, that of the caller's file and the caller's line. The name belongs to the position
 * before it; the outermost position belongs to the physical function. In #line text a place is written "path" and, for each level,
 * "\001" fn "\001" callerpath "\001" callerline. */
#ifndef TUCO_SYMTAB_H
#define TUCO_SYMTAB_H
#include <stdint.h>

#define TU_SYM_MAGIC "tucosym3"
#define TU_SYM_NOLINE 0xffffffffu

typedef struct { uint64_t text_lo, text_hi; uint32_t nfn, nline, nstr, pad; } TuSymHeader;
typedef struct { uint32_t pc, nbyte, name, line; } TuSymFn;         /* pc relative to text_lo; line: offset of its stream or TU_SYM_NOLINE */
typedef struct { uint64_t blob_off, blob_nbyte; char magic[8]; } TuSymTrailer;
#endif
