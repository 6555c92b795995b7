/* page.c: the report as one HTML page: the source with marks, a table, and the path of the mark that is chosen. Nothing is loaded from
 * elsewhere. The facts are the JSON of render.c; the script below draws them. */
#include "compiler/report/report.h"

static const char style[] =
	":root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--dim:#687078;--line:#e3e6ea;--heap:#c62828;--stack:#2e7d32;--static:#1565c0;--reg:#687078;--arg:#e08a00}\n"
	"@media(prefers-color-scheme:dark){:root{--bg:#15181c;--fg:#e4e7eb;--dim:#8b949e;--line:#2c323a;--heap:#ff7b72;--stack:#7ee787;--static:#79c0ff;--reg:#8b949e;--arg:#f2b84b}}\n"
	"*{box-sizing:border-box}body{margin:0;font:14px/1.45 system-ui,sans-serif;background:var(--bg);color:var(--fg);display:grid;grid-template:auto 1fr/minmax(0,3fr) minmax(320px,2fr);height:100vh}\n"
	"header{grid-column:1/3;display:flex;flex-wrap:wrap;gap:.6em 1em;align-items:center;padding:.6em 1em;border-bottom:1px solid var(--line)}h1{font-size:1.1em;margin:0}\n"
	"header input,header select,button{font:inherit;padding:.2em .5em;border:1px solid var(--line);border-radius:5px;background:var(--bg);color:var(--fg)}\n"
	"#src{overflow:auto;font:12.5px/1.55 ui-monospace,monospace;padding:.6em 0}#src h2{font:600 13px system-ui;padding:0 1em;margin:1em 0 .3em}\n"
	".l{display:flex;white-space:pre;tab-size:4}.l i{flex:none;width:4.5em;text-align:right;padding-right:1em;color:var(--dim);font-style:normal;user-select:none}\n"
	".l.on{background:color-mix(in srgb,var(--arg) 22%,transparent)}.m{cursor:pointer;border-radius:9px;padding:0 .5em;margin-left:.6em;font:11px/1.6 system-ui;border:1px solid;height:1.75em;align-self:center;background:none}\n"
	".m.sel{outline:2px solid var(--fg)}.heap{color:var(--heap)}.stack{color:var(--stack)}.static{color:var(--static)}.register,.param{color:var(--reg)}\n"
	"aside{border-left:1px solid var(--line);overflow:auto;display:flex;flex-direction:column}#path{padding:.8em 1em;border-bottom:1px solid var(--line);min-height:11em}#path ol{padding-left:1.4em;margin:.4em 0}\n"
	"#path code,td code{font:12px ui-monospace,monospace}#path a{color:inherit;cursor:pointer;text-decoration:underline dotted}.dim{color:var(--dim)}\n"
	"table{border-collapse:collapse;width:100%;font-size:12.5px}th,td{text-align:left;padding:.15em .6em;border-bottom:1px solid var(--line);vertical-align:top}th{cursor:pointer;position:sticky;top:0;background:var(--bg)}tbody tr{cursor:pointer}tbody tr:hover,tr.sel{background:color-mix(in srgb,var(--fg) 8%,transparent)}td.n{text-align:right}\n"
	"@media(max-width:800px){body{display:block;height:auto}aside{border-left:0}}\n";

