// run.js: drives a page in headless Chromium through the DevTools protocol, over a pipe; needs node alone.
//
//	node tests/web/run.js PAGE.html SCRIPT.js [-shot FILE.png] [-size WxH] [-dark]
//
// SCRIPT.js exports an async function that gets a page:
//	await page.eval(js)             value of an expression in the page (promises are waited for)
//	await page.click(selector[, n]) real mouse click in the middle of the n-th element that matches
//	await page.type(selector, text) focuses it, replaces its value as if typed
//	await page.key(name)            one key: "j", "/", "Enter", "ArrowDown", "Escape"
//	await page.shot(file)           screenshot
//	page.check(condition, text)     a failure is told and counted
// Errors on the page's console, uncaught exceptions and requests that leave the page count as failures as well.
// Exit status: 0 passed, 1 failed, 77 no Chromium (the word "skipped" is printed). TUCO_CHROMIUM names another browser.
"use strict";
const fs = require("fs"), os = require("os"), path = require("path"), { spawn } = require("child_process");

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless_shell"];
const codes = { Enter: 13, Escape: 27, Tab: 9, ArrowUp: 38, ArrowDown: 40, ArrowLeft: 37, ArrowRight: 39, Home: 36, End: 35 };

function browser() {
	const all = process.env.TUCO_CHROMIUM ? [process.env.TUCO_CHROMIUM] : names;
	for (const n of all)
		for (const d of n.includes("/") ? [""] : (process.env.PATH || "").split(":"))
			if (fs.existsSync(path.join(d, n)))
				return path.join(d, n);
	return null;
}

// One JSON message after each other, with a zero byte between them, on file descriptors 3 and 4 of the browser.
class Pipe {
	constructor(proc) {
		this.out = proc.stdio[3];
		this.waiting = new Map();
		this.heard = [];
		this.id = 0;
		let rest = "";
		proc.stdio[4].setEncoding("utf8").on("data", s => {
			rest += s;
			for (let i; (i = rest.indexOf("\0")) >= 0; rest = rest.slice(i + 1))
				this.take(JSON.parse(rest.slice(0, i)));
		});
	}
	take(m) {
		const w = this.waiting.get(m.id);
		if (w) {
			this.waiting.delete(m.id);
			m.error ? w.no(new Error(m.error.message)) : w.yes(m.result);
		} else if (m.method)
			this.heard.forEach(f => f(m));
	}
	send(method, params = {}) {
		const id = ++this.id;
		return new Promise((yes, no) => {
			this.waiting.set(id, { yes, no });
			this.out.write(JSON.stringify({ id, method, params, sessionId: this.session }) + "\0");
		});
	}
	once(method) {
		return new Promise(yes => this.heard.push(m => m.method === method && yes(m.params)));
	}
}

