/* Checking: every property of a Vega-Lite spec is known, supported and of the right kind, before anything is drawn. */
#ifndef HUI_CHART_CHECK_H
#define HUI_CHART_CHECK_H

#include "base/buffer.h"
#include "json/json.h"

/* Walks the whole spec by tables of Vega-Lite's objects (unit, layer, concat, facet, repeat, mark, channel definitions, axis,
 * legend, scale, transforms, config, …). A property that Vega-Lite does not have is `unknown-key` with the nearest word
 * as a hint; one that it has and huibao does not support is `unsupported` with the reason, or with `lenient` the warning
 * `ignored`; a word that is not among those a property takes is `unknown-value`; a wrong kind of value is `wrong-type`. */
void hui_spec_check(hui_arena *arena, const hui_json *spec, bool lenient, hui_diags *diags);
/* Named data of a poster: an object of data objects, or of arrays of rows. */
void hui_datasets_check(hui_arena *arena, const hui_json *datasets, bool lenient, hui_diags *diags);

/* What is supported, property by property, in Markdown (specs/vega-lite.md). */
void hui_spec_support_write(hui_buffer *out);

#endif
