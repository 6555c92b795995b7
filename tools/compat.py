#!/usr/bin/env python3
"""compat.py: Go's own test suite ($GOROOT/test) against tuco, compared with the list of known failures in the tree.

	compat.py --suite DIR [--tuco FILE] [--known FILE] [--kind K,K..] [--only GLOB] [--jobs N] [--timeout S] [--print] [PATH...]

Each test says in its first comment what to do with it (its recipe); a line //go:build may exclude it; // ERROR "regexp" names the
diagnostics a line must have; X.out is the output X.go must have. Kinds, as docs/testing.md counts them:

	run         run, buildrun: one program (or a few files) and its output
	rundir      rundir, runindir, buildrundir: packages below X.dir, the last one is run
	runoutput   a program that prints a program; that one's output counts
	compile     compile, build, builddir; compiledir
	errorcheck  errorcheck, errorcheckdir, errorcheckandrundir, errorcheckoutput without -m: line and text of every diagnostic
	escape      the same with -m

Exit status 0: whatever failed is in the list. 1: a test that is not in the list failed. Listed tests that pass are named, so that the
list can shrink. Tests that cannot apply (cgo, assembly, gc's own debug flags) are counted apart; see not_applicable()."""
import argparse, collections, concurrent.futures, fnmatch, os, re, shlex, shutil, signal, subprocess, sys, tempfile

NEWEST = 27
KINDS = {'run': 'run', 'buildrun': 'run', 'rundir': 'rundir', 'runindir': 'rundir', 'buildrundir': 'rundir', 'runoutput': 'runoutput',
	'compile': 'compile', 'build': 'compile', 'builddir': 'compile', 'compiledir': 'compile', 'errorcheck': 'errorcheck',
	'errorcheckwithauto': 'errorcheck', 'errorcheckdir': 'errorcheck', 'errorcheckandrundir': 'errorcheck', 'errorcheckoutput': 'errorcheck'}
ORDER = ['run', 'rundir', 'runoutput', 'compile', 'errorcheck', 'escape']
FOLDERS = ['', 'ken', 'chan', 'interface', 'internal/runtime/sys', 'syntax', 'dwarf', 'fixedbugs', 'codegen', 'abi', 'typeparam',
	'typeparam/mdempsky', 'arenas', 'simd']
TAGS = {'linux', 'amd64', 'unix', 'tuco', 'test_run'} | {'go1.%d' % v for v in range(1, NEWEST + 1)}
GC_FAILS = {'shift1.go', 'fixedbugs/issue10700.go', 'fixedbugs/issue18331.go', 'fixedbugs/issue18419.go', 'fixedbugs/issue20233.go',
	'fixedbugs/issue20245.go', 'fixedbugs/issue31053.go'}
ALONE = {'noinit.go': "looks for a symbol of Go's linker", 'winbatch.go': 'checks files of the Go tree',
	'fixedbugs/issue9608.go': 'a function without a body, which go build refuses too',
	'fixedbugs/issue27836.go': 'an import path go build refuses too'}


class Bad(Exception):
	"""Why a test failed."""


def text_of(path):
	with open(path, encoding='utf-8', errors='surrogateescape', newline='') as f:
		return f.read()


def save(path, text):
	with open(path, 'w', encoding='utf-8', errors='surrogateescape', newline='') as f:
		f.write(text)


def build_tag(line):
	"""True or false for a //go:build or // +build line, None for others."""
	m = re.match(r'//\s*\+build(\s.*)?$', line)
	if m:
		holds = lambda t: t[1:] not in TAGS if t.startswith('!') else t in TAGS
		return any(all(holds(t) for t in alt.split(',')) for alt in (m.group(1) or '').split())
	m = re.match(r'//go:build\s+([\w.()!&|\s]+)$', line)
	if m:
		e = re.sub(r'[\w.]+', lambda t: repr(t.group() in TAGS), m.group(1))
		return bool(eval(e.replace('&&', ' and ').replace('||', ' or ').replace('!', ' not ')))
	return None


