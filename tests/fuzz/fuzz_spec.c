/* Fuzz target: any bytes as a spec, through the whole pipeline and every format. With clang and HUIBAO_FUZZ it is a
 * libFuzzer program; otherwise tests/fuzz/replay.c runs it over files. */
#include "draw.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_draw("fuzz.json", data, size);
    return 0;
}
