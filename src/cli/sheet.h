/* Contact sheets: a spec made on the fly, drawn like any other. */
#ifndef HUI_CLI_SHEET_H
#define HUI_CLI_SHEET_H

#include "cli/command.h"

/* Draws the icons with their names into the call's output. */
hui_status sheet_of_icons(hui_context *context, const cli_call *call, const char *const *icons, size_t count);
/* Draws each theme on the same panels. */
hui_status sheet_of_themes(hui_context *context, const cli_call *call);

#endif