class Case:
	def __init__(self, suite, rel):
		self.suite, self.rel = suite, rel
		self.path, self.short = os.path.join(suite, rel), os.path.basename(rel)
		self.dir, self.src = self.path[:-3] + '.dir', text_of(os.path.join(suite, rel))
		words = ['']
		for line in self.src.split('\n'):
			if build_tag(line) is None and line.lstrip('/').strip():
				words = shlex.split(line[2:]) if line.startswith('//') else ['']
				break
		self.recipe, rest = words[0], words[1:]
		self.env, self.own_limit, self.single, self.gomod, self.experiment = {}, 0, False, '1.14', False
		self.must_fail = self.recipe in ('errorcheck', 'errorcheckwithauto', 'errorcheckdir', 'errorcheckoutput')
		flags = []
		while rest and rest[0].startswith('-'):
			f = rest.pop(0)
			if f == '-0': self.must_fail = False
			elif f == '-1': self.must_fail = True
			elif f == '-s': self.single = True
			elif f == '-t': self.own_limit = int(rest.pop(0))
			elif f == '-goexperiment': self.experiment = bool(rest.pop(0))
			elif f == '-godebug': self.env['GODEBUG'] = rest.pop(0)
			elif f == '-gomodversion': self.gomod = rest.pop(0)
			else: flags.append(f)
		self.extra_files = [os.path.join(os.path.dirname(rel), a) for a in rest if a.endswith('.go')]
		self.args = [a for a in rest if not a.endswith('.go')]
		self.flags, self.other = [], []
		if self.recipe in ('run', 'buildrun', 'build', 'runindir'):     # flags of the go command
			while flags:
				f = flags.pop(0)
				if f.lstrip('-').startswith('gcflags'):
					v = f.split('=', 1)[1] if '=' in f else flags.pop(0)
					self.flags += (v[4:] if v.startswith('all=') else v).split()
				else:
					self.other.append(f)
		else:                                                           # of the compiler, then of the linker
			cut = flags.index('-ldflags') if '-ldflags' in flags else len(flags)
			self.flags, self.other = flags[:cut], flags[cut:]
		self.kind = KINDS.get(self.recipe)
		if self.kind == 'errorcheck' and any(f == '-m' or f.startswith('-m=') for f in self.flags):
			self.kind = 'escape'
		self.why_not = self.not_applicable()

	def not_applicable(self):
		"""Why the test says nothing about tuco, or None."""
		if self.kind is None:
			return 'no test by itself, or about generated assembly'
		if self.rel in GC_FAILS:
			return 'Go itself fails it'
		if self.rel in ALONE:
			return ALONE[self.rel]
		files = [os.path.join(d, f) for d, _, fs in os.walk(self.dir) for f in fs] if 'dir' in self.recipe else []
		if any(f.endswith(('.s', '.c')) for f in files):
			return 'assembly or C files'
		imports = set()
		for s in [self.src] + [text_of(f) for f in files if f.endswith('.go')]:
			imports.update(re.findall(r'^\s*(?:import\s+)?(?:[\w.]+\s+)?"([^"]*)"', s, re.M))
		head = self.src.split('\npackage')[0].split('\n')
		off = [l for l in head if build_tag(l.strip()) is False]
		if 'C' in imports or any('cgo' in l.replace('gccgo', '') for l in off):
			return 'cgo'
		if self.experiment or any('goexperiment.' in l for l in off):
			return 'GOEXPERIMENT'
		if off:
			return 'build constraint'
		if self.kind in ('run', 'rundir') and 'os/exec' in imports and re.search(r'[("`]go(",| (tool|build|run)\b)', self.src):
			return 'starts the go command'
		every = self.flags + self.other
		debug = {k.split('=')[0] for f in every if f.startswith('-d=') for k in f[3:].split(',')}
		if any('ldflags' in f for f in self.other):
			return "flags of Go's linker"
		if debug & {'checkptr', 'libfuzzer', 'maymorestack', 'softfloat', 'converthash'} or any(re.match(r'-(race|msan|asan|dynlink|spectre)', f) for f in every):
			return 'instrumentation of gc'
		if self.kind in ('errorcheck', 'escape'):
			if debug - {'panic', 'inlfuncswithclosures', 'zerocopy', 'escapemutationscalls'} or any(re.match(r'-(live|S|wb)(=|$)', f) for f in every):
				return "reports of gc's back end"
			if any(re.match(r'-(\+|std)$|-p=(runtime|internal)', f) for f in every):
				return "compiles Go's own runtime"
		if any(i.startswith(('internal/', 'cmd/')) for i in imports):
			return 'imports an internal package of Go'
		return None


