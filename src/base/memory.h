/* Memory that must be there: where there is none the program ends, with a message. */
#ifndef HUI_BASE_MEMORY_H
#define HUI_BASE_MEMORY_H

#include <stddef.h>

void *hui_memory_new(size_t size);    /* its bytes are not set */
void *hui_memory_zeroed(size_t size); /* its bytes are 0 */
void *hui_memory_resize(void *memory, size_t size);
_Noreturn void hui_memory_end(void); /* for memory that a library was asked for */

#endif
