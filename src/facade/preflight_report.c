/* Reports: what a file is, as a short table. */
#include "facade/preflight_report.h"

#include <math.h>
#include <string.h>

static const char *word(bool is_chinese, const char *english, const char *chinese)
{
    return is_chinese ? chinese : english;
}

const char *hui_preflight_message(hui_arena *arena, const hui_finding *finding, bool is_chinese)
{
    const char *text = finding->message;
    if (finding->page < 1)
        return text;
    text = hui_arena_printf(arena, word(is_chinese, "%s (page %d", "%s（第 %d 页"), text, finding->page);
    if (finding->has_box)
        text = hui_arena_printf(arena,
                                word(is_chinese, "%s, %.0f mm from the left, %.0f mm from the top, %.0f × %.0f mm",
                                     "%s，距左 %.0f 毫米，距上 %.0f 毫米，%.0f × %.0f 毫米"),
                                text, finding->box.x, finding->box.y, finding->box.w, finding->box.h);
    if (finding->count > 1)
        text = hui_arena_printf(
            arena, word(is_chinese, "%s; %zu times in all, this is the worst", "%s；共 %zu 处，此为最严重的一处"), text,
            finding->count);
    return hui_arena_printf(arena, "%s%s", text, word(is_chinese, ")", "）"));
}

/* Two columns; a han is as wide as two letters. */
static void add_label(hui_buffer *out, bool is_chinese, const char *english, const char *chinese)
{
    const char *label = word(is_chinese, english, chinese);
    const int columns = is_chinese ? (int)strlen(label) / 3 * 2 : (int)strlen(label);
    hui_buffer_printf(out, "  %s%*s", label, 12 - columns, "");
}

static bool is_alike(const hui_page_facts *a, const hui_page_facts *b)
{
    static const double slack = 0.05;
    return fabs(a->trim.w - b->trim.w) < slack && fabs(a->trim.h - b->trim.h) < slack && a->has_trim == b->has_trim &&
           a->has_bleed == b->has_bleed && fabs(a->bleed.w - b->bleed.w) < slack;
}

static void add_boxes(hui_buffer *out, const hui_page_facts *facts, bool is_chinese)
{
    hui_buffer_printf(out, word(is_chinese, "%.1f × %.1f mm", "%.1f × %.1f 毫米"), facts->trim.w, facts->trim.h);
    if (!facts->has_trim)
        hui_buffer_add_string(out, word(is_chinese, " (sheet; no TrimBox)", "（整张；无裁切框）"));
    else if (facts->has_bleed)
        hui_buffer_printf(out, word(is_chinese, ", bleed %.1f mm", "，出血 %.1f 毫米"),
                          fmax(0, (facts->bleed.w - facts->trim.w) / 2));
}

static void add_pages(hui_buffer *out, const hui_preflight_result *result)
{
    const hui_preflight_report *report = result->report;
    add_label(out, result->is_chinese, "pages", "页面");
    hui_buffer_printf(out, "%zu: ", report->pages.count);
    size_t kinds = 0;
    for (size_t i = 0; i < report->pages.count && kinds < 4; i++) {
        bool is_known = false;
        for (size_t k = 0; k < i && !is_known; k++)
            is_known = is_alike(&report->pages.at[i], &report->pages.at[k]);
        if (is_known)
            continue;
        hui_buffer_add_string(out, kinds++ > 0 ? "; " : "");
        add_boxes(out, &report->pages.at[i], result->is_chinese);
    }
    hui_buffer_add_char(out, '\n');
}

static void add_fonts(hui_buffer *out, const hui_preflight_result *result)
{
    enum { NAMED = 6 };
    const hui_preflight_report *report = result->report;
    add_label(out, result->is_chinese, "fonts", "字体");
    hui_buffer_printf(out, "%zu", report->fonts.count);
    for (size_t i = 0; i < report->fonts.count && i < NAMED; i++)
        hui_buffer_printf(out, "%s%s%s", i > 0 ? ", " : ": ", report->fonts.at[i].name,
                          report->fonts.at[i].is_embedded ? ""
                                                          : word(result->is_chinese, " (not embedded)", "（未嵌入）"));
    hui_buffer_add_string(out, report->fonts.count > NAMED ? ", …\n" : "\n");
}

