/* The document's own files: which they are, reading and writing them. Nothing else of the disk is ever served. */
#ifndef HUI_PREVIEW_FILES_H
#define HUI_PREVIEW_FILES_H

#include "preview/state.h"

enum { PREVIEW_FILE_MOST = 4 << 20 }; /* bytes of one that may be edited */

/* The spec, the file that has its row and all that the document names (NULL: nothing), for finding them again. */
preview_files preview_files_of(const preview_options *options, const char *root, const hui_document *document);
void preview_files_finish(preview_files *files);
/* A JSON list of them: what messages call them, and the name that they are asked for by. */
void preview_files_add_json(batch_bytes *json, const preview_files *files);

/* Where the text so named really is now, links resolved; NULL if the document has none of this name, or it has left the spec's
 * folder. To be freed. */
char *preview_file_locate(preview_state *state, const char *name);
/* What messages call it; NULL if there is none. To be freed. */
char *preview_file_named(preview_state *state, const char *name);

enum { PREVIEW_TAG = 64 };
/* What changes whenever the file does: an entity tag (RFC 9110, section 8.8.3). False if it is not there. */
bool preview_file_tag(const char *path, char tag[PREVIEW_TAG]);
/* False with errno. */
bool preview_file_read(const char *path, batch_bytes *bytes);
/* Puts the bytes in the place of the file, whole or not at all. False with errno. */
bool preview_file_write(const char *path, const void *bytes, size_t size);

#endif
