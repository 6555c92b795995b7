/* thread.h: creating kernel threads. */
#ifndef TUCO_THREAD_H
#define TUCO_THREAD_H
/* Starts a detached thread with all signals blocked at first. Needs room: M stack or a thread without M. Throws on failure. */
void tu__thread_new(void *(*fn)(void *), void *arg);
#endif
