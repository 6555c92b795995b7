#!/usr/bin/env python3
"""Feeds damaged Go files to the compiler: mutate.py TUCO N SEED FILE...

Each round takes a file, deletes, doubles, swaps or replaces a few tokens (or bytes), and runs `tuco build -o /dev/null`.  A signal, a
hang over 10 s, status other than 0 and 1, or the words "internal" or "C compiler failed" is reported and the input kept in
build/fuzz.  Status 1 when something was."""
import os
import random
import re
import subprocess
import sys

TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`]*`|\'(?:[^\'\\\n]|\\.)*\'|//[^\n]*|\w+|\s+|[-+*/%&|^<>=!:.]+|.', re.S)
SOUP = ['(', ')', '{', '}', '[', ']', ',', ';', ':', ':=', '=', '...', '.', '*', '&', '<-', 'func', 'type', 'struct', 'interface', 'map', 'chan',
        'var', 'const', 'iota', 'nil', 'range', 'for', 'switch', 'case', 'default', 'select', 'go', 'defer', 'return', 'goto', 'break', 'int',
        'string', 'any', 'T', 'x', '_', '0', '1e400', '1 << 70', '"s"', "'c'", '0x', '~', '|', '[]', '[...]', 'unsafe.Sizeof', 'fallthrough',
        'new', 'make', 'len', 'append', 'comparable', 'error', '[T any]', 'import "C"', '//go:embed x\n', '\x00', '\ufeff']


def mutate(r, text):
    t = TOKEN.findall(text)
    for _ in range(r.choice([1, 1, 2, 3, 8])):
        i, j = r.randrange(len(t)), r.randrange(len(t))
        k = r.randrange(7)
        if k == 0:
            del t[i]
        elif k == 1:
            t[i] = r.choice(SOUP)
        elif k == 2:
            t.insert(i, r.choice(SOUP))
        elif k == 3:
            t[i], t[j] = t[j], t[i]
        elif k == 4:
            t[i] = t[j]
        elif k == 5:
            i, j = min(i, j), max(i, j)
            del t[i:min(j, i + r.randrange(1, 12))]
        else:
            t[i:i] = t[j:j + r.randrange(1, 30)]
        if not t:
            break
    return ''.join(t)


def main():
    tuco, n, seed, files = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
    os.makedirs('build/fuzz', exist_ok=True)
    bad = 0
    for k in range(n):
        r = random.Random(seed + k)
        f = r.choice(files)
        src = mutate(r, open(f, encoding='utf-8', errors='surrogateescape').read())
        path = 'build/fuzz/m%d.go' % (seed + k)
        open(path, 'w', encoding='utf-8', errors='surrogateescape').write(src)
        try:
            p = subprocess.run([tuco, 'build', '-o', '/dev/null', path], capture_output=True, timeout=10)
            st, out = p.returncode, (p.stdout + p.stderr).decode('utf-8', 'replace')
        except subprocess.TimeoutExpired:
            st, out = 'time', ''
        if st in (0, 1) and 'internal' not in out and 'C compiler failed' not in out and not (st == 1 and not out.strip()):
            os.remove(path)
            continue
        bad += 1
        print('seed %d %s: status %s: %s' % (seed + k, os.path.basename(f), st, out.strip()[:200]), flush=True)
    print('%d inputs, %d bad' % (n, bad))
    return bad > 0


sys.exit(main())
