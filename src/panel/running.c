/* Running lines: texts at the left, in the middle and at the right, with the page's number in them. */
#include "panel/running.h"

#include "panel/part.h"

#include <string.h>

/* A title is plain text, and the line Markdown: what has a meaning there is escaped. */
static void add_plain(hui_buffer *out, const char *text)
{
    for (; text && *text; text++) {
        if (strchr("\\`*_[]<>|^~&", *text))
            hui_buffer_add_char(out, '\\');
        hui_buffer_add_char(out, *text);
    }
}

/* Returns what follows the placeholder at `at`, or NULL if there is none. */
static const char *add_placeholder(hui_buffer *out, const char *at, hui_page_number page, const char *title)
{
    static const char *const words[] = {"{page}", "{pages}", "{title}"};
    size_t i = 0;
    while (i < sizeof words / sizeof *words && strncmp(at, words[i], strlen(words[i])) != 0)
        i++;
    if (i == sizeof words / sizeof *words)
        return NULL;
    if (i == 2)
        add_plain(out, title);
    else
        hui_buffer_printf(out, "%d", i ? page.count : page.number);
    return at + strlen(words[i]);
}

static hui_string fill_in(const hui_build *b, hui_string line, hui_page_number page, const char *title)
{
    hui_buffer out = {0};
    for (const char *at = line.text; at && *at;) {
        const char *next = *at == '{' ? add_placeholder(&out, at, page, title) : NULL;
        if (!next)
            hui_buffer_add_char(&out, *at++);
        else
            at = next;
    }
    line.text = out.size ? hui_arena_string_n(b->arena, out.bytes, out.size) : NULL;
    hui_buffer_finish(&out);
    return line;
}

/* Of three equal parts, so that the middle one stands in the page's middle. */
static hui_box *part(const hui_build *b, hui_string text, hui_text_align align)
{
    hui_box *words = hui_part_text(
        b, text,
        (hui_text_look){.type = HUI_TYPE_NOTE, .color = hui_inks_of(b).secondary, .align = align, .kind = "running"});
    hui_box *cell = hui_grow(hui_box_column(b, 0));
    if (!words)
        return cell;
    hui_place *place = HUI_NEW(b->arena, hui_place);
    *place = text.place;
    hui_box_look(b, cell)->is_group = true;
    hui_box_look(b, cell)->group.place = place;
    hui_box_add(cell, words);
    return cell;
}

static bool is_empty(hui_string text)
{
    return !text.text || !*text.text;
}

hui_box *hui_running_build(const hui_build *b, const hui_running *line, hui_page_number page, const char *title)
{
    if (!line)
        return NULL;
    const hui_string texts[] = {line->start, line->center, line->end};
    static const hui_text_align aligns[] = {HUI_TEXT_START, HUI_TEXT_CENTER, HUI_TEXT_END};
    hui_box *row = hui_box_row(b, 0, HUI_ALIGN_BASELINE);
    hui_look_role(hui_box_look(b, row), HUI_ROLE_ARTIFACT, "running");
    for (int i = 0; i < 3; i++)
        if (!is_empty(texts[i]) || !is_empty(texts[1])) /* with no middle, the sides share the line */
            hui_box_add(row, part(b, fill_in(b, texts[i], page, title), aligns[i]));
    hui_box_layout(b->arena, row, b->page_width - 2 * b->margin, NULL, NULL, NULL);
    return row;
}
