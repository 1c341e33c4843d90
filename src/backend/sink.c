/* Sinks: where a backend's bytes go. */
#include "backend/backend.h"

static bool write_to_buffer(void *closure, const void *bytes, size_t size)
{
    hui_buffer_add(closure, bytes, size);
    return true;
}

hui_sink hui_sink_buffer(hui_buffer *buffer)
{
    return (hui_sink){write_to_buffer, buffer};
}
