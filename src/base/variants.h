/* Variants of a function for newer processors, among which the program chooses as it starts. */
#ifndef HUI_BASE_VARIANTS_H
#define HUI_BASE_VARIANTS_H

#include <stdint.h> /* tells the library, too */

/* Before a function of whole numbers that takes much of the time, with all that it calls of its file. GCC makes them, for x86-64
 * and the GNU C library; elsewhere there is the one. */
#if defined __GNUC__ && !defined __clang__ && defined __x86_64__ && defined __GLIBC__ && !defined __SANITIZE_ADDRESS__ && \
    !defined __SANITIZE_THREAD__
#define HUI_VARIANTS __attribute__((target_clones("arch=x86-64-v3", "default"), flatten))
#else
#define HUI_VARIANTS
#endif

#endif