class Runner:
	def __init__(self, opt, case, tmp):
		self.opt, self.c, self.tmp, self.select, self.count = opt, case, tmp, '', 0

	def command(self, argv, cwd, limit):
		self.count += 1
		log = os.path.join(self.tmp, 'log%d' % self.count)
		env = {k: v for k, v in os.environ.items() if k not in ('GOGC', 'GOMEMLIMIT', 'GOMAXPROCS', 'GOTRACEBACK', 'GODEBUG')}
		env.update(self.c.env, PWD=cwd)
		with open(log, 'wb') as f:
			p = subprocess.Popen(argv, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=f, stderr=f, start_new_session=True)
			try:
				status = p.wait(limit)
			except subprocess.TimeoutExpired:
				status = None
			try:
				os.killpg(p.pid, signal.SIGKILL)
			except ProcessLookupError:
				pass
			p.wait()
		with open(log, 'rb') as f:
			out = f.read(8 << 20).decode('utf-8', 'surrogateescape')
		if status is None:
			raise Bad('time: %s did not end within %d s' % (os.path.basename(argv[0]), limit))
		return status, out

	def build(self, out, what, cwd, flags, may_fail=False):
		gc = ['-gcflags=' + self.select + ' '.join(flags)] if flags else []
		status, text = self.command([self.opt.tuco, 'build', '-o', out, *gc, *what], cwd, 3 * self.opt.timeout)
		if status < 0 or 'internal compiler error' in text:
			raise Bad('the compiler died: ' + text)
		if status and not may_fail:
			raise Bad('build: ' + text)
		return status, text

	def output(self, what, cwd, args, flags=()):
		exe = os.path.join(self.tmp, 'a.exe')
		self.build(exe, what, cwd, flags)
		status, text = self.command([exe, *args], cwd, max(self.opt.timeout, self.c.own_limit))
		if status:
			raise Bad('exit status %d: %s' % (status, text))
		return text

	def compare(self, got):
		ref = self.c.path[:-3] + '.out'
		want = text_of(ref) if os.path.exists(ref) else ''
		g, w = got.replace('\r\n', '\n').split('\n'), want.split('\n')
		for i in range(max(len(g), len(w))):
			if g[i:i + 1] != w[i:i + 1]:
				raise Bad('output line %d: %s, want %s' % (i + 1, g[i:i + 1], w[i:i + 1]))

	def messages(self, text, files):
		"""Every diagnostic must be asked for by an ERROR comment of its line, and the other way round."""
		auto = self.c.recipe == 'errorcheckwithauto'
		left = []
		for line in text.replace('\r\n', '\n').split('\n'):
			if line.startswith('\t') and left:
				left[-1] += '\n' + line
			elif line.strip() and not line.startswith('#') and (auto or not line.startswith('<autogenerated>')):
				left.append(re.sub(r'^([^\s:]+:\d+):\d+', r'\1', line))
		for path, short in files:
			left = [re.sub(r'(^|[ \t])' + re.escape(path), lambda m: m.group(1) + short, l) for l in left]
		bad = []
		for path, short in files:
			for n, line in enumerate(text_of(path).split('\n'), 1):
				m = re.search(r'// (?:GC_)?ERROR(AUTO)? (.*)', line)
				if not m or '////' in line:
					continue
				at = '<autogenerated>' if m.group(1) else '%s:%d' % (short, n)
				for pat in re.findall(r'"([^"]*)"', m.group(2)):
					pat = re.sub(r'LINE(([+-])(\d+))?', lambda k: '%s:%d' % (short, n + int(k.group(1) or 0)), pat)
					rx, hit, missed, rest = re.compile(pat, re.A), False, [], []
					for l in left:
						head = l.partition(':')[0]
						tail = l[head.rfind('/') + 1:]
						if not (tail.startswith(at) and tail[len(at):len(at) + 1] in (':', '[')):
							rest.append(l)
						elif rx.search(l.partition(' ')[2] or l):
							hit = True
						else:
							rest.append(l)
							missed.append(l)
					if not hit:
						bad.append('%s: want "%s", have %s' % (at, pat, missed or 'nothing'))
					left = rest
		names = {s for _, s in files}
		bad += ['not asked for: ' + l for l in left if os.path.basename(l.partition(':')[0]) in names]
		if bad:
			raise Bad('\n'.join(bad))

	def check(self, what, files, must_fail):
		status, text = self.build('/dev/null', what, self.tmp, ['-e'] + self.c.flags, may_fail=True)
		self.messages(text, files)
		if must_fail != (status != 0):
			raise Bad('exit status %d: %s' % (status, text))

	def packages(self):
		"""X.dir as a module: one folder per package clause (or file, with -s), in the order to compile them."""
		found, self.select = {}, 'test/...='
		for name in sorted(f for f in os.listdir(self.c.dir) if f.endswith('.go')):
			src = text_of(os.path.join(self.c.dir, name))
			key = name if self.c.single else re.search(r'^package (\w+)', src, re.M).group(1)
			folder, files = found.setdefault(key, (os.path.join(self.tmp, name[:-3]), []))
			os.makedirs(folder, exist_ok=True)
			m = re.search(r'^(func|type|var|const)\b', src, re.M)
			end = m.start() if m else len(src)
			name = re.sub(r'_test\.go$', '_test_.go', name)         # a folder's test files are not part of its package
			save(os.path.join(folder, name), src[:end].replace('"./', '"test/') + src[end:])
			files.append((os.path.join(folder, name), name))
		save(os.path.join(self.tmp, 'go.mod'), 'module test\n\ngo 1.%d\n' % NEWEST)
		return list(found.values())

	def run(self):
		c = self.c
		if c.recipe in ('run', 'buildrun'):
			self.compare(self.output([c.rel, *c.extra_files], c.suite, c.args, c.flags))
		elif c.recipe in ('build', 'builddir'):
			main = re.search(r'^package main\b', c.src, re.M)
			self.build(os.path.join(self.tmp, 'a.exe') if main else '/dev/null', [c.path], self.tmp, c.flags)
		elif c.recipe == 'compile':
			self.build('/dev/null', [c.path], self.tmp, c.flags)
		elif c.recipe in ('errorcheck', 'errorcheckwithauto'):
			self.check([c.path], [(c.path, c.short)], c.must_fail)
		elif c.recipe in ('runoutput', 'errorcheckoutput'):
			gen = os.path.join(self.tmp, 'tmp__.go')
			save(gen, self.output([c.rel, *c.extra_files], c.suite, c.args))
			if c.recipe == 'runoutput':
				self.compare(self.output([gen], c.suite, []))
			else:
				self.check([gen], [(gen, 'tmp__.go')], c.must_fail)
		elif c.recipe == 'runindir':
			top = os.path.join(self.tmp, os.path.basename(c.dir))
			shutil.copytree(c.dir, top)
			save(os.path.join(top, 'go.mod'), 'module %s\n\ngo %s\n' % (os.path.basename(top), c.gomod))
			self.compare(self.output(['.'], top, [], c.flags))
		else:
			pkgs = self.packages()
			wrong = len(pkgs) - (2 if c.recipe == 'errorcheckandrundir' else 1) if c.must_fail else -1
			for i, (folder, files) in enumerate(pkgs):
				if c.recipe == 'compiledir':
					self.build('/dev/null', [folder], self.tmp, c.flags)
				elif c.kind in ('errorcheck', 'escape'):
					self.check([folder], files, i == wrong)
			if c.recipe in ('rundir', 'buildrundir', 'errorcheckandrundir'):
				self.compare(self.output([pkgs[-1][0]], self.tmp, c.args, c.flags))


