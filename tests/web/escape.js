// escape.js: the page of tuco escape -html: marks, paths, search, filters, sorting, keys.
module.exports = async page => {
	const count = s => page.eval(`document.querySelectorAll(${JSON.stringify(s)}).length`);
	const text = s => page.eval(`document.querySelector(${JSON.stringify(s)})?.textContent ?? ""`);
	const column = k => page.eval(`view.map(r=>r[${JSON.stringify(k)}]??-1)`);
	const falling = v => v.every((x, i) => i === 0 || v[i - 1] >= x), rising = v => falling([...v].reverse());

	const all = await count("tbody tr");
	page.check(all > 5, "only " + all + " rows");
	page.check(await count("mark") > 5, "no marks in the source");
	page.check((await text("#path h3")).length > 0, "nothing is chosen at first");

	// search
	await page.type("#q", "node");
	const some = await count("tbody tr");
	page.check(some > 0 && some < all, "search: " + some + " of " + all + " rows");
	page.check(await page.eval("view.every(r=>JSON.stringify(r).toLowerCase().includes('node'))"), "search shows rows without the word");
	await page.type("#q", "no such thing");
	page.check(await count("tbody tr") === 0 && !(await page.eval("document.querySelector('#none').hidden")), "search without result");
	await page.key("Escape");
	page.check(await count("tbody tr") === all, "Escape does not clear the search");

	// filter
	await page.click("#chips button[data-f=heap]");
	page.check((await column("verdict")).every(v => v === "heap") && await count("tbody tr") > 0, "filter heap");
	await page.click("#chips button[data-f=stack]");
	page.check((await column("verdict")).every(v => v.startsWith("stack")), "filter stack");
	await page.click("#chips button[data-f=sites]");

	// a mark opens its path, hop by hop
	const n = await page.eval("[...document.querySelectorAll('mark')].findIndex(m=>rows[m.dataset.ids.split(' ')[0]].path.some(h=>h.why))");
	page.check(n >= 0, "no mark with a path");
	await page.click("mark", n);
	page.check(await page.eval(`document.querySelectorAll('mark')[${n}].classList.contains('sel')`), "the clicked mark is not chosen");
	const hops = await count("#path li");
	page.check(hops > 0, "no path after a click on a mark");
	await page.click("#path li", hops - 1);
	page.check(await count(".l.hop") === 1 && await count("#path li.on") === 1, "a hop does not show its line");

	// sorting
	for (const k of ["bytes", "objects", "allocated"]) {
		if (!await count(`th[data-k=${k}]`))
			continue;
		if (await page.eval("sort") === k)
			await page.click("th[data-k=line] button");
		await page.click(`th[data-k=${k}] button`);
		page.check(falling(await column(k)), "sort by " + k + " falling");
		await page.click(`th[data-k=${k}] button`);
		page.check(rising(await column(k)), "sort by " + k + " rising");
		await page.click(`th[data-k=${k}] button`);
	}

	// keys
	const before = await page.eval("chosen.id");
	await page.key("j");
	const after = await page.eval("chosen.id");
	await page.key("k");
	page.check(after !== before || await page.eval("view.length") < 2, "j does not move");
	await page.key("/");
	page.check(await page.eval("document.activeElement.id") === "q", "/ does not go to the search");
	await page.key("Escape");
	const shade = await page.eval("getComputedStyle(document.body).backgroundColor");
	await page.key("t");
	page.check(await page.eval("getComputedStyle(document.body).backgroundColor") !== shade, "t does not change the colours");
	await page.key("t");
	await page.key("?");
	page.check(await page.eval("document.querySelector('dialog').open"), "? shows no help");
	await page.key("Escape");
};
