/* Words that icons are searched by: parts of names, search words, and Chinese words that stand for these. */
#include "icon/icon_words.h"

#include "icon/icon.h"

#include <string.h>

static const struct {
    const char *word, *meanings;
} chinese[] = {
#include "icon/icon_words.inc"
};

enum { CHINESE_COUNT = sizeof chinese / sizeof *chinese };

/* Whether the list has the word as one of its own, parted by any of `gaps`. */
static bool holds_word(const char *list, const char *gaps, const char *word, size_t length)
{
    for (const char *at = list; *at;) {
        const size_t size = strcspn(at, gaps);
        if (size == length && !memcmp(at, word, length))
            return true;
        at += size + (at[size] != 0);
    }
    return false;
}

static int match_meaning(const char *name, const char *tags, const char *meaning, size_t length)
{
    if (strlen(name) == length && !memcmp(name, meaning, length))
        return 3;
    if (holds_word(name, "-", meaning, length) || (strncmp(name, meaning, length) == 0 && name[length] == '-'))
        return 2;
    return holds_word(tags, " ", meaning, length);
}

static int match_meanings(const char *name, const char *tags, const char *meanings)
{
    int best = 0;
    for (const char *at = meanings; *at && best < 3;) {
        const size_t length = strcspn(at, " ");
        const int match = match_meaning(name, tags, at, length);
        best = match > best ? match : best;
        at += length + (at[length] != 0);
    }
    return best;
}

static int match_chinese(const char *name, const char *tags, const char *word)
{
    int best = 0;
    for (size_t i = 0; i < CHINESE_COUNT; i++) {
        if (!strstr(chinese[i].word, word) && !strstr(word, chinese[i].word))
            continue;
        const int match = match_meanings(name, tags, chinese[i].meanings);
        best = match > best ? match : best;
    }
    return best;
}

static int match(const char *name, const char *tags, const char *word)
{
    if ((unsigned char)word[0] >= 0x80)
        return match_chinese(name, tags, word);
    return !strcmp(name, word) ? 3 : strstr(name, word) ? 2 : strstr(tags, word) != NULL;
}

int hui_icon_match(size_t index, const char *word)
{
    return match(hui_icon_name(index), hui_icon_tags(index), word);
}

const char *hui_icon_best(const char *word)
{
    const char *found = NULL;
    int best = 0;
    for (size_t i = 0; i < hui_icon_count() && best < 3; i++) {
        const int fits = hui_icon_match(i, word);
        if (fits > best) {
            best = fits;
            found = hui_icon_name(i);
        }
    }
    return found;
}
