/* Confinement: what a process may do from now on, kept by the kernel and not to be undone. Files by Landlock, system calls by a
 * seccomp filter. Nothing but Linux has these. */
#ifndef HUI_BATCH_CONFINE_H
#define HUI_BATCH_CONFINE_H

#include <stddef.h>

enum {
    BATCH_CONFINE_FILES = 1 << 0, /* only what is named can be opened */
    BATCH_CONFINE_CALLS = 1 << 1, /* no new sockets, connections, programs, processes; signals to itself alone */
    BATCH_CONFINE_ALL = BATCH_CONFINE_FILES | BATCH_CONFINE_CALLS,
};

typedef struct batch_confinement {
    const char *const *readable; /* files, and folders with all that is in them; those that are not there are passed over */
    size_t readable_count;
    const char *const *writable; /* folders in which regular files may be made, written, renamed and removed, not read */
    size_t writable_count;
} batch_confinement;

/* What this kernel can. */
unsigned batch_confine_ability(void);
/* Closes every file but standard error and `kept` (standard input and output become /dev/null), and confines the process with all
 * its threads to come. Returns what holds now; called once, before there is a second thread. */
unsigned batch_confine(const batch_confinement *to, int kept);

#endif
