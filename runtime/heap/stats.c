/* stats.c: counters of the heap, exact when the world is stopped and the caches are flushed. */
#ifndef TUCO_GC_BOEHM
#include "runtime/heap/heap.h"

void tu__heap_stats_stw(HeapStats *out)
{
	TuHeap *h = &tu__heap;
	__builtin_memset(out, 0, sizeof *out);
	for (int32_t i = 0; i < 2 * TU_NCLASS; i++) {
		Central *c = &h->central[i];
		uint64_t size = tu__class_size[i >> 1], na = c->nalloc;
		/* Caches of running Ps that were not flushed still hold claims. */
		for (int32_t k = 0; k < tu__nproc; k++)
			if (tu__allp[k] && tu__allp[k]->cache)
				na += tu__allp[k]->cache->nclaim[i] - (uint64_t)tu__popcount(tu__allp[k]->cache->slot[i].bits);
		out->by_class_alloc[i >> 1] += na;
		out->by_class_free[i >> 1] += c->nfree;
		out->nmalloc += na;
		out->nfree += c->nfree;
		out->total_nbyte += na * size;
		out->alloc_nbyte += (na - c->nfree) * size;
	}
	out->nmalloc += h->large_nalloc + h->tiny_nalloc;
	out->nfree += h->large_nfree + h->tiny_nalloc;
	out->total_nbyte += h->large_alloc_nbyte;
	out->alloc_nbyte += h->large_alloc_nbyte - h->large_free_nbyte;
	out->inuse_nbyte = (uint64_t)(h->pages_inuse * TU_PAGE);
	out->idle_nbyte = (uint64_t)(h->pages_free * TU_PAGE);
	out->released_nbyte = (uint64_t)(h->pages_clean * TU_PAGE);
	out->sys_nbyte = out->inuse_nbyte + out->idle_nbyte;
	out->span_inuse_nbyte = (uint64_t)h->meta_inuse_nbyte;
	out->span_sys_nbyte = (uint64_t)h->meta_nbyte;
	out->cache_inuse_nbyte = (uint64_t)tu__nproc * sizeof(TuHeapCache);
}
#endif
