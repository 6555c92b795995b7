#!/usr/bin/env python3
"""Writes compiler/opt/go_facts.tab: what Go's compiler decides about functions of the library, for `tuco build -escape=go`.

    go build -gcflags=-m=2 PACKAGES 2>&1 | tools/gofacts.py GOROOT > compiler/opt/go_facts.tab

One line per exported function or method: its name, the cost of inlining it (-1: it is not inlined), the functions inlined into it, and
for each parameter (receiver first) where it leaks: "h0" to the heap, "h1" what it points to, "r1.0" to result 1 after no load, "-" nowhere.
Only verdicts and names are kept, nothing of the bodies.
"""
import os, re, sys

WANT = """bufio bytes container/heap container/list container/ring context encoding/binary encoding/hex encoding/json errors flag fmt io log math math/bits
math/rand os path path/filepath reflect regexp runtime sort strconv strings sync sync/atomic time unicode unicode/utf8""".split()
LINE = re.compile(r"(\S+?\.go):(\d+):(\d+): (.*)$")


def names(text):
    """First words of the comma-separated parts of a parameter list, nested brackets kept together."""
    out, depth, part = [], 0, ""
    for c in text + ",":
        if c == "," and depth == 0:
            w = re.match(r"\s*([^\W\d]\w*)", part)
            out.append(w.group(1) if w else "")
            part = ""
            continue
        depth += c in "([{"
        depth -= c in ")]}"
        part += c
    return out if text.strip() else []


def group(text, at):
    """The text between the bracket at `at` and its partner, and where that is."""
    depth = 0
    for i in range(at, len(text)):
        depth += text[i] in "([{"
        depth -= text[i] in ")]}"
        if depth == 0:
            return text[at + 1:i], i + 1
    return "", len(text)


def signature(lines, line):
    text = "".join(lines[line - 1:line + 8])
    at = text.index("func") + 4
    par = []
    m = re.match(r"\s*\(", text[at:])
    if m:
        recv, at = group(text, at + m.end() - 1)
        w = re.match(r"\s*([^\W\d]\w*)\s+\S", recv)
        par.append(w.group(1) if w else "")
    at = text.index("(", at)
    if "[" in text[text.index("func") + 4:at] and not m:
        return None, None               # generic
    args, at = group(text, at)
    par += names(args)
    res = []
    m = re.match(r"\s*\(", text[at:])
    if m:
        res, _ = group(text, at + m.end() - 1)
        res = names(res)
    return par, res


def main():
    root = sys.argv[1].rstrip("/") + "/src/"
    by_file = {}
    for raw in sys.stdin:
        m = LINE.match(raw.rstrip())
        if not m or raw.startswith(" "):
            continue
        path = m.group(1)
        path = path[path.index("/src/") + 5:] if "/src/" in path else path
        path = path.lstrip("./")
        if os.path.dirname(path) in WANT and not m.group(4).startswith(" "):
            by_file.setdefault(path, []).append((int(m.group(2)), int(m.group(3)), m.group(4)))
    local = {}
    starts = {}
    for path, v in by_file.items():
        for line, col, text in v:
            m = re.match(r"(can|cannot) inline ([^\s:]+)(?: with cost (\d+))?", text)
            if m and ".func" not in m.group(2) and "[" not in m.group(2) and not re.search(r"\.(defer|go)wrap", m.group(2)):
                starts.setdefault(path, {})[line] = (m.group(2), int(m.group(3) or -1) if m.group(1) == "can" else -1)
                local.setdefault(os.path.dirname(path), set()).add(m.group(2))
    out = {}
    for path, fns in starts.items():
        pkg = os.path.dirname(path)
        base = os.path.basename(pkg)
        lines = open(root + path).read().splitlines(True)
        order = sorted(fns)
        for k, line in enumerate(order):
            name, cost = fns[line]
            short = name.split(".")[-1]
            holder = re.match(r"\(?\*?(\w+)", name).group(1)
            if not short[0].isupper() or not holder[0].isupper() or not lines[line - 1].startswith("func"):
                continue
            end = order[k + 1] if k + 1 < len(order) else 1 << 30
            par, res = signature(lines, line)
            if par is None:
                continue
            nested, leak = [], {}
            for at, col, text in sorted(by_file[path], key=lambda x: x[:2]):
                if not line <= at < end:
                    continue
                m = re.match(r"inlining call to (.*)", text)
                if m and cost >= 0:
                    n = m.group(1)
                    nested.append(f"{base}.{n}" if n in local[pkg] or n.startswith("(") else n)
                m = re.match(r"leaking param( content)?: (\w+)(?: to result (\S+) level=(\d+))?", text)
                if m and m.group(2) in par:
                    if m.group(3):
                        r = m.group(3)
                        r = int(r[2:]) if r.startswith("~r") else res.index(r) if r in res else -1
                        if 0 <= r < 5:
                            leak.setdefault(m.group(2), set()).add(f"r{r}.{m.group(4)}")
                    else:
                        leak.setdefault(m.group(2), set()).add("h1" if m.group(1) else "h0")
            tags = " ".join("+".join(sorted(leak[p])) if p in leak else "-" for p in par)
            if set(tags) <= set("- "):
                tags = ""
            if cost < 0 and not tags:
                continue                # what is not listed is that
            out[f"{pkg}.{name}"] = (cost, ";".join(nested), tags)
    print("/* go_facts.tab: verdicts of Go 1.27's compiler about its library; see go_facts.c. Written by tools/gofacts.py. */")
    for pkg in sorted({n[:n.index(".")] for n in out}):
        print('PACKAGE("%s")' % pkg)
    for name in sorted(out):
        print('FACT("%s", %d, "%s", "%s")' % ((name,) + out[name]))


main()
