/* Fuzz target: any bytes as a PDF through all rules of preflight but ink. With clang and HUIBAO_FUZZ it is a libFuzzer program;
 * otherwise tests/fuzz/replay.c runs it over files. */
#include "base/buffer.h"
#include "preflight/preflight.h"

#include <stdint.h>
#include <stdlib.h>

extern const hui_print_module hui_print_module_exported;
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const hui_place *locate(void *closure, int page, hui_rect box, double width, double height)
{
    if (page < 1 || !(box.w >= 0) || !(box.h >= 0) || !(width > 0) || !(height > 0)) /* or not a number */
        abort();
    return closure;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hui_arena *arena = hui_arena_new();
    hui_preflight_report report;
    const hui_preflight_request request = {
        .house = (hui_house)(size % HUI_HOUSE_COUNT), .is_chinese = size % 2, .locate = locate};
    hui_print_module_exported.preflight(arena, data, size, &request, &report);
    for (size_t i = 0; i < report.findings.count; i++)
        if (!report.findings.at[i].message || !report.findings.at[i].hint || report.findings.at[i].count < 1)
            abort();
    hui_arena_free(arena);
    return 0;
}
