// page.js: draws the report: D is the JSON of tuco escape -json, F the sources ({name, text}). No library, nothing loaded.
"use strict";
const $ = s => document.querySelector(s), all = s => document.querySelectorAll(s);
const E = (tag, cls, ...kids) => { const e = document.createElement(tag); if (cls) e.className = cls; e.append(...kids.filter(x => x != null)); return e };
const rows = D.sites.map((r, id) => ({ ...r, id }));
const cost = rows.some(r => r.objects != null);
const kind = r => r.kind == "call" ? "call" : r.kind == "other" ? "rt" : r.verdict.startsWith("stack") ? "stack" : r.verdict;
const num = n => n < 10000 ? String(n) : n < 1e6 ? (n / 1e3).toFixed(n < 1e5 ? 1 : 0) + " k" : (n / 1e6).toFixed(n < 1e8 ? 1 : 0) + " M";
const size = n => n < 0 ? "?" : n < 10240 ? n + " B" : n < 10485760 ? (n / 1024).toFixed(n < 102400 ? 1 : 0) + " KiB" : (n / 1048576).toFixed(1) + " MiB";
const chips = [
	["sites", "sites", r => r.kind != "parameter" && r.verdict != "register"], ["heap", "heap", r => r.verdict == "heap"], ["stack", "stack", r => kind(r) == "stack"],
	["static", "static", r => r.verdict == "static"], ["bad", "disagree", r => r.disagrees], ["param", "parameters", r => r.kind == "parameter"], ["all", "all", () => true],
].filter(([id, , f]) => id == "sites" || rows.some(f));
let filter = "sites", sort = cost ? "allocated" : "line", dir = cost ? -1 : 1, view = [], chosen = null, hop = -1, hops = [];

// ---- source ----
const words = "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var";
const token = new RegExp("//[^\\n]*|/\\*[\\s\\S]*?\\*/|`[^`]*`|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'|\\b(?:" + words.split(" ").join("|") + ")\\b", "g");
const fileOf = name => F.findIndex(f => f.name == name);
const lineId = (file, line) => "L" + fileOf(file) + "_" + line;
const utf = new TextEncoder(), back = new TextDecoder();
const column = (text, col) => col > 0 ? back.decode(utf.encode(text).slice(0, col - 1)).length : text.search(/\S|$/);
const rank = { heap: 5, call: 4, rt: 3, stack: 2, static: 1 };

