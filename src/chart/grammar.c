/* Grammar: the tables made from Vega-Lite's schema, and looking into them. */
#include "chart/grammar.h"

#include <string.h>

/* The rows' own words for what properties take. */
enum {
    NUMBER = HUI_TAKES_NUMBER,
    STRING = HUI_TAKES_STRING,
    WORD = HUI_TAKES_WORD,
    BOOLEAN = HUI_TAKES_BOOLEAN,
    NIL = HUI_TAKES_NIL,
    OBJECT = HUI_TAKES_OBJECT,
    ARRAY = HUI_TAKES_ARRAY,
    EXPRESSION = HUI_TAKES_EXPRESSION,
    DATE = HUI_TAKES_DATE,
    OF_NUMBER = NUMBER << HUI_TAKES_SHIFT,
    OF_STRING = STRING << HUI_TAKES_SHIFT,
    OF_WORD = WORD << HUI_TAKES_SHIFT,
    OF_BOOLEAN = BOOLEAN << HUI_TAKES_SHIFT,
    OF_NIL = NIL << HUI_TAKES_SHIFT,
    OF_OBJECT = OBJECT << HUI_TAKES_SHIFT,
    OF_ARRAY = ARRAY << HUI_TAKES_SHIFT,
    OF_EXPRESSION = EXPRESSION << HUI_TAKES_SHIFT,
    OF_DATE = DATE << HUI_TAKES_SHIFT,
    REQUIRED = HUI_TAKES_REQUIRED,
    ANY_CASE = HUI_TAKES_ANY_CASE,
    KINDS = NUMBER | STRING | BOOLEAN | NIL | OBJECT | ARRAY,
    ANYTHING = KINDS | KINDS << HUI_TAKES_SHIFT
};

#define NO_WORDS NULL

#define WORDS(id, words) static const char words_##id[] = words;
#define OBJECT(id, name) static const hui_grammar_row rows_##id[] = {
#define ROW(name, takes, words, object) {name, takes, words, HUI_GRAMMAR_##object},
#define END \
    }       \
    ;
#include "chart/grammar_rows.inc"
#undef WORDS
#undef OBJECT
#undef ROW
#undef END

const hui_grammar_object hui_grammar[HUI_GRAMMAR_COUNT] = {
#define WORDS(id, words)
#define OBJECT(id, name) {name, rows_##id, sizeof rows_##id / sizeof *rows_##id},
#define ROW(name, takes, words, object)
#define END
#include "chart/grammar_rows.inc"
#undef WORDS
#undef OBJECT
#undef ROW
#undef END
};

const hui_grammar_row *hui_grammar_find(hui_grammar_id object, const char *property)
{
    const hui_grammar_row *rest = NULL;
    for (size_t i = 0; i < hui_grammar[object].count; i++) {
        const hui_grammar_row *row = &hui_grammar[object].rows[i];
        if (!strcmp(row->name, property))
            return row;
        if (!strcmp(row->name, "*"))
            rest = row;
    }
    return rest;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_word(const char *a, const char *b, size_t length, bool any_case)
{
    for (size_t i = 0; i < length; i++)
        if (a[i] != b[i] && (!any_case || lower(a[i]) != lower(b[i])))
            return false;
    return true;
}

const char *hui_words_of_ours(const char *words)
{
    static const struct {
        const char *words, *ours;
    } added[] = {{words_scale_scheme, "okabeito"}};
    for (size_t i = 0; i < sizeof added / sizeof *added; i++)
        if (added[i].words == words)
            return added[i].ours;
    return "";
}

static bool list_has(const char *words, const char *word, bool any_case)
{
    const size_t length = strlen(word);
    while (words && *words) {
        const size_t size = strcspn(words, " ");
        if (size == length && is_word(words, word, length, any_case))
            return true;
        words += size;
        words += *words == ' ';
    }
    return false;
}

bool hui_words_have(const char *words, const char *word, bool any_case)
{
    return list_has(words, word, any_case) || list_has(hui_words_of_ours(words), word, any_case);
}

bool hui_grammar_is_transform(hui_grammar_id object)
{
    static const char suffix[] = " transform";
    const char *name = hui_grammar[object].name;
    const size_t length = strlen(name), end = sizeof suffix - 1;
    return length > end && !strcmp(name + length - end, suffix);
}
