/* pages.c: hands out runs of 8 KB pages, first fit by address.
 *
 * Each chunk of 64 MB has a bitmap of used pages; coalescing is what the bitmap does by itself. first_free and max_run bound
 * the search and are only ever wrong on the safe side. A free page is clean when the kernel was never asked for it or got it
 * back: it reads as zero and costs no memory. Low addresses fill first, so the top empties and can be returned. */
#ifndef TUCO_GC_BOEHM
#include "runtime/heap/heap.h"

TuHeap tu__heap;

void tu__pages_init(void)
{
	TuHeap *h = &tu__heap;
	/* Ask for as much address space as the system lets us have. */
	for (int64_t n = (int64_t)1 << 39; n >= TU_CHUNK; n >>= 1) {
		void *p = tu__os_reserve((void *)0xc000000000, n + TU_CHUNK);
		if (!p)
			continue;
		uintptr_t a = ((uintptr_t)p + TU_CHUNK - 1) & -(uintptr_t)TU_CHUNK;
		h->base = a;
		h->reserved = n;
		break;
	}
	if (!h->base)
		tu__throw("cannot reserve address space for the heap");
	h->max_chunk = (int32_t)(h->reserved / TU_CHUNK);
	/* Tables indexed by page and chunk are sparse: memory appears where they are touched. */
	h->pages = tu__os_alloc(h->reserved / TU_PAGE * 8);
	h->chunk = tu__os_alloc((int64_t)h->max_chunk * 8);
	h->spans = tu__os_alloc(h->reserved / TU_PAGE * 8);
	tu__os_no_huge(h->pages, h->reserved / TU_PAGE * 8);
	tu__os_no_huge(h->spans, h->reserved / TU_PAGE * 8);
}

static uint8_t chunk_add(void)
{
	TuHeap *h = &tu__heap;
	if (h->nchunk == h->max_chunk)
		return 0;
	Chunk *c = tu__persist(sizeof *c);
	h->meta_nbyte += sizeof *c;
	__builtin_memset(c->clean, 0xff, sizeof c->clean);
	c->max_run = c->nfree = c->nclean = TU_CHUNK_PAGES;
	h->chunk[h->nchunk++] = c;
	h->pages_free += TU_CHUNK_PAGES;
	h->pages_clean += TU_CHUNK_PAGES;
	__atomic_store_n(&h->span_nbyte, (uint64_t)h->nchunk * TU_CHUNK, __ATOMIC_RELEASE);
	return 1;
}

/* First run of n free pages at or after from; -1 when there is none. *longest gets the longest run seen. */
static int32_t find_run(const Chunk *c, int32_t from, int32_t n, int32_t *longest)
{
	int32_t i = from;
	while (i < TU_CHUNK_PAGES) {
		uint64_t w = ~c->used[i >> 6] >> (i & 63);
		if (w == 0) {
			i = (i | 63) + 1;
			continue;
		}
		i += __builtin_ctzll(w);
		int32_t j = i;          /* end of the run */
		while (j < TU_CHUNK_PAGES) {
			uint64_t u = c->used[j >> 6] >> (j & 63);
			if (u == 0) {
				j = (j | 63) + 1;
				if (j - i >= n)
					return i;
				continue;
			}
			j += __builtin_ctzll(u);
			break;
		}
		if (j - i >= n)
			return i;
		if (j - i > *longest)
			*longest = j - i;
		i = j;
	}
	return -1;
}

static void set_bits(uint64_t *b, int32_t at, int64_t n, uint8_t on)
{
	while (n > 0) {
		int32_t o = at & 63;
		int64_t k = 64 - o < n ? 64 - o : n;
		uint64_t m = (k == 64 ? ~(uint64_t)0 : (((uint64_t)1 << k) - 1)) << o;
		if (on)
			b[at >> 6] |= m;
		else
			b[at >> 6] &= ~m;
		at += (int32_t)k;
		n -= k;
	}
}

static int64_t count_bits(const uint64_t *b, int32_t at, int64_t n)
{
	int64_t sum = 0;
	while (n > 0) {
		int32_t o = at & 63;
		int64_t k = 64 - o < n ? 64 - o : n;
		uint64_t m = (k == 64 ? ~(uint64_t)0 : (((uint64_t)1 << k) - 1)) << o;
		sum += tu__popcount(b[at >> 6] & m);
		at += (int32_t)k;
		n -= k;
	}
	return sum;
}

static void commit(Chunk *c, int32_t ci, int32_t upto)
{
	/* 4 MB at a time; above the first such step ask for huge pages, a fresh 4 KB page costs 2 us otherwise. */
	const int64_t step = ((int64_t)4 << 20) / TU_PAGE;
	if (upto <= c->committed)
		return;
	int64_t end = (upto + step - 1) / step * step;
	uintptr_t p = tu__heap.base + (uint64_t)ci * TU_CHUNK + (uint64_t)c->committed * TU_PAGE;
	int64_t n = (end - c->committed) * TU_PAGE;
	tu__os_commit((void *)p, n);
	if (ci > 0 || c->committed >= 2 * step)
		tu__os_huge((void *)p, n);
	c->committed = end;
}

