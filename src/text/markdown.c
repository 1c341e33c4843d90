/* Inline Markdown as spans: cmark reads it, guarded so that block syntax means nothing and ** works next to han. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/text.h"

#include <cmark.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

/* Every line handed to cmark begins with a guard, a punctuation mark that nobody writes (Old South Arabian numeric
 * indicator), so no line can begin a block. Guards are also put beside ** where CommonMark's flanking rule (0.30,
 * section 6.2), made for languages with spaces, would not see 荣获**“世界乳业”**称号 as strong. All guards are dropped
 * from what cmark returns. */
#define GUARD "\U00010A7F"
#define GUARD_CODE 0x10A7Fu
#define ALLOWED_BREAK "\u200B"

static bool is_punctuation(uint32_t c)
{
    if (c < 0x80)
        return g_ascii_ispunct((gchar)c);
    switch ((int)g_unichar_type(c)) {
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
        return true;
    default:
        return false;
    }
}

static bool is_blank(uint32_t c)
{
    return c == 0 || g_unichar_isspace(c);
}

/* Copies the run of asterisks at `at`, guarded so that it may open and close beside punctuation too. A single one is
 * left alone between letters and figures, where it means "times". */
static const char *guard_asterisks(hui_buffer *out, const char *at, uint32_t before)
{
    size_t length = strspn(at, "*");
    const char *next = at + length;
    uint32_t after = *next == '|' ? 0x200B : *next ? hui_utf8_next(&next) : 0;
    bool strong = length > 1;
    bool word_before = !is_blank(before) && !is_punctuation(before) && (strong || hui_utf8_is_cjk(before));
    bool word_after = !is_blank(after) && !is_punctuation(after) && (strong || hui_utf8_is_cjk(after));
    if (word_before && !is_blank(after) && is_punctuation(after))
        hui_buffer_add_string(out, GUARD);
    hui_buffer_add(out, at, length);
    if (word_after && !is_blank(before) && is_punctuation(before))
        hui_buffer_add_string(out, GUARD);
    return at + length;
}

static void guard(hui_buffer *out, const char *text)
{
    hui_buffer_add_string(out, GUARD);
    uint32_t before = GUARD_CODE;
    while (*text) {
        if (*text == '\\' && text[1] && (unsigned char)text[1] < 0x80 && text[1] != '\n') {
            hui_buffer_add(out, text, 2);
            before = (uint32_t)text[1];
            text += 2;
        } else if (*text == '*') {
            text = guard_asterisks(out, text, before);
            before = '*';
        } else if (*text == '|') {
            hui_buffer_add_string(out, ALLOWED_BREAK);
            before = 0x200B;
            text++;
        } else if (*text == '\r') { /* a line's end as in files of other systems */
            text++;
            if (*text != '\n')
                hui_buffer_add_string(out, "\n" GUARD);
            before = '\n';
        } else {
            const char *start = text;
            before = hui_utf8_next(&text);
            hui_buffer_add(out, start, (size_t)(text - start));
            if (before == '\n')
                hui_buffer_add_string(out, GUARD);
        }
    }
}

/* cmark's string without guards; in code and addresses a bar is no allowed break. */
static char *unguard(hui_arena *arena, const char *text, bool bars)
{
    char *copy = hui_arena_string(arena, text ? text : "");
    char *to = copy;
    for (const char *from = copy; *from;) {
        if (strncmp(from, GUARD, strlen(GUARD)) == 0) {
            from += strlen(GUARD);
        } else if (bars && strncmp(from, ALLOWED_BREAK, strlen(ALLOWED_BREAK)) == 0) {
            from += strlen(ALLOWED_BREAK);
            *to++ = '|';
        } else {
            *to++ = *from++;
        }
    }
    *to = '\0';
    return copy;
}

struct reader {
    hui_arena *arena;
    HUI_VEC(hui_span) spans;
    hui_span open;   /* what the next span will be */
    hui_buffer text; /* of it, so far */
    int strong, emphasis;
    const char *link;
};

static void end_span(struct reader *reader)
{
    if (!reader->text.size)
        return;
    reader->open.text = hui_arena_string_n(reader->arena, reader->text.bytes, reader->text.size);
    *hui_vec_push(reader->arena, &reader->spans) = reader->open;
    reader->text.size = 0;
}

/* cmark has a node for every mark that means nothing: those alike become one span. */
static void add_text(struct reader *reader, const char *text, bool code)
{
    const hui_span span = {
        .strong = reader->strong > 0, .emphasis = reader->emphasis > 0, .code = code, .link = reader->link};
    const hui_span *open = &reader->open;
    if (!*text)
        return;
    if (open->strong != span.strong || open->emphasis != span.emphasis || open->code != code ||
        open->link != span.link) {
        end_span(reader);
        reader->open = span;
    }
    hui_buffer_add_string(&reader->text, text);
}

static void read_node(struct reader *reader, cmark_node *node, bool enter)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_STRONG:
        reader->strong += enter ? 1 : -1;
        break;
    case CMARK_NODE_EMPH:
        reader->emphasis += enter ? 1 : -1;
        break;
    case CMARK_NODE_LINK:
        reader->link = enter ? unguard(reader->arena, cmark_node_get_url(node), true) : NULL;
        break;
    case CMARK_NODE_CODE:
        add_text(reader, unguard(reader->arena, cmark_node_get_literal(node), true), true);
        break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
        add_text(reader, unguard(reader->arena, cmark_node_get_literal(node), false), false);
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        add_text(reader, "\n", false);
        break;
    default: /* document, paragraph, and an image, of which the alt text inside is read */
        break;
    }
}

hui_spans hui_markdown_read(hui_arena *arena, const char *markdown)
{
    struct reader reader = {.arena = arena};
    if (!markdown || !*markdown)
        return (hui_spans){0};
    hui_buffer guarded = {0};
    guard(&guarded, markdown);
    cmark_node *root = cmark_parse_document(guarded.bytes, guarded.size, CMARK_OPT_DEFAULT);
    hui_buffer_finish(&guarded);
    cmark_iter *nodes = cmark_iter_new(root);
    for (cmark_event_type event; (event = cmark_iter_next(nodes)) != CMARK_EVENT_DONE;)
        read_node(&reader, cmark_iter_get_node(nodes), event == CMARK_EVENT_ENTER);
    end_span(&reader);
    hui_buffer_finish(&reader.text);
    cmark_iter_free(nodes);
    cmark_node_free(root);
    return (hui_spans){reader.spans.at, reader.spans.count};
}

/* A forced break in running text: nothing between han, a space between words. */
static void add_plain(hui_buffer *plain, const char *text, uint32_t *last)
{
    while (*text) {
        const char *start = text;
        const uint32_t c = hui_utf8_next(&text);
        if (c == 0x200B)
            continue;
        if (c != '\n') {
            hui_buffer_add(plain, start, (size_t)(text - start));
            *last = c;
        } else if (!hui_utf8_is_cjk(*last) && *last != ' ') {
            hui_buffer_add_char(plain, ' ');
            *last = ' ';
        }
    }
}

char *hui_markdown_plain(hui_arena *arena, const char *markdown)
{
    hui_spans spans = hui_markdown_read(arena, markdown);
    hui_buffer plain = {0};
    uint32_t last = ' ';
    for (size_t i = 0; i < spans.count; i++)
        add_plain(&plain, spans.at[i].text, &last);
    char *copy = hui_arena_string_n(arena, plain.bytes ? plain.bytes : "", plain.size);
    hui_buffer_finish(&plain);
    return copy;
}
