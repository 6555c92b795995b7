/* ext.c: which parts of the analysis that Go does not have are on. */
#include "compiler/escape/escape.h"

static const char *const names[EXT_COUNT] = { "make", "append", "string", "closed", "stores", "loop", "result" };
bool esc_ext[EXT_COUNT] = { true, true, true, true, true, true, true };
bool esc_go, esc_off;
static bool given[EXT_COUNT];

/* A switch given by name stays as it was given. */
void esc_go_mode(void)
{
	esc_go = go_facts_on = true;
	for (int i = 0; i < EXT_COUNT; i++)
		if (!given[i])
			esc_ext[i] = false;
}

bool esc_switches(const char *text)
{
	while (*text) {
		size_t n = strcspn(text, ",");
		if (n == 8 && !strncmp(text, "escape=0", 8)) {
			esc_go_mode();
			esc_go = false;
			esc_off = true;
			text += n + (text[n] == ',');
			continue;
		}
		if (strncmp(text, "escape.", 7))
			return false;
		size_t len = strcspn(text, ",=") - 7;
		bool found = false, on = strncmp(text + 7 + len, "=0", 2) && strncmp(text + 7 + len, "=false", 6);
		for (int i = 0; i < EXT_COUNT; i++)
			if (strlen(names[i]) == len && !strncmp(names[i], text + 7, len)) {
				esc_ext[i] = on;
				found = given[i] = true;
			}
		if (!found)
			return false;
		text += n + (text[n] == ',');
	}
	return true;
}
