/* sizeclass.c: the size classes. The sizes are Go's, because cap() after append shows them; the span lengths are ours. */
#include "runtime/heap/heap.h"

const uint16_t tu__class_size[TU_NCLASS] = {
	0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480, 512,
	576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144,
	6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264,
	28672, 32768
};
uint8_t tu__class_of8[1024 / 8 + 1];
uint8_t tu__class_of128[(TU_MAX_SMALL - 1024) / 128 + 1];

void tu__class_init(void)
{
	uint32_t c = 1;
	for (int64_t i = 1; i < TU_ARRAY_LEN(tu__class_of8); i++) {
		while (tu__class_size[c] < i * 8)
			c++;
		tu__class_of8[i] = (uint8_t)c;
	}
	for (int64_t i = 0; i < TU_ARRAY_LEN(tu__class_of128); i++) {
		while (tu__class_size[c] < 1024 + i * 128)
			c++;
		tu__class_of128[i] = (uint8_t)c;
	}
}

int64_t tu__round_size(int64_t n, uint8_t noscan)
{
	int64_t want = n;
	if (n == 0)
		return 0;
	if (n <= TU_MAX_SMALL - 8) {
		if (!noscan && n > TU_MAX_BITMAP_OBJ)
			want += 8;      /* room for the type word */
		return tu__class_size[tu__class_for(want)] - (want - n);
	}
	want = n + TU_PAGE - 1;
	return want < n ? n : want & -TU_PAGE;
}
