/* sync.h: what the scheduler needs to know of sync. */
#ifndef TUCO_SYNC_H
#define TUCO_SYNC_H
void tu__sync_roots(void (*cb)(void *arg, void *lo, void *hi), void *arg);
#endif
