/* Path data that was written before, kept for the next drawing: most of a poster is as it was when a word of it has
 * changed. */
#ifndef HUI_BACKEND_PATH_MEMO_H
#define HUI_BACKEND_PATH_MEMO_H

#include "backend/backend.h"

hui_path_memo *hui_path_memo_new(void); /* of bounded size */
void hui_path_memo_free(hui_path_memo *memo); /* NULL is fine */

#endif
