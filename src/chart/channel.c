/* Channels: their words, traits and kin. */
#include "chart/view.h"

#include <string.h>

typedef struct channel_row {
    const char *word;
    unsigned traits;
} channel_row;

static const channel_row rows[] = {
#define HUI_CHANNEL(NAME, word, traits) {word, traits},
#include "chart/channels.inc"
#undef HUI_CHANNEL
};

/* main, second, offset */
static const hui_channel kin[][3] = {
    {HUI_CHANNEL_X, HUI_CHANNEL_X2, HUI_CHANNEL_XOFFSET},
    {HUI_CHANNEL_Y, HUI_CHANNEL_Y2, HUI_CHANNEL_YOFFSET},
    {HUI_CHANNEL_THETA, HUI_CHANNEL_THETA2, HUI_CHANNEL_NONE},
    {HUI_CHANNEL_RADIUS, HUI_CHANNEL_RADIUS2, HUI_CHANNEL_NONE},
    {HUI_CHANNEL_LATITUDE, HUI_CHANNEL_LATITUDE2, HUI_CHANNEL_NONE},
    {HUI_CHANNEL_LONGITUDE, HUI_CHANNEL_LONGITUDE2, HUI_CHANNEL_NONE},
};

const char *hui_channel_word(hui_channel channel)
{
    return rows[channel].word;
}

hui_channel hui_channel_find(const char *word)
{
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++)
        if (!strcmp(rows[i].word, word))
            return (hui_channel)i;
    return HUI_CHANNEL_NONE;
}

unsigned hui_channel_traits(hui_channel channel)
{
    return rows[channel].traits;
}

hui_channel hui_channel_second(hui_channel channel)
{
    for (size_t i = 0; i < sizeof kin / sizeof *kin; i++)
        if (kin[i][0] == channel)
            return kin[i][1];
    return HUI_CHANNEL_NONE;
}

hui_channel hui_channel_main(hui_channel channel)
{
    for (size_t i = 0; i < sizeof kin / sizeof *kin; i++)
        if (kin[i][1] == channel)
            return kin[i][0];
    return channel;
}

hui_channel hui_channel_offset(hui_channel channel)
{
    for (size_t i = 0; i < sizeof kin / sizeof *kin; i++)
        if (kin[i][0] == channel)
            return kin[i][2];
    return HUI_CHANNEL_NONE;
}
