/* Lone characters: last lines of one han (clreq, section 3.1.6: 孤字). */
#include "base/utf8.h"
#include "lint/look.h"

/* Marks may stand beside it. */
static bool is_mark(uint32_t code)
{
    const bool is_ascii_mark =
        code < 0x80 && !((code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z'));
    return is_ascii_mark || (code >= 0x2000 && code < 0x2070) || (code >= 0x3000 && code < 0x3040) ||
           (code >= 0xFF00 && code < 0xFF10) || (code >= 0xFF1A && code < 0xFF21) ||
           (code >= 0xFF3B && code < 0xFF41) || (code >= 0xFF5B && code < 0xFF66);
}

/* Characters of the line that are no marks, up to 2; stores the last. */
static int count_characters(const hui_line *line, uint32_t *last)
{
    int count = 0;
    for (size_t i = 0; i < line->run_count; i++) {
        const char *at = line->runs[i].text, *const end = at + line->runs[i].text_size;
        while (line->runs[i].text_size && at < end && count < 2) {
            const uint32_t code = hui_utf8_next(&at);
            if (is_mark(code))
                continue;
            *last = code;
            count++;
        }
    }
    return count;
}

static void check_line(hui_lint_check *check, const hui_lint_line *line)
{
    const hui_line *all = line->item->text.lines->at, *last = line->line;
    uint32_t code = 0, other;
    const bool is_last = last->ends_paragraph && last > all && !last[-1].ends_paragraph;
    const bool is_upright = is_last && count_characters(&last[-1], &other) == 1; /* one below the other, as on tabs */
    if (is_last && !is_upright && count_characters(last, &code) == 1 && hui_utf8_is_cjk(code))
        hui_lint_add(check, HUI_LINT_LONE, line->panel, line->box, line->size, hui_lint_quote(check->arena, last));
}

void hui_lint_lone_characters(hui_lint_check *check)
{
    if (!hui_lint_applies(check, HUI_LINT_LONE))
        return;
    for (size_t i = 0; i < check->page->lines.count; i++)
        check_line(check, &check->page->lines.at[i]);
}
