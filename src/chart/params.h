/* Parameters of a chart, and values of the spec that are expressions of them. For the files of chart/ only. */
#ifndef HUI_CHART_PARAMS_H
#define HUI_CHART_PARAMS_H

#include "chart/view.h"

/* Reads the `params` of a spec and all views in it: values and expressions; selections have none. */
void hui_chart_read_params(hui_charting *chart, const hui_json *spec);
/* The JSON with each {"expr": …} (or {"signal": …}) that depends on parameters alone replaced by its value. Those of the
 * datum and of the plot's size stay. */
const hui_json *hui_chart_resolve(hui_charting *chart, const hui_json *json);

/* An expression of a spec; NULL, after a diagnostic, if it cannot be read or names what is no parameter. */
const hui_expr *hui_chart_expr(hui_charting *chart, const char *text, hui_place place);
/* A condition's test or selection, checked like it. */
const hui_predicate *hui_chart_predicate(hui_charting *chart, const hui_json *json);

#endif