static void add_images(hui_buffer *out, const hui_preflight_result *result)
{
    const hui_preflight_report *report = result->report;
    add_label(out, result->is_chinese, "images", "图像");
    hui_buffer_printf(out, "%zu", report->image_count);
    if (report->image_least > 0)
        hui_buffer_printf(out, word(result->is_chinese, ", at least %.0f dpi", "，最低 %.0f dpi"), report->image_least);
    hui_buffer_add_char(out, '\n');
}

static void add_plates(hui_buffer *out, const hui_preflight_result *result)
{
    const hui_preflight_report *report = result->report;
    size_t named = 0;
    add_label(out, result->is_chinese, "plates", "色版");
    for (size_t i = 0; i < report->plates.count; i++) {
        const hui_plate_facts *plate = &report->plates.at[i];
        if (plate->most == 0)
            continue;
        hui_buffer_printf(out, "%s%s", named++ > 0 ? ", " : "", plate->name);
        if (plate->most > 0)
            hui_buffer_printf(out, " %.0f %%", plate->most);
    }
    hui_buffer_add_string(out, named > 0 ? "\n" : "-\n");
}

static const hui_page_facts *find_inkiest(const hui_preflight_report *report)
{
    const hui_page_facts *most = NULL;
    for (size_t i = 0; i < report->pages.count; i++)
        if (report->pages.at[i].has_ink && (!most || report->pages.at[i].ink > most->ink))
            most = &report->pages.at[i];
    return most;
}

static void add_ink(hui_buffer *out, const hui_preflight_result *result)
{
    const hui_preflight_report *report = result->report;
    const hui_page_facts *most = find_inkiest(report);
    add_label(out, result->is_chinese, "ink", "油墨总量");
    if (most)
        hui_buffer_printf(out,
                          word(result->is_chinese,
                               "at most %.0f %% (page %d, %.0f mm from the left, %.0f mm from the top)\n",
                               "最高 %.0f %%（第 %d 页，距左 %.0f 毫米，距上 %.0f 毫米）\n"),
                          most->ink, (int)(most - report->pages.at) + 1, most->ink_at.x, most->ink_at.y);
    else
        hui_buffer_add_string(out, word(result->is_chinese, "not checked\n", "未检查\n"));
}

static void add_verdict(hui_buffer *out, const hui_preflight_result *result)
{
    add_label(out, result->is_chinese, "result", "结果");
    if (result->error_count + result->warning_count == 0)
        hui_buffer_add_string(out, word(result->is_chinese, "good", "合格"));
    else
        hui_buffer_printf(out, word(result->is_chinese, "errors: %zu, warnings: %zu", "错误 %zu 个，警告 %zu 个"),
                          result->error_count, result->warning_count);
    hui_buffer_printf(out, word(result->is_chinese, " by the rules of “%s”\n", "（规则：%s）\n"), result->house);
}

void hui_preflight_write_text(const hui_preflight_result *result, hui_buffer *out)
{
    const hui_preflight_report *report = result->report;
    const bool is_chinese = result->is_chinese;
    hui_buffer_printf(out, "%s\n", result->name);
    if (report->is_readable) {
        add_pages(out, result);
        add_label(out, is_chinese, "standard", "标准");
        hui_buffer_printf(out, "%s (PDF %s)\n", report->standards ? report->standards : word(is_chinese, "none", "无"),
                          report->version);
        add_label(out, is_chinese, "intent", "输出意图");
        hui_buffer_printf(out, "%s%s%s%s\n", report->intent ? report->intent : word(is_chinese, "none", "无"),
                          report->intent_space ? " (" : "", report->intent_space ? report->intent_space : "",
                          report->intent_space ? ")" : "");
        add_fonts(out, result);
        add_images(out, result);
        add_plates(out, result);
        add_ink(out, result);
    }
    add_verdict(out, result);
}
