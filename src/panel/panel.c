/* The table of panel types. */
#include "panel/panel.h"

#define HUI_PANEL(symbol) extern const hui_panel_kind hui_panel_##symbol;
#include "panel/panel_kinds.inc"
#undef HUI_PANEL

const hui_panel_kind *const hui_panel_kinds[] = {
#define HUI_PANEL(symbol) &hui_panel_##symbol,
#include "panel/panel_kinds.inc"
#undef HUI_PANEL
};
const size_t hui_panel_kind_count = sizeof hui_panel_kinds / sizeof *hui_panel_kinds;