def one(opt, case):
	tmp = os.path.realpath(tempfile.mkdtemp(prefix='compat'))
	try:
		Runner(opt, case, tmp).run()
		return None
	except Bad as e:
		lines = [l for l in str(e).split('\n') if l.strip() and not l.startswith('#')]
		return lines[0][:240] if lines else 'no message'
	except OSError as e:
		return 'runner: %s' % e
	finally:
		shutil.rmtree(tmp, ignore_errors=True)


def known_failures(path):
	"""PATH REASON lines; # starts a comment."""
	known = {}
	for line in text_of(path).split('\n') if os.path.exists(path) else []:
		line = line.split('#')[0].strip()
		if line:
			name, _, reason = line.partition(' ')
			known[name] = reason.strip()
	return known


def main():
	root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
	ap = argparse.ArgumentParser(description="Run Go's test suite against tuco and compare with the list of known failures.")
	ap.add_argument('--suite', required=True, help='the folder test of a Go tree')
	ap.add_argument('--tuco', default=os.path.join(root, 'build/tuco'))
	ap.add_argument('--known', default=os.path.join(root, 'tests/compat/known.txt'))
	ap.add_argument('--kind', default=','.join(ORDER))
	ap.add_argument('--only', default='*', help='pattern of test paths')
	ap.add_argument('--jobs', type=int, default=2)
	ap.add_argument('--timeout', type=int, default=60, help='seconds for a program; a build may take three times as long')
	ap.add_argument('--print', action='store_true', help='print the message of every failure, listed or not')
	ap.add_argument('tests', nargs='*', help='these tests only')
	opt = ap.parse_args()
	opt.tuco, opt.suite = os.path.abspath(opt.tuco), os.path.realpath(opt.suite)
	if not os.path.isdir(opt.suite):
		sys.exit('compat: %s is no directory' % opt.suite)
	known, cases, skipped = known_failures(opt.known), [], collections.Counter()
	for folder in FOLDERS:
		full = os.path.join(opt.suite, folder)
		for name in sorted(os.listdir(full)) if os.path.isdir(full) else []:
			rel = os.path.join(folder, name)
			if not name.endswith('.go') or not fnmatch.fnmatch(rel, opt.only) or (opt.tests and rel not in opt.tests):
				continue
			c = Case(opt.suite, rel)
			if c.why_not:
				skipped[c.why_not] += 1
			elif c.kind in opt.kind.split(','):
				cases.append(c)
	if not cases:
		sys.exit('compat: no tests in %s' % opt.suite)
	tally, worse, better = collections.Counter(), [], []
	with concurrent.futures.ThreadPoolExecutor(opt.jobs) as pool:
		for c, err in zip(cases, pool.map(lambda c: one(opt, c), cases)):
			tally[c.kind, err is None] += 1
			if err is None and c.rel in known:
				better.append(c.rel)
			if err is not None:
				if c.rel not in known:
					worse.append((c, err))
				if opt.print or c.rel not in known:
					print('%s %-10s %s: %s' % ('known' if c.rel in known else 'FAIL ', c.kind, c.rel, err), flush=True)
	for kind in ORDER:
		good, bad = tally[kind, True], tally[kind, False]
		if good + bad:
			print('%-11s %5d of %5d  %6.2f %%' % (kind, good, good + bad, 100 * good / (good + bad)))
	print('not applicable: %d (%s)' % (sum(skipped.values()), ', '.join('%d %s' % (n, r) for r, n in skipped.most_common(4))))
	for rel in better:
		print('passes though listed: %s (%s)' % (rel, known[rel]))
	print('%d regressions, %d known failures, %d listed tests pass' % (len(worse), sum(n for (k, ok), n in tally.items() if not ok) - len(worse), len(better)))
	return 1 if worse else 0


if __name__ == '__main__':
	sys.exit(main())
