/* Opens libhuibao and looks up what the program calls. */
#include "cli/library.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    size_t offset;
} calls[] = {
#define CALL(name) {"hui_" #name, offsetof(library, name)},
#include "cli/library.inc"
#undef CALL
};

static void fail(void)
{
    fprintf(stderr, "huibao: cannot use the library: %s\n", dlerror());
    exit(HUI_STATUS_SYSTEM);
}

const library *hui(void)
{
    static library opened;
    static bool is_open;
    if (is_open)
        return &opened;
    void *file = dlopen(HUI_LIBRARY, RTLD_LAZY | RTLD_LOCAL);
    if (!file)
        fail();
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        void *symbol = dlsym(file, calls[i].name);
        if (!symbol)
            fail();
        memcpy((char *)&opened + calls[i].offset, &symbol, sizeof symbol);
    }
    is_open = true;
    return &opened;
}
