/* kind.c: which of the collectors that share runtime/heap and runtime/gc a program has. The only file compiled once for each of them. */
#ifndef TUCO_GC_BOEHM
#include "runtime/gc/gc.h"

#if defined(TUCO_GC_STW)
const int32_t tu_gc_kind TU_WEAK = TU_GC_KIND_STW;
#elif defined(TUCO_GC_NONE)
const int32_t tu_gc_kind TU_WEAK = TU_GC_KIND_NONE;
#else
const int32_t tu_gc_kind TU_WEAK = TU_GC_KIND_CONCURRENT;
#endif
#endif
