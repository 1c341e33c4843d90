/* How calls end, for the facade alone. */
#ifndef HUI_FACADE_STATUS_H
#define HUI_FACADE_STATUS_H

#include "base/diag.h"

/* The worst of the diagnostics from index `first` on. */
hui_status hui_diags_status(const hui_diags *diags, size_t first);

#endif
