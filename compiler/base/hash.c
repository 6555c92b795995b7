/* hash.c: 128-bit content hash for cache keys.
 *
 * Four lanes of 128-bit multiply-and-fold over 64-byte blocks, folded crosswise at the end. It guards against accidents, not
 * against an adversary: whoever can write the cache can replace the objects anyway. */
#include "compiler/base/base.h"

static const uint64_t odd[4] = { 0x9e3779b97f4a7c15ull, 0xc2b2ae3d27d4eb4full, 0x165667b19e3779f9ull, 0xd6e8feb86659fd93ull };

static uint64_t fold(uint64_t a, uint64_t b)
{
	unsigned __int128 p = (unsigned __int128)a * b;
	return (uint64_t)p ^ (uint64_t)(p >> 64);
}

static void mix_block(Hasher *h, const uint8_t *p)
{
	uint64_t w[8];
	memcpy(w, p, sizeof w);
	for (int i = 0; i < 4; i++)
		h->s[i] = fold(h->s[i] ^ w[2 * i], odd[i] ^ w[2 * i + 1]) + (h->s[i] << 29 | h->s[i] >> 35);
	uint64_t t = h->s[0];           /* rotate the lanes so that every block meets every lane */
	h->s[0] = h->s[1] + odd[3];
	h->s[1] = h->s[2];
	h->s[2] = h->s[3];
	h->s[3] = t ^ w[0];
}

static void absorb(Hasher *h, const void *data, size_t n)
{
	const uint8_t *p = data;
	size_t have = h->n & 63;
	h->n += n;
	if (have) {
		size_t take = MIN(n, 64 - have);
		memcpy(h->tail + have, p, take);
		p += take;
		n -= take;
		if (have + take < 64)
			return;
		mix_block(h, h->tail);
	}
	for (; n >= 64; p += 64, n -= 64)
		mix_block(h, p);
	if (n)
		memcpy(h->tail, p, n);
}

void hash_init(Hasher *h)
{
	*h = (Hasher){ .s = { odd[3], odd[2], odd[1], odd[0] } };
}

void hash_add(Hasher *h, const void *p, size_t n)
{
	uint64_t len = n;
	absorb(h, &len, sizeof len);
	absorb(h, p, n);
}

Hash128 hash_done(Hasher *h)
{
	uint64_t total = h->n;
	static const uint8_t zero[64];
	absorb(h, &total, sizeof total);
	absorb(h, zero, 64 - (h->n & 63));
	uint64_t a = fold(h->s[0] ^ odd[0], h->s[1] ^ odd[1]), b = fold(h->s[2] ^ odd[2], h->s[3] ^ odd[3]);
	return (Hash128){ fold(a ^ h->s[2], odd[1] ^ h->s[3]) ^ b, fold(b ^ h->s[0], odd[2] ^ h->s[1]) + a };
}

void hash_hex(Hash128 h, char out[33])
{
	snprintf(out, 33, "%016llx%016llx", (unsigned long long)h.a, (unsigned long long)h.b);
}
