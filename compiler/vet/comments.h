/* comments.h: the comments of a source file; the parser keeps none. Private to compiler/vet. */
#ifndef TUCO_VET_COMMENTS_H
#define TUCO_VET_COMMENTS_H
#include "compiler/vet/vet.h"

typedef struct Comment {
	Pos pos;
	const char *text; int n;        /* with its marks, without the newline that ends it */
	bool starts_group;              /* no comment on the line before, no code between */
} Comment;
typedef struct Comments { VEC(Comment) v; } Comments;
Comments comments_of(SrcFile *f);
Pos package_pos(const FileNode *f);                     /* the word "package" */

#endif
