#!/usr/bin/env python3
"""How far the -m lines of `tuco build -escape=go` agree with those of Go, line by line.

    tests/esc/agree.py [-modes MODES] [-show N] [-kinds] FILE.go...

Each program is built by both with the flags of each mode; the lines that name the program's own file are compared as multisets, columns
and all. Programs that one of the two does not build are listed and left out. Modes: m, m2, lm, nm (-m, -m=2, -l -m, -N -m); default all four.
Go's answers are kept under build/agree, so that only the first run is slow. -show N prints the first N differing lines of each program,
-kinds groups the differences by the shape of their text. -min PERCENT: exit status 1 when a mode agrees less than that.
Go is `go` of the path, or what GO says; the compiler under test is build/tuco, or what TUCO says.
"""
import argparse, collections, hashlib, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
MODES = {"m": "-m", "m2": "-m=2", "lm": "-l -m", "nm": "-N -m"}
GO = os.environ.get("GO", "go")
TUCO = os.environ.get("TUCO", os.path.join(ROOT, "build/tuco"))
KEEP = os.path.join(ROOT, "build/agree")
ENV = dict(os.environ, GO111MODULE="off", GOTOOLCHAIN="local", GOFLAGS="")


def run(argv):
    try:
        p = subprocess.run(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=ENV, timeout=180)
    except subprocess.TimeoutExpired:
        return 124, "time out"
    return p.returncode, p.stdout.decode("utf-8", "replace")


def go_text(path, flags):
    key = hashlib.sha256((flags + "\0" + path + "\0").encode() + open(path, "rb").read()).hexdigest()[:24]
    kept = os.path.join(KEEP, key)
    if os.path.exists(kept):
        return open(kept).read()
    rc, out = run([GO, "build", "-gcflags=" + flags, "-o", "/dev/null", path])
    text = out if rc == 0 else None
    if text is not None:
        os.makedirs(KEEP, exist_ok=True)
        with open(kept, "w") as f:
            f.write(text)
    return text


def tuco_text(path, flags):
    rc, out = run([TUCO, "build", "-escape=go", "-gcflags=" + flags, "-o", "/dev/null", path])
    return out if rc == 0 else None


def lines(text, path):
    base = os.path.basename(path)
    got = collections.Counter()
    for line in text.splitlines():
        m = re.match(r"(?:\S*/)?" + re.escape(base) + r":(\d+:\d+: .*)$", line.rstrip())
        if m:
            got[m.group(1)] += 1
    return got


def kind(line):
    text = line.split(": ", 1)[1] if ": " in line else line
    text = text.strip()
    for pat in ("can inline", "cannot inline", "inlining call to", "leaking param content", "leaking param", "moved to heap", "devirtualizing",
                "flow:", "from ", "parameter ", "func literal", "... argument", "ignoring self"):
        if text.startswith(pat):
            if pat == "from ":
                m = re.search(r"\(([^()]*)\) at", text)
                return "from (" + (m.group(1) if m else "") + ")"
            if pat == "leaking param" and " to result" in text:
                return "leaking param to result"
            if pat == "cannot inline":
                return "cannot inline: " + re.sub(r"\d+", "N", text.split(": ", 1)[-1])[:40]
            return pat
    for pat in ("escapes to heap in", "escapes to heap", "does not escape", "zero-copy"):
        if pat in text:
            return pat
    return re.sub(r"\d+", "N", text)[:40]


def main():
    ap = argparse.ArgumentParser(usage=__doc__)
    ap.add_argument("-modes", default="m,lm,nm,m2")
    ap.add_argument("-show", type=int, default=0)
    ap.add_argument("-kinds", action="store_true")
    ap.add_argument("-min", type=float, default=0)
    ap.add_argument("files", nargs="+")
    a = ap.parse_args()
    low = False
    for mode in a.modes.split(","):
        equal = missing = extra = 0
        kinds = collections.Counter()
        left_out = []
        for path in a.files:
            g = go_text(path, MODES[mode])
            if g is None:
                left_out.append(path + " (go)")
                continue
            t = tuco_text(path, MODES[mode])
            if t is None:
                left_out.append(path + " (tuco)")
                continue
            want, got = lines(g, path), lines(t, path)
            same = want & got
            miss, more = want - same, got - same
            equal += sum(same.values())
            missing += sum(miss.values())
            extra += sum(more.values())
            for sign, v in (("-", miss), ("+", more)):
                for k, n in v.items():
                    kinds[sign + " " + kind(k)] += n
            if a.show and (miss or more):
                print(f"== {path} [{mode}]")
                d = [("-", k) for k in miss.elements()] + [("+", k) for k in more.elements()]
                d.sort(key=lambda x: ([int(n) for n in x[1].split(": ")[0].split(":")], x[1], x[0]))
                for sign, k in d[:a.show]:
                    print(sign, k)
        share = 100.0 * equal / max(1, equal + max(missing, extra))
        print(f"{MODES[mode]:6} equal {equal}  missing {missing}  extra {extra}  agreement {share:.2f} %")
        if left_out:
            print("       left out:", " ".join(os.path.relpath(p) for p in left_out))
        if a.kinds:
            for k, n in kinds.most_common(40):
                print(f"{n:6} {k}")
        low |= share < a.min
        sys.stdout.flush()
    sys.exit(1 if low else 0)


main()
