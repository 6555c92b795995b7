/* reflect.c: what package reflect needs of the runtime besides calls: channels by value, and finding types by name. */
#include "runtime/base/rt.h"

uint8_t tu_reflect_chan_send(TuChan *c, void *elem, uint8_t nb)
{
	TuCase k = { c, elem, 1, 0 };
	if (!nb) {
		tu_chan_send(c, elem);
		return 1;
	}
	return tu_select(&k, 1, 1) == 0;
}

TuRecvRes tu_reflect_chan_recv(TuChan *c, void *elem, uint8_t nb)
{
	TuCase k = { c, elem, 0, 0 };
	TuRecvRes r = { 1, 0 };
	if (!nb) {
		r.received = tu_chan_recv2(c, elem);
		return r;
	}
	if (tu_select(&k, 1, 1) != 0)
		return (TuRecvRes){ 0, 0 };
	r.received = k.ok != 0;
	return r;
}

const TuType *tu_type_find(const uint8_t *str, int64_t n, const TuType *start)
{
	const TuType *const *t = tu_program.typelinks;
	uint8_t seen = start == NULL;
	for (; t < tu_program.typelinks_end; t++) {
		if (seen && *t && tu_str_eq((*t)->str.p, (*t)->str.n, str, n))
			return *t;
		seen |= *t == start;
	}
	return NULL;
}
