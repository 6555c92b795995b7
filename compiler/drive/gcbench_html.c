/* gcbench_html.c: the measurements as one page that needs nothing else: table, CPU against memory, pause distribution, heap over time.
 * The data is the JSON form; a small script draws SVG from it. */
#include "compiler/drive/gcbench.h"

static const char head[] =
	"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>tuco gcbench</title>\n"
	"<style>:root{color-scheme:light dark;--fg:#222;--bg:#fdfcfa;--dim:#777;--line:#ddd}@media(prefers-color-scheme:dark){:root{--fg:#eee;--bg:#1b1a18;--dim:#999;--line:#444}}\n"
	"body{font:15px/1.45 system-ui,sans-serif;color:var(--fg);background:var(--bg);max-width:1100px;margin:2em auto;padding:0 1em}h1{font-size:1.4em}h2{font-size:1.1em;margin:2em 0 .3em}\n"
	"p{color:var(--dim);margin:.2em 0 .8em}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:.25em .6em;text-align:right;border-bottom:1px solid var(--line)}\n"
	"th:first-child,td:first-child{text-align:left}th{cursor:pointer;color:var(--dim);font-weight:600}tr.off{opacity:.35}tbody tr{cursor:pointer}svg{width:100%;height:auto;overflow:visible}\n"
	"svg text{font:11px system-ui;fill:var(--dim)}.ax{stroke:var(--line)}.key{display:inline-block;width:.8em;height:.8em;border-radius:50%;margin-right:.5em;vertical-align:-.05em}</style>\n"
	"<h1>tuco gcbench</h1><p id=what></p><table id=t></table><p>Click a heading to sort, a row to hide it in the charts.</p>\n"
	"<h2>CPU time against peak memory</h2><p>Each point is one setting: left is less memory, down is less work. The line joins the settings that no other beats on both.</p><div id=pareto></div>\n"
	"<h2>Pauses</h2><p>Share of pauses that are at most this long (logarithmic).</p><div id=cdf></div>\n"
	"<h2>Heap over time</h2><p>Heap before and after each collection of the last run; the dotted line is the goal.</p><div id=heap></div>\n"
	"<script>const D=";

