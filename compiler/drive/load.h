/* load.h: shared by load.c and module.c. */
#ifndef TUCO_LOAD_H
#define TUCO_LOAD_H
#include "compiler/drive/drive.h"

typedef struct Found { const char *dir; Module *mod; bool std, portable; } Found;
Module *find_module(const char *dir);                   /* of dir or a parent; NULL when there is none */
bool find_package(const char *path, const Package *from, Found *f);
const char *path_below(const char *path, const char *prefix);

#endif
