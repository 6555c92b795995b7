// gcbench.js: the page of tuco gcbench -html: table, sorting, hiding, and the three charts.
module.exports = async page => {
	const count = s => page.eval(`document.querySelectorAll(${JSON.stringify(s)}).length`);
	const n = await page.eval("D.rows.length");
	page.check(n > 1 && await count("tbody tr") === n, "rows: " + n);
	page.check(await count("#t th") === 10, "columns");
	page.check(await count("#pareto circle") === n, "a point for each setting");
	page.check(await count("#pareto polyline") === 1, "the front");
	page.check(await count("#cdf polyline") === n, "a curve of pauses for each setting");
	page.check(await count("#heap polyline") === 2 * n, "the heap and its goal for each setting");
	// The front falls: further right is less CPU.
	page.check(await page.eval(`(()=>{const p=document.querySelector('#pareto polyline').getAttribute('points').split(' ').map(q=>q.split(',').map(Number));
		return p.every((q,i)=>!i||q[0]>=p[i-1][0]&&q[1]>=p[i-1][1])})()`), "the front does not fall");
	// A row hides its setting and shows it again.
	await page.click("tbody tr", 1);
	page.check(await count("#pareto circle") === n - 1 && await count("tr.off") === 1, "a click on a row does not hide it");
	await page.click("tbody tr", 1);
	page.check(await count("#pareto circle") === n && await count("tr.off") === 0, "a second click does not show it");
	// Sorting by a column, both ways.
	for (const i of [1, 3]) {
		const col = () => page.eval(`[...document.querySelectorAll('tbody tr')].map(r=>Number(r.cells[${i}].textContent))`);
		await page.click("#t th", i);
		const up = await col();
		page.check(up.every((x, k) => !k || up[k - 1] <= x), "column " + i + " rising");
		await page.click("#t th", i);
		const down = await col();
		page.check(down.every((x, k) => !k || down[k - 1] >= x), "column " + i + " falling");
	}
};