static const char tail[] =
	";\nconst C=['#3b7dd8','#d9673b','#3fa34d','#9b59b6','#c9a227','#17a2b8','#e0457b','#7f8c8d','#6b8e23','#8b5a2b','#4b0082','#008080'];\n"
	"const med=a=>{if(!a.length)return NaN;a=[...a].sort((x,y)=>x-y);const m=(a.length-1)/2;return(a[Math.floor(m)]+a[Math.ceil(m)])/2};\n"
	"const q=(a,p)=>a.length?[...a].sort((x,y)=>x-y)[Math.round(p*(a.length-1))]:NaN;\n"
	"const R=D.rows.map((r,i)=>({...r,i,on:true,c:C[i%C.length],name:[r.collector,r.gogc&&'GOGC='+r.gogc,r.memlimit&&r.memlimit!='off'&&r.memlimit,r.procs&&'P='+r.procs].filter(Boolean).join(' '),\n"
	" wall:med(r.wall_ms),cpu:med(r.cpu_ms),rss:med(r.peak_mib),n:med(r.gcs),p50:q(r.pause_us,.5),p99:q(r.pause_us,.99),pmax:q(r.pause_us,1),as:r.pause_us.length?med(r.assist_ms):NaN,mmu:r.pause_us.length?Math.min(...r.mmu_10ms_percent):NaN}));\n"
	"document.getElementById('what').textContent=D.program+', '+D.runs+' runs of each setting, medians';\n"
	"const cols=[['setting','name'],['wall ms','wall'],['CPU ms','cpu'],['peak MiB','rss'],['GCs','n'],['p50 pause us','p50'],['p99 pause us','p99'],['max pause us','pmax'],['assist ms','as'],['MMU %','mmu']];let key='i',up=1;\n"
	"const el=(n,a={},...k)=>{const e=document.createElementNS('http://www.w3.org/2000/svg',n);for(const x in a)e.setAttribute(x,a[x]);k.forEach(x=>e.append(x));return e};\n"
	"const num=x=>isNaN(x)?'-':x>=100?x.toFixed(0):x.toFixed(1);\n"
	"function table(){const t=document.getElementById('t');t.replaceChildren();const h=t.createTHead().insertRow();cols.forEach(([n,k])=>{const th=document.createElement('th');th.textContent=n;th.onclick=()=>{up=key==k?-up:1;key=k;table()};h.append(th)});\n"
	" const b=t.createTBody();[...R].sort((x,y)=>(x[key]>y[key]?1:-1)*up).forEach(r=>{const tr=b.insertRow();if(!r.on)tr.className='off';tr.onclick=()=>{r.on=!r.on;draw()};cols.forEach(([n,k])=>{const td=tr.insertCell();\n"
	" if(k=='name'){const s=document.createElement('span');s.className='key';s.style.background=r.c;td.append(s,r.name+(r.error?' ('+r.error+')':''))}else td.textContent=num(r[k])})})}\n"
	"function plot(id,xs,ys,o,body){const W=1000,H=320,L=60,B=30,s=el('svg',{viewBox:`0 0 ${W} ${H}`});xs=xs.filter(isFinite);ys=ys.filter(isFinite);const box=document.getElementById(id);box.replaceChildren(s);if(!xs.length)return;\n"
	" const lg=o.log,f=lg?Math.log10:x=>x,x0=lg?Math.min(...xs):0,x1=Math.max(...xs)*(lg?1:1.05),y1=Math.max(...ys)*1.05||1,X=x=>L+(f(x)-f(x0))/((f(x1)-f(x0))||1)*(W-L-120),Y=y=>H-B-y/y1*(H-B-10);\n"
	" s.append(el('line',{x1:L,x2:W-120,y1:H-B,y2:H-B,class:'ax'}),el('line',{x1:L,x2:L,y1:10,y2:H-B,class:'ax'}));\n"
	" for(let i=0;i<=4;i++){const y=y1/1.05*i/4;s.append(el('text',{x:L-6,y:Y(y)+4,'text-anchor':'end'},num(y)));const x=lg?x0*Math.pow(x1/x0,i/4):x1/1.05*i/4;s.append(el('text',{x:X(x),y:H-B+16,'text-anchor':'middle'},num(x)))}\n"
	" s.append(el('text',{x:W-120,y:H-2,'text-anchor':'end'},o.x),el('text',{x:L+6,y:14},o.y));body(s,X,Y)}\n"
	"function draw(){table();const A=R.filter(r=>r.on&&r.wall_ms.length);\n"
	" plot('pareto',A.map(r=>r.rss),A.map(r=>r.cpu),{x:'peak MiB',y:'CPU ms'},(s,X,Y)=>{const f=A.filter(r=>!A.some(o=>o!=r&&o.rss<=r.rss&&o.cpu<=r.cpu)).sort((a,b)=>a.rss-b.rss);\n"
	"  s.append(el('polyline',{points:f.map(r=>X(r.rss)+','+Y(r.cpu)).join(' '),fill:'none',class:'ax','stroke-width':2}));A.forEach(r=>s.append(el('circle',{cx:X(r.rss),cy:Y(r.cpu),r:6,fill:r.c},el('title',{},r.name)),el('text',{x:X(r.rss)+9,y:Y(r.cpu)+4},r.name)))});\n"
	" const P=A.filter(r=>r.pause_us.length);plot('cdf',P.flatMap(r=>r.pause_us.map(x=>Math.max(x,.5))),[100],{log:1,x:'pause, us',y:'% of pauses'},(s,X,Y)=>P.forEach(r=>{const v=[...r.pause_us].sort((a,b)=>a-b);\n"
	"  s.append(el('polyline',{fill:'none',stroke:r.c,'stroke-width':2,points:v.map((x,i)=>X(Math.max(x,.5))+','+Y((i+1)/v.length*100)).join(' ')},el('title',{},r.name)))}));\n"
	" const T=A.filter(r=>r.ticks.length);plot('heap',T.flatMap(r=>r.ticks.map(t=>t[0])),T.flatMap(r=>r.ticks.map(t=>Math.max(t[1],t[3]))),{x:'seconds',y:'MB'},(s,X,Y)=>T.forEach(r=>{\n"
	"  s.append(el('polyline',{fill:'none',stroke:r.c,'stroke-width':1.5,points:r.ticks.flatMap(t=>[X(t[0])+','+Y(t[1]),X(t[0])+','+Y(t[2])]).join(' ')},el('title',{},r.name)),el('polyline',{fill:'none',stroke:r.c,'stroke-dasharray':'2 4',points:r.ticks.map(t=>X(t[0])+','+Y(t[3])).join(' ')}))}))}\n"
	"draw()</script>\n";

void gcbench_html(Buf *out, const GcBench *b)
{
	buf_puts(out, head);
	Buf json = { 0 };
	gcbench_json(&json, b);
	for (size_t i = 0; i < json.n; i++)     /* "</script>" inside a string must not end the script */
		if (json.s[i] == '<')
			buf_puts(out, "\\u003c");
		else
			buf_putc(out, json.s[i]);
	buf_free(&json);
	buf_puts(out, tail);
}
