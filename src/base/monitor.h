/* Monitors: work that may take long tells the caller how far it is, and hears whether to go on. */
#ifndef HUI_BASE_MONITOR_H
#define HUI_BASE_MONITOR_H

#include "huibao.h"

/* One call's. Functions take NULL for a monitor where nobody asks, and then say to go on. Used by the caller's thread alone. */
typedef struct hui_monitor {
    hui_progress *tell;
    void *closure;
    hui_stage stage;
    size_t done, total, told;
    bool is_cancelled; /* said once, and never asked again: the call undoes what it did and returns */
} hui_monitor;

/* False from when the caller cancels. `total` of a stage is in the units of hui_stage; 0: not known. */
bool hui_monitor_begin(hui_monitor *monitor, hui_stage stage, size_t total);
bool hui_monitor_advance(hui_monitor *monitor, size_t steps);
/* Tells where it stands once more: between steps that are not counted. */
bool hui_monitor_ask(hui_monitor *monitor);
/* What was not counted is done, too. */
bool hui_monitor_end(hui_monitor *monitor);

static inline bool hui_monitor_is_cancelled(const hui_monitor *monitor) { return monitor && monitor->is_cancelled; }

#endif