function drawSource() {
	F.forEach((f, fi) => {
		const cls = new Uint8Array(f.text.length);
		for (const m of f.text.matchAll(token))
			cls.fill(m[0][0] == "/" ? 3 : /["'`]/.test(m[0][0]) ? 2 : 1, m.index, m.index + m[0].length);
		const sites = new Map();
		for (const r of rows)
			if (r.file == f.name && r.kind != "parameter" && r.verdict != "register") {
				if (!sites.has(r.line)) sites.set(r.line, []);
				sites.get(r.line).push(r);
			}
		const box = E("section", null, E("h2", null, f.name));
		let at = 0;
		f.text.replace(/\n$/, "").split("\n").forEach((text, k) => {
			const here = sites.get(k + 1) || [], marks = [];
			for (const r of here) {
				let from = Math.min(column(text, r.col), text.length - 1), name = 0;
				if (text[from] == "(")  // a call: mark what is called
					from -= name = /[\p{L}\d_.]*$/u.exec(text.slice(0, from))[0].length;
				const len = from < 0 ? 0 : name || Math.max(1, (/^[&*]*[\p{L}\d_.]*(\[[^\]]*\][*\p{L}\d_.]*)*|^"(\\.|[^"])*"/u.exec(text.slice(from)) || [""])[0].length);
				const m = marks.find(m => m.from == from);
				if (m) m.rows.push(r); else if (len) marks.push({ from, to: from + len, rows: [r] });
			}
			marks.sort((a, b) => a.from - b.from).forEach((m, i) => { if (marks[i + 1]) m.to = Math.min(m.to, marks[i + 1].from) });
			const code = E("span");
			const put = (parent, from, to) => {
				for (let i = from, j; i < to; i = j) {
					for (j = i + 1; j < to && cls[at + j] == cls[at + i]; j++);
					const s = text.slice(i, j), c = cls[at + i];
					parent.append(c ? E("span", "?ksc"[c], s) : s);
				}
			};
			let done = 0;
			for (const m of marks) {
				put(code, done, m.from);
				const r = m.rows.reduce((a, b) => (rank[kind(b)] || 0) > (rank[kind(a)] || 0) ? b : a), e = E("mark", kind(r) + (m.rows.some(r => r.disagrees) ? " bad" : ""));
				put(e, m.from, m.to);
				e.dataset.ids = m.rows.map(r => r.id).join(" ");
				e.title = m.rows.map(r => r.what + ": " + r.verdict).join("\n");
				e.onclick = () => choose(m.rows.includes(chosen) ? m.rows[(m.rows.indexOf(chosen) + 1) % m.rows.length] : r, "list");
				code.append(e);
				done = m.to;
			}
			put(code, done, text.length);
			const l = E("div", "l", E("i", null, k + 1)), space = here.reduce((n, r) => n + (r.allocated || 0), 0);
			if (cost) {
				const u = E("u", null, space ? size(space) : "");
				if (space) {
					u.className = "hot";
					u.style.setProperty("--heat", Math.round(25 + 75 * Math.min(1, here.reduce((n, r) => n + (r.share || 0), 0) * 2)) + "%");
					u.title = num(here.reduce((n, r) => n + (r.objects || 0), 0)) + " objects";
				}
				l.append(u);
			}
			l.id = "L" + fi + "_" + (k + 1);
			l.append(code);
			box.append(l);
			at += text.length + 1;
		});
		$("#src").append(box);
	});
}

function show(file, line, cls, note) {
	all(".l." + cls).forEach(e => { e.classList.remove(cls); e.querySelector("em")?.remove() });
	const e = document.getElementById(lineId(file, line));
	if (!e) return;
	e.classList.add(cls);
	if (note) e.append(E("em", null, note));
	const box = $("#src").getBoundingClientRect(), r = e.getBoundingClientRect();
	if (r.top < box.top + 60 || r.bottom > box.bottom - 60) e.scrollIntoView({ block: "center" });
}

// ---- the chosen row ----
function step(n) {
	if (!hops.length) return;
	hop = Math.max(0, Math.min(hops.length - 1, n));
	all("#path li").forEach((e, i) => e.classList.toggle("on", i == hop));
	const h = hops[hop];
	$("#path li.on").scrollIntoView({ block: "nearest" });
	show(h.file, h.line, "hop", h.why);
}

function choose(r, scroll) {
	chosen = r;
	hops = [];
	hop = -1;
	const p = $("#path");
	p.replaceChildren(E("h3", null, r.what, E("span", "badge " + kind(r), r.verdict), r.class != "NoEscape" && r.kind != "call" && r.kind != "other" ? E("span", "badge register", r.class) : null));
	const facts = E("div", "facts", E("span", null, r.file + ":" + r.line + (r.col ? ":" + r.col : "")), E("span", null, "in " + r.func), r.type ? E("span", null, r.type) : null,
		r.kind == "call" || r.kind == "other" ? null : E("span", null, r.bytes < 0 ? "size known at run time" : size(r.bytes)), r.inlined ? E("span", null, "inlined from " + r.inlined) : null, r.go ? E("span", null, "Go: " + r.go) : null);
	p.append(facts);
	if (r.objects != null)
		p.append(E("div", "facts", E("span", null, E("b", null, num(r.objects)), " objects"), E("span", null, E("b", null, size(r.allocated)), " allocated"), E("span", null, E("b", null, (r.share * 100).toFixed(1) + " %"), " of all bytes")));
	if (r.disagrees) p.append(E("p", "warn", "Disagrees: " + r.disagrees));
	p.append(E("p", null, r.reason + (r.room ? "; in the caller’s frame where it stays there" : "")));
	const list = E("ol");
	let flow = null;
	for (const x of r.path || []) {
		if (x.flow) { flow = x.flow; continue }
		const i = hops.push(x) - 1, li = E("li", null, E("code", null, x.from || flow), E("div", "why", x.why + ", line " + x.line, flow ? " · " : "", flow ? E("code", null, flow) : null));
		li.onclick = () => step(i);
		list.append(li);
		flow = null;
	}
	if (hops.length) p.append(list);
	if (r.advice) p.append(E("p", "advice", r.advice));
	p.scrollTop = 0;
	all(".sel").forEach(e => e.classList.remove("sel"));
	all("mark").forEach(e => e.classList.toggle("sel", e.dataset.ids.split(" ").includes(String(r.id))));
	const tr = document.querySelector('tr[data-id="' + r.id + '"]');
	if (tr) { tr.classList.add("sel"); if (scroll) tr.scrollIntoView({ block: "nearest" }) }
	all(".l.hop").forEach(e => { e.classList.remove("hop"); e.querySelector("em")?.remove() });
	show(r.file, r.line, "at");
	history.replaceState(null, "", "#" + encodeURIComponent(r.key));
}

// ---- the list ----
const columns = [["line", "position"], ["what", "what"], ...(cost ? [["objects", "objects", 1], ["allocated", "allocated", 1]] : []), ["bytes", "size", 1], ["verdict", "verdict"], ...(cost ? [] : [["reason", "reason"]])];
const valueOf = (r, k) => k == "line" ? r.file + String(r.line).padStart(7, "0") + String(r.col).padStart(5, "0") : r[k] ?? -1;

function draw() {
	const q = $("#q").value.toLowerCase().split(/\s+/).filter(Boolean), want = chips.find(c => c[0] == filter)[2];
	view = rows.filter(r => want(r) && q.every(w => (r.what + " " + r.func + " " + r.type + " " + r.verdict + " " + r.reason + " " + r.file + ":" + r.line).toLowerCase().includes(w)));
	view.sort((a, b) => { const x = valueOf(a, sort), y = valueOf(b, sort); return x < y ? -dir : x > y ? dir : a.id - b.id });
	const top = Math.max(...rows.map(r => r.allocated || 0), 1);
	$("tbody").replaceChildren(...view.map(r => {
		const tr = E("tr", r == chosen ? "sel" : "", E("td", "where", r.file.split("/").pop() + ":" + r.line), E("td", null, E("code", null, r.what)));
		if (cost) {
			const b = E("td", "n bar", E("span", null, r.allocated ? size(r.allocated) : r.objects == null ? "" : "–"));
			b.style.setProperty("--w", (r.allocated || 0) / top);
			tr.append(E("td", "n", r.objects ? num(r.objects) : ""), b);
		}
		tr.append(E("td", "n size", r.kind == "call" || r.kind == "other" ? "" : size(r.bytes)), E("td", "verdict v " + kind(r), r.verdict));
		if (!cost) tr.append(E("td", null, E("div", "r", r.reason)));
		if (r.disagrees) tr.classList.add("bad");
		tr.dataset.id = r.id;
		tr.onclick = () => choose(r);
		return tr;
	}));
	$("#none").hidden = view.length > 0;
	all("th").forEach(t => t.setAttribute("aria-sort", t.dataset.k == sort ? dir > 0 ? "ascending" : "descending" : "none"));
	all("#chips button").forEach(b => b.setAttribute("aria-pressed", b.dataset.f == filter));
	const on = new Set(view.map(r => String(r.id)));
	all("mark").forEach(e => e.classList.toggle("off", !e.dataset.ids.split(" ").some(i => on.has(i))));
}

function move(n) {
	if (!view.length) return;
	const i = view.indexOf(chosen);
	choose(view[i < 0 ? 0 : Math.max(0, Math.min(view.length - 1, i + n))], "list");
}

function theme() {
	const dark = matchMedia("(prefers-color-scheme: dark)").matches, now = document.documentElement.dataset.theme || (dark ? "dark" : "light");
	document.documentElement.dataset.theme = now == "dark" ? "light" : "dark";
}

const keys = {
	j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1),
	l: () => step(hop + 1), h: () => step(hop - 1), ArrowRight: () => step(hop + 1), ArrowLeft: () => step(hop - 1), Enter: () => step(0),
	"/": () => { $("#q").focus(); $("#q").select() }, t: theme, "?": () => $("dialog").showModal(),
	f: () => { filter = chips[(chips.findIndex(c => c[0] == filter) + 1) % chips.length][0]; draw() },
	s: () => { const i = columns.findIndex(c => c[0] == sort); sortBy(columns[(i + 1) % columns.length][0]) },
};
function sortBy(k) { dir = sort == k ? -dir : columns.find(c => c[0] == k)[2] ? -1 : 1; sort = k; draw() }

