/* How calls end, by what was reported. */
#include "facade/status.h"

#include <string.h>

/* An error that stands in no file is the system's when it is about a file or the fonts. */
static hui_status diagnostic_status(const hui_diagnostic *diagnostic)
{
    static const hui_code of_the_system[] = {HUI_CODE_UNREADABLE_FILE, HUI_CODE_BAD_FONT, HUI_CODE_CANNOT_WRITE,
                                             HUI_CODE_NO_PRINT_MODULE};
    if (diagnostic->severity != HUI_SEVERITY_ERROR)
        return HUI_STATUS_OK;
    for (size_t i = 0; i < sizeof of_the_system / sizeof *of_the_system; i++)
        if (diagnostic->line == 0 && strcmp(diagnostic->code, hui_code_word(of_the_system[i])) == 0)
            return HUI_STATUS_SYSTEM;
    return HUI_STATUS_INPUT;
}

hui_status hui_diags_status(const hui_diags *diags, size_t first)
{
    hui_status worst = HUI_STATUS_OK;
    for (size_t i = first; i < diags->count; i++)
        if (diagnostic_status(&diags->at[i]) > worst)
            worst = diagnostic_status(&diags->at[i]);
    return worst;
}
