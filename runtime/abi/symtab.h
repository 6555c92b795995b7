/* symtab.h: the line table appended to an executable after linking (written by compiler/drive, read by runtime/stack/symtab.c).
 *
 * File layout: the ELF image, then the blob, then a TuSymTrailer as the very last bytes. All integers little-endian.
 *   TuSymHeader
 *   TuSymFn   fn[nfn]        sorted by pc; covers [pc, pc + nbyte)
 *   TuSymLine line[nline]    sorted by pc; each row holds until the next row's pc
 *   char      str[nstr]      NUL-terminated strings; offsets point here
 * A function's name is its C symbol (the reader undoes the mangling of docs/abi.md for names that start with "G_").
 * Functions whose name starts with "G_" are emitted Go code: the runtime shows them in tracebacks, and the preemption signal may stop
 * a goroutine at any of their instructions. Nothing else (section names, linker script) is needed for that. Rows for C functions of the
 * runtime may be left out; their fn entries must exist.
 * A row's file string is either "path" or, for code inlined by the compiler, "path" then, for each inlined level from the
 * innermost outwards, "\1" fn "\1" callerpath "\1" callerline: fn is the Go name of the inlined function that contains the
 * position before it; the outermost position belongs to the physical function. (In #line text "\1" is written as "\001".) */
#ifndef TUCO_SYMTAB_H
#define TUCO_SYMTAB_H
#include <stdint.h>

#define TU_SYM_MAGIC "tucosym1"

typedef struct { uint64_t text_lo, text_hi; uint32_t nfn, nline, nstr, pad; } TuSymHeader;
typedef struct { uint32_t pc, nbyte, name, pad; } TuSymFn;          /* pc relative to text_lo */
typedef struct { uint32_t pc, file, line; } TuSymLine;              /* file: string offset; line 0: unknown */
typedef struct { uint64_t blob_off, blob_nbyte; char magic[8]; } TuSymTrailer;
#endif
