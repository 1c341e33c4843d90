/* A figure with what belongs to it: panel `kpi`, and the item of `kpi-row`. */
#ifndef HUI_PANEL_KPI_H
#define HUI_PANEL_KPI_H

#include "panel/part.h"

typedef struct hui_kpi_change {
    hui_string label, value;
    int trend;
} hui_kpi_change;

typedef struct hui_kpi {
    hui_string label, prefix, value, unit, rank, note, icon;
    const hui_kpi_change *change;
    int trend, size, layout, align;
} hui_kpi;

extern const hui_record hui_kpi_record;

hui_box *hui_kpi_box(const hui_build *build, const hui_kpi *kpi);

#endif
