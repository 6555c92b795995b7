# Makefile of tuco: `make` builds the compiler and the runtime libraries, `make help` lists the rest.
# Everything generated goes below build/. Sources are found by globbing: a new .c file in the right room is compiled.

B      ?= build
PREFIX ?= /usr/local
CC     ?= gcc
ifeq ($(origin CC),default)
CC = gcc
endif
NJOB   := $(shell nproc 2>/dev/null || echo 2)
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(NJOB)
endif

WARN    = -Wall -Wextra -Wno-unused-parameter -Wno-missing-field-initializers
CFLAGS ?= -O2 -g
CSTD    = -std=gnu11 -I. -I$(B)/gen $(WARN) -MMD -MP
SAN     =

# ---- compiler ------------------------------------------------------------------------------------------------------------
COMP_SRC := $(sort $(wildcard compiler/*/*.c))
COMP_OBJ := $(COMP_SRC:%.c=$(B)/obj/%.o) $(B)/obj/gen/lex.o
COMP_LIB := $(B)/obj/libcompiler.a
COMP_LINK = -lmpfr -lgmp -lm

# ---- runtime -------------------------------------------------------------------------------------------------------------
RT_SRC   := $(sort $(wildcard runtime/*/*.c runtime/*/*.S))
MUSL_INC ?= /usr/include/x86_64-linux-musl
GCC_INC  := $(shell $(CC) -print-file-name=include)
RT_CFLAGS = -O2 -g1 -std=gnu11 -fwrapv -fno-strict-aliasing -fno-delete-null-pointer-checks -fno-omit-frame-pointer \
            -fsplit-stack -ffunction-sections -fdata-sections -fno-pie -fno-asynchronous-unwind-tables -ffp-contract=off \
            -fno-math-errno -fno-stack-protector -fno-optimize-sibling-calls -I. $(WARN) -MMD -MP
MUSL      = -nostdinc -isystem $(MUSL_INC) -isystem $(GCC_INC) -DTUCO_MUSL=1
RT_concurrent = $(MUSL)
RT_stw    = $(MUSL) -DTUCO_GC_STW=1
RT_none   = $(MUSL) -DTUCO_GC_NONE=1
RT_boehm  = -DTUCO_GC_BOEHM=1 -DTUCO_GLIBC=1
RT_race   = $(MUSL) -DTUCO_RACE=1
HAVE_GC  := $(wildcard /usr/include/gc/gc.h /usr/include/gc.h)
COLLECTORS := concurrent stw none $(if $(HAVE_GC),boehm)
RT_LIBS  := $(COLLECTORS:%=$(B)/lib/libtuco-%.a) $(B)/lib/libtuco-race.a

Q = $(if $(V),,@)

.PHONY: bench-sched check-escape test-web bench-front bench-escape all compiler runtime warm setup test test-all compat unit bench bench-gc demo install clean help asan ubsan fmt
.DEFAULT_GOAL := all

all: compiler runtime warm
compiler: $(B)/tuco $(B)/trun
runtime: $(RT_LIBS)

$(B)/tuco: $(B)/obj/compiler/drive/main.o $(COMP_LIB)
	@echo '  link $@'
	$(Q)$(CC) $(CFLAGS) $(SAN) -o $@.tmp $^ $(COMP_LINK) && mv $@.tmp $@

$(COMP_LIB): $(COMP_OBJ)
	$(Q)rm -f $@.tmp && ar rcs $@.tmp $(filter-out %/drive/main.o,$^) && mv $@.tmp $@

$(B)/obj/%.o: %.c
	@mkdir -p $(@D)
	@echo '  cc   $<'
	$(Q)$(CC) $(CFLAGS) $(CSTD) $(SAN) -c -o $@ $<

# what page.c makes part of the compiler
$(B)/obj/compiler/report/page.o: compiler/report/page.css compiler/report/page.js

$(B)/gen/lex.c: compiler/syntax/lex.re
	@mkdir -p $(@D)
	$(Q)re2c --no-generation-date --no-debug-info -o $@ $<

$(B)/obj/gen/lex.o: $(B)/gen/lex.c
	@mkdir -p $(@D)
	@echo '  cc   $<'
	$(Q)$(CC) $(CFLAGS) $(CSTD) $(SAN) -Wno-unused-variable -c -o $@ $<

$(B)/trun: tools/trun.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -std=gnu11 $(WARN) -o $@ $<

# One library per collector. Those with our own heap share their objects but for kind.c; libgc's needs glibc and is compiled apart.
# Code that runs seldom is compiled for size: it is in every program.
RT_COLD = runtime/panic/% runtime/start/% runtime/os/% runtime/obs/% runtime/ffi/% runtime/reflect/% runtime/poll/% runtime/base/% \
          runtime/stack/frames.c runtime/stack/symtab.c runtime/stack/traceback.c runtime/gc/gctrace.c runtime/gc/finalize.c runtime/gc/special.c \
          runtime/heap/heap_check.c runtime/heap/stats.c runtime/sched/deadlock.c runtime/sched/procs.c runtime/sched/preempt.c
RT_SIZE = $(if $(filter $(RT_COLD),$<),-Os)
RT_KIND = runtime/gc/kind.c
define rt_cc
	@mkdir -p $(@D)
	@echo '  cc   $< ($(1))'
	$(Q)$(CC) $(RT_CFLAGS) $(RT_SIZE) $(RT_$(1)) -c -o $@ $<
endef
RT_OBJ_musl := $(patsubst %,$(B)/rt/musl/%.o,$(filter-out $(RT_KIND),$(RT_SRC)))
$(B)/rt/musl/%.o: %
	$(call rt_cc,concurrent)
define rt_lib
RT_OBJ_$(1) := $$(if $$(filter boehm,$(1)),$$(patsubst %,$(B)/rt/boehm/%.o,$$(RT_SRC)),$$(RT_OBJ_musl) $(B)/rt/$(1)/$$(RT_KIND).o)
$(B)/lib/libtuco-$(1).a: $$(RT_OBJ_$(1))
	@mkdir -p $$(@D)
	@echo '  ar   $$@'
	$$(Q)rm -f $$@.tmp && ar rcs $$@.tmp $$^ && mv $$@.tmp $$@
$(B)/rt/$(1)/%.o: %
	$$(call rt_cc,$(1))
-include $$(RT_OBJ_$(1):.o=.d)
endef
$(foreach c,$(COLLECTORS),$(eval $(call rt_lib,$(c))))

# tuco build -race: the concurrent collector; sources with hooks of the race detector are compiled again.
RACE_SRC := $(shell grep -lE 'TU_RACE|chan/chan\.h' $(filter runtime/%,$(RT_SRC)))
RT_OBJ_race := $(patsubst %,$(B)/rt/race/%.o,$(RACE_SRC)) $(patsubst %,$(B)/rt/musl/%.o,$(filter-out $(RT_KIND) $(RACE_SRC),$(RT_SRC))) $(B)/rt/concurrent/$(RT_KIND).o
$(B)/lib/libtuco-race.a: $(RT_OBJ_race)
	@mkdir -p $(@D)
	@echo '  ar   $@'
	$(Q)rm -f $@.tmp && ar rcs $@.tmp $^ && mv $@.tmp $@
$(B)/rt/race/%.o: %
	$(call rt_cc,race)
-include $(RT_OBJ_race:.o=.d)

-include $(COMP_OBJ:.o=.d)

# The first build of a user's program should not wait for fmt: its units are compiled into build/cache, where the compiler
# looks after the user's own cache.
warm: $(B)/.warm
$(B)/.warm: $(B)/tuco $(RT_LIBS) $(shell find stdlib -name '*.go' 2>/dev/null)
	@if ls stdlib/fmt/*.go >/dev/null 2>&1; then echo '  warm the object cache'; sh tools/warm.sh $(B) && touch $@; fi

# ---- tests ---------------------------------------------------------------------------------------------------------------
UNIT_SRC := $(sort $(wildcard tests/unit/*.c))
UNIT_BIN := $(UNIT_SRC:tests/unit/%.c=$(B)/unit/%)

$(B)/unit/%: tests/unit/%.c $(wildcard tests/unit/*.h) $(COMP_LIB)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(CSTD) $(SAN) -o $@ $< $(COMP_LIB) -lcriterion $(COMP_LINK)

unit: $(UNIT_BIN)

setup:
	@sh tools/setup.sh
test: setup
	$(MAKE) all
	-@$(MAKE) -k unit
	@sh tests/stress.sh short $(B)/tuco; s=$$?; $(B)/trun -tuco $(B)/tuco $(UNIT_BIN:%=-unit %) tests examples && exit $$s

test-all: test
	sh tests/stress.sh full $(B)/tuco
	sh tests/fuzz/diff.sh 10
	sh tests/stress_sched.sh 60 $(B)/tuco
	sh tools/check_escape.sh $(B)/tuco

# every verdict of tuco escape against what was allocated, over tests/prog
check-escape: all
	sh tools/check_escape.sh $(B)/tuco

# the pages of tuco escape and the like in headless Chromium; skipped where it is missing
test-web: all
	$(B)/trun -tuco $(B)/tuco tests/cli/web.sh

# Go's own test suite, compared with tests/compat/known.txt: make compat SUITE=/usr/local/go/test [ARGS='--kind run']
compat:
	@test -n "$(SUITE)" || { echo "usage: make compat SUITE=DIR, the folder test of a Go tree"; exit 2; }
	$(MAKE) all
	python3 tools/compat.py --suite $(SUITE) --tuco $(B)/tuco $(ARGS)

$(B)/tools/measure: tools/measure.c
	@mkdir -p $(@D)
	$(Q)$(CC) -O2 -std=gnu11 $(WARN) -o $@ $<

bench: all $(B)/tools/measure
	sh bench/run.sh

# objects allocated, pattern by pattern, beside Go; rewrites the table of docs/escape.md
bench-escape: all
	sh bench/escape/run.sh -w

# BENCHFLAGS="-n 3 -t 'go concurrent' -doc trees lru": fewer runs, collectors, programs; -doc writes the table into docs/gc.md.
bench-front: all
	sh bench/frontend.sh $(BENCHFLAGS)

bench-gc: all $(B)/tools/measure
	sh bench/gc/run.sh $(BENCHFLAGS)

# BENCHFLAGS="-n 3 -w pingpong": fewer runs, the table into docs/sched.md, some measures
bench-sched: all
	sh bench/sched/run.sh $(BENCHFLAGS)

demo: setup
	$(MAKE) all
	sh tools/demo.sh

asan:
	$(MAKE) B=build/asan SAN="-fsanitize=address -fno-omit-frame-pointer" CFLAGS="-O1 -g" compiler
ubsan:
	$(MAKE) B=build/ubsan SAN="-fsanitize=undefined -fno-sanitize-recover=all" CFLAGS="-O1 -g" compiler

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/tuco/lib $(DESTDIR)$(PREFIX)/lib/tuco/runtime/include
	install -m755 $(B)/tuco $(DESTDIR)$(PREFIX)/bin/tuco
	install -m644 $(RT_LIBS) $(DESTDIR)$(PREFIX)/lib/tuco/lib/
	install -m644 runtime/include/*.h $(DESTDIR)$(PREFIX)/lib/tuco/runtime/include/
	cp -R stdlib $(DESTDIR)$(PREFIX)/lib/tuco/
	if [ -d $(B)/cache ]; then cp -R $(B)/cache $(DESTDIR)$(PREFIX)/lib/tuco/; fi

fmt:
	clang-format -i $(wildcard compiler/*/*.[ch] runtime/*/*.[ch] tools/*.c)

clean:
	rm -rf build

help:
	@echo 'make            compiler (build/tuco), runtime libraries, warm cache'
	@echo 'make test       unit tests, then tests/{prog,err,esc,cli}; last line: N passed, N failed'
	@echo 'make test-all   the same, then tests/stress.sh (collections everywhere, every collector) and random programs beside Go'
	@echo 'make bench-escape  objects allocated beside Go, into docs/escape.md'
	@echo 'make bench      timings beside Go, as ratios'
	@echo 'make bench-front  speed of the compiler itself, and of small changes beside go build'
	@echo 'make bench-gc   the collectors beside Go: time, memory, pauses (BENCHFLAGS: see bench/gc/run.sh)'
	@echo 'make bench-sched  goroutines, channels, locks, timers beside Go (BENCHFLAGS=-w: into docs/sched.md)'
	@echo 'make demo       installs missing packages, builds, runs the examples, reports escapes, compares collectors'
	@echo 'make install    PREFIX=/usr/local DESTDIR='
	@echo 'make asan ubsan the compiler with sanitizers, in build/asan, build/ubsan'
	@echo 'make clean'
