/* poll.h: the poller as the scheduler sees it. */
#ifndef TUCO_POLL_H
#define TUCO_POLL_H
#include "runtime/base/rt.h"

uint8_t tu__poll_ready(void);           /* the epoll descriptor exists */
void tu__poll_init(void);               /* makes it; idempotent */
int32_t tu__poll_nwait(void);           /* goroutines waiting for readiness */
/* Goroutines that became ready, linked by qnext. ns: 0 does not block, < 0 blocks. M stack or no M. */
TuG *tu__poll(int64_t ns);
void tu__poll_break(void);              /* ends a blocking tu__poll */
#endif
