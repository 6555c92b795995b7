/* hello.c: the smallest program: start-up cost. */
#include "tests/rt/emit.h"
static void test_main(void) { tu_syscall6(1, 1, (uintptr_t)"hello\n", 6, 0, 0, 0); }
PROGRAM(test_main);
