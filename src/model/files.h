/* Files: what a spec may read, and the folder it must not leave. */
#ifndef HUI_MODEL_FILES_H
#define HUI_MODEL_FILES_H

#include "base/diag.h"
#include "base/vec.h"

/* Paths by which files were asked for, each once. */
typedef HUI_VEC(const char *) hui_file_names;

/* Of the spec that was asked for; those it includes lie in the same folder or below it. */
typedef struct hui_files {
    const char *name;   /* of the spec, as messages call it */
    const char *path;   /* its canonical path, to find circles; NULL for a text from memory */
    const char *folder; /* where its relative paths start, as it was named; NULL: it can name no files */
    const char *root;   /* the same folder's canonical path; files must be in it. NULL: it can name no files */
    bool allow_outside; /* files may be elsewhere */
    hui_file_names *named; /* those that were found so far */
} hui_files;

/* Of the spec at `path`. */
hui_files hui_files_of_path(hui_arena *arena, const char *path);
/* The same, with a list of its own of the files that are named from now on, after those that were so far. */
hui_files hui_files_copy(hui_arena *arena, const hui_files *files);
/* Of a text from memory; `folder` may be NULL. */
hui_files hui_files_of_text(hui_arena *arena, const char *name, const char *folder);

/* The path a text in `folder` names. What is wrong with it as the end of a sentence ("the path … does not exist"), or NULL
 * and the path joined to the folder, and where it really is. */
const char *hui_path_resolve(hui_arena *arena, const hui_files *files, const char *folder, const char *path,
                             const char **joined, const char **real);
/* For a path that does not resolve: "did you mean `x`?" of the files beside it, or NULL. */
const char *hui_path_hint(hui_arena *arena, const hui_files *files, const char *folder, const char *path);
/* The folder a path names a file in: "." if it names none. */
const char *hui_path_folder(hui_arena *arena, const char *path);

/* The contents of a file that the text at `place` names, whichever of the spec's files that is: the `load` of a
 * hui_source_options, with a hui_files for its closure. False after a diagnostic. */
bool hui_files_load(void *files, hui_arena *arena, const char *url, hui_place place, const char **bytes, size_t *size,
                    hui_diags *diags);

#endif