static void take(Chunk *c, int32_t at, int64_t n, uint8_t *zeroed)
{
	int64_t clean = count_bits(c->clean, at, n);
	if (clean != n)
		*zeroed = 0;
	set_bits(c->used, at, n, 1);
	set_bits(c->clean, at, n, 0);
	c->nfree -= (int32_t)n;
	c->nclean -= (int32_t)clean;
	if (at == c->first_free)
		c->first_free = at + (int32_t)n;
	tu__heap.pages_free -= n;
	tu__heap.pages_clean -= clean;
	tu__heap.pages_inuse += n;
}

/* More than a chunk: whole chunks from the end, so that runs may cross chunk borders. */
static uintptr_t alloc_huge(int64_t npage, uint8_t *zeroed)
{
	TuHeap *h = &tu__heap;
	int64_t need = (npage + TU_CHUNK_PAGES - 1) / TU_CHUNK_PAGES;
	int32_t run = 0, at = -1;
	for (int32_t i = 0; i < h->nchunk; i++) {
		run = h->chunk[i]->nfree == TU_CHUNK_PAGES ? run + 1 : 0;
		if (run == need) {
			at = i - run + 1;
			break;
		}
	}
	if (at < 0) {
		at = h->nchunk - run;
		if ((int64_t)at + need > h->max_chunk)
			return 0;
		while (h->nchunk < at + need)
			if (!chunk_add())
				return 0;
	}
	for (int64_t i = 0, left = npage; i < need; i++, left -= TU_CHUNK_PAGES) {
		int64_t n = left < TU_CHUNK_PAGES ? left : TU_CHUNK_PAGES;
		commit(h->chunk[at + i], at + (int32_t)i, (int32_t)n);
		take(h->chunk[at + i], 0, n, zeroed);
	}
	return h->base + (uint64_t)at * TU_CHUNK;
}

uintptr_t tu__pages_alloc(int64_t npage, uint8_t *zeroed)
{
	TuHeap *h = &tu__heap;
	uintptr_t r = 0;
	*zeroed = 1;
	tu__lock(&h->lock);
	if (npage > TU_CHUNK_PAGES) {
		r = alloc_huge(npage, zeroed);
		goto out;
	}
	for (int32_t i = 0;; i++) {
		if (i == h->nchunk && !chunk_add())
			goto out;
		Chunk *c = h->chunk[i];
		if (c->max_run < npage)
			continue;
		int32_t longest = 0, at = find_run(c, c->first_free, (int32_t)npage, &longest);
		if (at < 0) {
			c->max_run = longest;
			continue;
		}
		commit(c, i, at + (int32_t)npage);
		take(c, at, npage, zeroed);
		r = h->base + (uint64_t)i * TU_CHUNK + (uint64_t)at * TU_PAGE;
		break;
	}
out:
	tu__unlock(&h->lock);
	return r;
}

void tu__pages_free(uintptr_t p, int64_t npage)
{
	TuHeap *h = &tu__heap;
	tu__lock(&h->lock);
	int64_t page = (int64_t)((p - h->base) >> TU_PAGE_SHIFT);
	while (npage > 0) {
		Chunk *c = h->chunk[page / TU_CHUNK_PAGES];
		int32_t at = (int32_t)(page % TU_CHUNK_PAGES);
		int64_t n = TU_CHUNK_PAGES - at < npage ? TU_CHUNK_PAGES - at : npage;
		set_bits(c->used, at, n, 0);
		c->nfree += (int32_t)n;
		if (at < c->first_free)
			c->first_free = at;
		c->max_run = c->nfree;
		h->pages_free += n;
		h->pages_inuse -= n;
		page += n;
		npage -= n;
	}
	tu__unlock(&h->lock);
}

int64_t tu__pages_scavenge(int64_t nbyte)
{
	TuHeap *h = &tu__heap;
	int64_t done = 0;
	tu__lock(&h->lock);
	for (int32_t i = h->nchunk - 1; i >= 0 && done < nbyte; i--) {
		Chunk *c = h->chunk[i];
		if (c->nfree == c->nclean)
			continue;
		for (int32_t w = TU_CHUNK_PAGES / 64 - 1; w >= 0 && done < nbyte; w--) {
			uint64_t dirty = ~c->used[w] & ~c->clean[w];
			while (dirty) {
				int32_t lo = __builtin_ctzll(dirty);
				uint64_t rest = ~(dirty >> lo);
				int32_t n = rest ? __builtin_ctzll(rest) : 64;
				if (n > 64 - lo)
					n = 64 - lo;
				tu__os_unused((void *)(h->base + (uint64_t)i * TU_CHUNK + ((uint64_t)w * 64 + (uint64_t)lo) * TU_PAGE), n * TU_PAGE);
				set_bits(c->clean, w * 64 + lo, n, 1);
				c->nclean += n;
				h->pages_clean += n;
				h->pages_scav_total += n;
				done += n * TU_PAGE;
				dirty &= n + lo >= 64 ? 0 : ~(uint64_t)0 << (n + lo);
			}
		}
	}
	tu__unlock(&h->lock);
	return done;
}
#endif
