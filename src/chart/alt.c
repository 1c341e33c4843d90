/* Alternative texts. */
#include "chart/alt.h"

const char *hui_chart_alt(hui_charting *chart, const hui_view *root)
{
    (void)chart;
    (void)root;
    return "";
}
