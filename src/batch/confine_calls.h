/* The half of confinement that refuses system calls. */
#ifndef HUI_BATCH_CONFINE_CALLS_H
#define HUI_BATCH_CONFINE_CALLS_H

#include <stdbool.h>

bool confine_calls_known(void); /* the kernel and this processor */
bool confine_calls(void);       /* false: nothing was done */

#endif