document.addEventListener("keydown", e => {
	if (e.ctrlKey || e.metaKey || e.altKey || $("dialog").open) return;
	if (e.target.id == "q") {
		if (e.key == "Escape") { if (e.target.value) { e.target.value = ""; draw() } e.target.blur() }
		if (e.key == "Enter" || e.key == "ArrowDown") { e.preventDefault(); e.target.blur(); if (!view.includes(chosen) && view.length) choose(view[0], "list") }
		return;
	}
	if (e.target.tagName == "BUTTON" && (e.key == "Enter" || e.key == " ")) return;
	if (keys[e.key]) { e.preventDefault(); keys[e.key]() }
});

for (const [id, name, f] of chips) {
	const b = E("button", id == "heap" || id == "bad" ? "heap" : id, id == "sites" || id == "all" ? null : E("span", "dot v"), name, E("b", null, rows.filter(f).length));
	b.dataset.f = id;
	b.onclick = () => { filter = id; draw() };
	$("#chips").append(b);
}
for (const [k, name, n] of columns) {
	const b = E("button", null, name), th = E("th", n ? "n" : "", b);
	th.dataset.k = k;
	b.onclick = () => sortBy(k);
	$("thead tr").append(th);
}
$("#q").oninput = draw;
$("#theme").onclick = theme;
$("#help").onclick = () => $("dialog").showModal();
if (cost)
	$("#total").textContent = num(rows.reduce((n, r) => n + (r.objects || 0), 0)) + " objects, " + size(rows.reduce((n, r) => n + (r.allocated || 0), 0));
drawSource();
draw();
const asked = rows.find(r => r.key == decodeURIComponent(location.hash.slice(1)));
const first = asked || (cost ? view[0] : view.find(r => r.verdict == "heap" && r.path.length) || view[0]);
if (first) choose(first, "list");