static const char script[] =
	"const $=s=>document.querySelector(s),E=(t,c,x)=>{const e=document.createElement(t);if(c)e.className=c;if(x!=null)e.textContent=x;return e};\n"
	"const kind=r=>r.verdict.startsWith('stack')?'stack':r.verdict;let sort='line',dir=1,sel=null;\n"
	"const rows=D.sites.map((r,i)=>(r.id=i,r));\n"
	"function shown(){const f=$('#f').value,q=$('#q').value.toLowerCase();return rows.filter(r=>(f=='all'||(f=='sites'?r.kind!='parameter'&&r.verdict!='register':f=='param'?r.kind=='parameter':kind(r)==f))"
	"&&(!q||(r.what+' '+r.func+' '+r.type+' '+r.reason+' '+r.file+':'+r.line).toLowerCase().includes(q)))}\n"
	"function lineId(f,l){return 'L'+F.findIndex(x=>x.name==f)+'_'+l}\n"
	"function go(f,l){document.querySelectorAll('.l.on').forEach(e=>e.classList.remove('on'));const e=document.getElementById(lineId(f,l));if(e){e.classList.add('on');e.scrollIntoView({block:'center'})}}\n"
	"function choose(r,scroll){sel=r;const p=$('#path');p.textContent='';const h=E('div');h.append(E('b',null,r.what),' ',E('span',kind(r),r.verdict),' ',E('span','dim',r.class));p.append(h);\n"
	"p.append(E('div','dim',r.file+':'+r.line+':'+r.col+' in '+r.func+', '+r.type+', '+(r.bytes<0?'size known at run time':r.bytes+' bytes')+(r.inlined?', inlined from '+r.inlined:'')+(r.go?', Go: '+r.go:'')));\n"
	"p.append(E('div',null,r.reason));const o=E('ol');let li;for(const x of r.path){if(x.flow){li=E('li');li.append(E('code',null,x.flow));o.append(li)}else{const d=E('div'),a=E('a','dim',x.file+':'+x.line);a.onclick=()=>go(x.file,x.line);d.append(a,' ',E('code',null,x.from),' ',E('span','dim',x.why));(li||o).append(d)}}\n"
	"if(r.path.length)p.append(o);if(r.advice)p.append(E('div',null,'To change it: '+r.advice));if(scroll!==false)go(r.file,r.line);\n"
	"document.querySelectorAll('.sel').forEach(e=>e.classList.remove('sel'));document.querySelectorAll('[data-id=\"'+r.id+'\"]').forEach(e=>e.classList.add('sel'))}\n"
	"function draw(){const v=shown();const t=$('tbody');t.textContent='';v.sort((a,b)=>{let x=a[sort],y=b[sort];if(sort=='line'){x=a.file+String(a.line).padStart(8,'0');y=b.file+String(b.line).padStart(8,'0')}return(x<y?-1:x>y?1:a.id-b.id)*dir});\n"
	"for(const r of v){const tr=E('tr');tr.dataset.id=r.id;const w=E('td');w.append(E('code',null,r.what));tr.append(E('td',null,r.file.split('/').pop()+':'+r.line),w,E('td','n',r.bytes<0?'?':r.bytes),E('td',kind(r),r.verdict),E('td',null,r.class),E('td','dim',r.reason));tr.onclick=()=>choose(r);t.append(tr)}\n"
	"$('#n').textContent=v.length+' rows, '+v.filter(r=>r.verdict=='heap').length+' on the heap';document.querySelectorAll('.m').forEach(e=>e.remove());\n"
	"for(const r of v){const l=document.getElementById(lineId(r.file,r.line));if(!l)continue;const m=E('button','m '+kind(r),r.what.length>24?r.what.slice(0,23)+'\\u2026':r.what);m.title=r.verdict+': '+r.reason;m.dataset.id=r.id;m.onclick=()=>choose(r,false);l.append(m)}}\n"
	"for(const[i,f]of F.entries()){$('#src').append(E('h2',null,f.name));f.text.split('\\n').forEach((s,k)=>{const l=E('div','l');l.id='L'+i+'_'+(k+1);l.append(E('i',null,k+1),E('span',null,s));$('#src').append(l)})}\n"
	"document.querySelectorAll('th').forEach(h=>h.onclick=()=>{const k=h.dataset.k;dir=sort==k?-dir:k=='bytes'?-1:1;sort=k;draw()});$('#f').onchange=$('#q').oninput=draw;draw();const first=rows.find(r=>r.verdict=='heap'&&r.path.length);if(first)choose(first,false);\n";

static void put_text(Buf *b, const char *s, size_t n)
{
	buf_putc(b, '"');
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (c == '"' || c == '\\')
			buf_fmt(b, "\\%c", c);
		else if (c < 0x20 || c == '<')
			buf_fmt(b, "\\u%04x", c);
		else
			buf_putc(b, (char)c);
	}
	buf_putc(b, '"');
}

void report_page(Buf *b, const RowVec *v, const Package *p)
{
	buf_fmt(b, "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n<title>escape: %s</title>\n<style>\n%s</style>\n", p->name, style);
	buf_fmt(b, "<header><h1>Escape analysis of %s</h1><select id=\"f\" aria-label=\"filter\"><option value=\"sites\">sites</option><option value=\"heap\">heap</option>"
		"<option value=\"stack\">stack</option><option value=\"static\">static</option><option value=\"param\">parameters</option><option value=\"all\">all</option></select>"
		"<input id=\"q\" type=\"search\" placeholder=\"search\" aria-label=\"search\"><span id=\"n\" class=\"dim\"></span></header>\n", p->name);
	buf_puts(b, "<main id=\"src\"></main><aside><div id=\"path\"><span class=\"dim\">Click a mark.</span></div><table><thead><tr><th data-k=\"line\">position<th data-k=\"what\">what"
		"<th data-k=\"bytes\">bytes<th data-k=\"verdict\">verdict<th data-k=\"class\">class<th data-k=\"reason\">reason</tr></thead><tbody></tbody></table></aside>\n<script>\nconst D=");
	report_json(b, v, p);
	buf_puts(b, ";const F=[");
	SrcFile *last = NULL;
	VEC(SrcFile *) seen = { 0 };
	vec_each(v, i) {
		SrcFile *f = src_of(v->v[i].pos);
		if (f == last || !f)
			continue;
		last = f;
		bool again = false;
		vec_each(&seen, k)
			again |= seen.v[k] == f;
		if (again || f->pkg != p)
			continue;
		buf_puts(b, seen.n ? ",{\"name\":" : "{\"name\":");
		put_text(b, f->path, strlen(f->path));
		buf_puts(b, ",\"text\":");
		put_text(b, f->text, f->nbyte);
		buf_puts(b, "}");
		vec_push(&seen, f);
	}
	buf_fmt(b, "];\n%s</script>\n", script);
}