class Page {
	constructor(pipe, file) {
		this.pipe = pipe;
		this.failures = [];
		const own = "file://" + file;
		pipe.heard.push(({ method, params: p }) => {
			if (method === "Runtime.exceptionThrown")
				this.fail("exception: " + (p.exceptionDetails.exception?.description || p.exceptionDetails.text));
			if (method === "Runtime.consoleAPICalled" && (p.type === "error" || p.type === "assert"))
				this.fail("console: " + p.args.map(a => a.value ?? a.description).join(" "));
			if (method === "Log.entryAdded" && p.entry.level === "error")
				this.fail("log: " + p.entry.text);
			if (method === "Network.requestWillBeSent" && p.request.url.split("#")[0] !== own && !/^(data|blob):/.test(p.request.url))
				this.fail("the page asked for " + p.request.url);
		});
	}
	fail(text) {
		this.failures.push(text);
		console.log("FAIL " + text);
	}
	check(ok, text) {
		if (!ok)
			this.fail(text);
	}
	async eval(expression) {
		const r = await this.pipe.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
		if (r.exceptionDetails)
			throw new Error(expression + ": " + (r.exceptionDetails.exception?.description || r.exceptionDetails.text));
		return r.result.value;
	}
	async click(selector, n = 0) {
		const at = await this.eval(`(()=>{const e=document.querySelectorAll(${JSON.stringify(selector)})[${n}];if(!e)return null;e.scrollIntoView({block:'center',inline:'nearest'});` +
			`const r=e.getBoundingClientRect();return{x:r.x+Math.min(r.width/2,innerWidth/2),y:r.y+r.height/2}})()`);
		if (!at)
			throw new Error("nothing to click at " + selector);
		for (const type of ["mousePressed", "mouseReleased"])
			await this.pipe.send("Input.dispatchMouseEvent", { type, x: at.x, y: at.y, button: "left", clickCount: 1 });
	}
	async type(selector, text) {
		await this.eval(`(()=>{const e=document.querySelector(${JSON.stringify(selector)});e.focus();e.select&&e.select()})()`);
		if (text)
			await this.pipe.send("Input.insertText", { text });
		else
			await this.eval(`(()=>{const e=document.querySelector(${JSON.stringify(selector)});e.value='';e.dispatchEvent(new Event('input',{bubbles:true}))})()`);
	}
	async key(key) {
		const text = key.length === 1 ? key : key === "Enter" ? "\r" : undefined;
		const k = { key, text, windowsVirtualKeyCode: codes[key] || key.toUpperCase().charCodeAt(0), code: key.length === 1 ? undefined : key };
		await this.pipe.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", ...k });
		await this.pipe.send("Input.dispatchKeyEvent", { type: "keyUp", ...k, text: undefined });
	}
	async shot(file) {
		fs.writeFileSync(file, Buffer.from((await this.pipe.send("Page.captureScreenshot", { format: "png" })).data, "base64"));
	}
}

async function main() {
	const args = [], opt = { size: "1400x900" };
	for (let i = 2; i < process.argv.length; i++) {
		const a = process.argv[i];
		if (a === "-shot" || a === "-size")
			opt[a.slice(1)] = process.argv[++i];
		else if (a === "-dark")
			opt.dark = true;
		else
			args.push(a);
	}
	if (!args.length) {
		console.log("usage: node run.js PAGE.html [SCRIPT.js] [-shot FILE.png] [-size WxH] [-dark]");
		return 2;
	}
	const exe = browser();
	if (!exe) {
		console.log("skipped: no Chromium (" + names.join(", ") + ") in PATH");
		return 77;
	}
	const file = path.resolve(args[0]), home = fs.mkdtempSync(path.join(os.tmpdir(), "tuco-web-"));
	const proc = spawn(exe, ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
		"--disable-background-networking", "--disable-component-update", "--mute-audio", "--user-data-dir=" + home, "--remote-debugging-pipe",
		"--window-size=" + opt.size.replace("x", ","), "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
	let failed = 1;
	const late = setTimeout(() => { console.log("FAIL no answer within 180 seconds"); proc.kill("SIGKILL"); process.exit(1); }, 180000);
	try {
		const pipe = new Pipe(proc);
		const { targetId } = await pipe.send("Target.createTarget", { url: "about:blank" });
		pipe.session = (await pipe.send("Target.attachToTarget", { targetId, flatten: true })).sessionId;
		const page = new Page(pipe, file), [width, height] = opt.size.split("x").map(Number);
		for (const domain of ["Page", "Runtime", "Log", "Network"])
			await pipe.send(domain + ".enable");
		await pipe.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
		await pipe.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: opt.dark ? "dark" : "light" }] });
		const loaded = pipe.once("Page.loadEventFired");
		await pipe.send("Page.navigate", { url: "file://" + file });
		await loaded;
		if (args[1])
			await require(path.resolve(args[1]))(page);
		if (opt.shot)
			await page.shot(opt.shot);
		failed = page.failures.length;
		pipe.session = undefined;
		pipe.send("Browser.close").catch(() => {});
	} catch (e) {
		console.log("FAIL " + e.message);
		proc.kill();
	}
	clearTimeout(late);
	await new Promise(yes => proc.exitCode !== null || proc.signalCode ? yes() : proc.on("exit", yes));
	fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
	if (!failed)
		console.log("ok " + path.basename(args[0]));
	return failed ? 1 : 0;
}
main().then(s => process.exit(s));
