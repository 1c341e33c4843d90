/* Normalising: what Vega-Lite offers for convenience is written out in its own basic terms, JSON → JSON. */
#ifndef HUI_CHART_NORMALIZE_H
#define HUI_CHART_NORMALIZE_H

#include "json/json.h"

/* Rewrites a spec (and all specs in it) as Vega-Lite's normalizer does (vega-lite/src/normalize, src/compositemark):
 * - encodings row, column, facet become a facet operator around the unit or layer;
 * - repeat becomes concat (or layer, for repeat.layer), {"repeat": …} references in encodings replaced, children named
 *   for their fields;
 * - boxplot, errorbar, errorband become layers with transforms;
 * - line and area marks with point or line become layers (path overlays), from mark and config;
 * - ranged and datum shorthands: x2/y2 of rule, area with a continuous line, "yearmonth" of binned units, …;
 * - selections (params with select) stay in `params` untouched: the reader drops them.
 * `config` is the spec's config merged into the defaults. New values keep the places of those they were made from, so that
 * diagnostics point into the file. The result shares unchanged values with the input. NULL after a diagnostic. */
const hui_json *hui_spec_normalize(hui_arena *arena, const hui_json *spec, const hui_json *config, hui_diags *diags);

#endif
