/* Fuzz target: any bytes as a chart of its own, a spec in Vega-Lite, through every format. */
#include "draw.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_draw("fuzz.vl.json", data, size);
    return 0;
}
