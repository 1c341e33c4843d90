/* Fuzz target: any text as the inline Markdown of texts, read, shaped without fonts, and set at several widths. */
#include "text.h"

#include "text/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void set(hui_arena *arena, hui_fonts *fonts, hui_spans spans, size_t variant, hui_diags *diags)
{
    const hui_text_style style = {.size = 20,
                                  .weight = 400,
                                  .line_height = 30,
                                  .align = (hui_text_align)(variant % 4),
                                  .balance = variant & 4,
                                  .nowrap = variant & 8,
                                  .plain = variant & 16,
                                  .keep_spaces = variant & 32,
                                  .strong_scale = variant & 64 ? 1.5 : 1};
    const hui_text *text = hui_text_new(arena, fonts, &style, spans, (hui_place){0}, diags);
    const double widths[] = {0, 70, 700, hui_text_min_width(text), hui_text_max_width(text)};
    if (!(widths[3] >= 0) || !(widths[4] >= widths[3] - 0.01))
        abort();
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        const hui_lines *lines = hui_text_compose(text, widths[i]);
        if (!(lines->height >= 0) || !hui_lines_string(arena, lines))
            abort();
    }
}

static void check_spans(hui_spans spans)
{
    for (size_t i = 0; i < spans.count; i++)
        if (!*spans.at[i].text ||
            hui_utf8_find_invalid(spans.at[i].text, strlen(spans.at[i].text)) != strlen(spans.at[i].text))
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    hui_arena *arena = hui_arena_new();
    hui_diags *diags = hui_diags_new(arena);
    hui_fonts *fonts = hui_fonts_new(&(hui_fonts_options){.fixed = true}, diags);
    const hui_spans spans = hui_markdown_read(arena, text);
    check_spans(spans);
    if (strpbrk(hui_markdown_plain(arena, text), "\n\r"))
        abort();
    set(arena, fonts, spans, size, diags);
    hui_fonts_free(fonts);
    hui_arena_free(arena);
    free(text);
    return 0;
}
