/* Monitors: how often the caller is told, and that it is not asked again once it has cancelled. */
#include "base/monitor.h"

/* Units between two calls: small things are done by the thousand, large ones one by one. */
static size_t stride(hui_stage stage)
{
    switch (stage) {
    case HUI_STAGE_READ:
    case HUI_STAGE_BUILD:
    case HUI_STAGE_STRIPES:
        return 1;
    case HUI_STAGE_LAYOUT:
    case HUI_STAGE_DRAW:
    case HUI_STAGE_ITEMS:
    case HUI_STAGE_PRINT:
        return 64;
    }
    return 1;
}

static bool tell(hui_monitor *monitor)
{
    monitor->told = monitor->done;
    if (!monitor->is_cancelled && !monitor->tell(monitor->closure, monitor->stage, monitor->done, monitor->total))
        monitor->is_cancelled = true;
    return !monitor->is_cancelled;
}

bool hui_monitor_begin(hui_monitor *monitor, hui_stage stage, size_t total)
{
    if (!monitor)
        return true;
    monitor->stage = stage;
    monitor->done = 0;
    monitor->total = total;
    return tell(monitor);
}

/* The last unit is told by the end. */
bool hui_monitor_advance(hui_monitor *monitor, size_t steps)
{
    if (!monitor)
        return true;
    monitor->done += steps;
    if (monitor->total > 0 && monitor->done >= monitor->total)
        monitor->done = monitor->total - 1;
    if (monitor->done - monitor->told < stride(monitor->stage))
        return !monitor->is_cancelled;
    return tell(monitor);
}

bool hui_monitor_ask(hui_monitor *monitor)
{
    return !monitor || tell(monitor);
}

bool hui_monitor_end(hui_monitor *monitor)
{
    if (!monitor)
        return true;
    if (monitor->total == 0)
        monitor->total = monitor->done;
    monitor->done = monitor->total;
    return tell(monitor);
}
