/* env.h: process environment and arguments as the kernel passed them. Set once by start/. */
#ifndef TUCO_ENV_H
#define TUCO_ENV_H
#include <stdint.h>
void tu__env_init(char **envp);
char **tu__env_block(void);
int64_t tu__env_int(const char *name, int64_t dflt);    /* decimal value of a variable */
#endif
