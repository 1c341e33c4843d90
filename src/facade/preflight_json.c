/* Reports as JSON: one object on one line. Lengths are mm. */
#include "facade/json_text.h"
#include "facade/preflight_report.h"

#include <string.h>

static void add_key(hui_buffer *out, const char *key)
{
    if (out->size > 0 && !strchr("{[", out->bytes[out->size - 1]))
        hui_buffer_add_char(out, ',');
    if (key)
        hui_buffer_printf(out, "\"%s\":", key);
}

static void add_text(hui_buffer *out, const char *key, const char *text)
{
    add_key(out, key);
    if (text)
        hui_json_text_add(out, text);
    else
        hui_buffer_add_string(out, "null");
}

static void add_number(hui_buffer *out, const char *key, double number)
{
    add_key(out, key);
    hui_buffer_add_number(out, number, 2);
}

static void add_bool(hui_buffer *out, const char *key, bool is)
{
    add_key(out, key);
    hui_buffer_add_string(out, is ? "true" : "false");
}

static void begin(hui_buffer *out, const char *key, char bracket)
{
    add_key(out, key);
    hui_buffer_add_char(out, bracket);
}

static void add_box(hui_buffer *out, const char *key, hui_rect box)
{
    begin(out, key, '{');
    add_number(out, "x", box.x);
    add_number(out, "y", box.y);
    add_number(out, "width", box.w);
    add_number(out, "height", box.h);
    hui_buffer_add_char(out, '}');
}

static void add_page(hui_buffer *out, const hui_page_facts *page)
{
    begin(out, NULL, '{');
    add_box(out, "mediaBox", page->media);
    if (page->has_trim)
        add_box(out, "trimBox", page->trim);
    if (page->has_bleed)
        add_box(out, "bleedBox", page->bleed);
    if (page->has_ink) {
        begin(out, "ink", '{');
        add_number(out, "most", page->ink);
        add_number(out, "x", page->ink_at.x);
        add_number(out, "y", page->ink_at.y);
        hui_buffer_add_char(out, '}');
    }
    hui_buffer_add_char(out, '}');
}

static void add_font(hui_buffer *out, const hui_font_facts *font)
{
    begin(out, NULL, '{');
    add_text(out, "name", font->name);
    add_text(out, "type", font->kind);
    add_bool(out, "embedded", font->is_embedded);
    hui_buffer_add_char(out, '}');
}

static void add_plate(hui_buffer *out, const hui_plate_facts *plate)
{
    begin(out, NULL, '{');
    add_text(out, "name", plate->name);
    if (plate->most >= 0)
        add_number(out, "most", plate->most);
    hui_buffer_add_char(out, '}');
}

static void add_facts(hui_buffer *out, const hui_preflight_report *report)
{
    begin(out, "facts", '{');
    add_text(out, "version", report->version);
    add_text(out, "standards", report->standards);
    add_text(out, "outputIntent", report->intent);
    add_text(out, "outputIntentSpace", report->intent_space);
    begin(out, "pages", '[');
    for (size_t i = 0; i < report->pages.count; i++)
        add_page(out, &report->pages.at[i]);
    hui_buffer_add_string(out, "]");
    begin(out, "fonts", '[');
    for (size_t i = 0; i < report->fonts.count; i++)
        add_font(out, &report->fonts.at[i]);
    hui_buffer_add_string(out, "]");
    add_number(out, "images", (double)report->image_count);
    if (report->image_least > 0)
        add_number(out, "imagesLeastDpi", report->image_least);
    begin(out, "plates", '[');
    for (size_t i = 0; i < report->plates.count; i++)
        add_plate(out, &report->plates.at[i]);
    hui_buffer_add_string(out, "]}");
}

static void add_finding(hui_buffer *out, const hui_finding *finding)
{
    begin(out, NULL, '{');
    add_text(out, "rule", finding->word);
    add_text(out, "severity", finding->severity == HUI_SEVERITY_ERROR ? "error" : "warning");
    if (finding->page > 0)
        add_number(out, "page", finding->page);
    if (finding->has_box)
        add_box(out, "box", finding->box);
    add_number(out, "count", (double)finding->count);
    if (finding->place) {
        add_text(out, "file", finding->place->source->name);
        if (finding->place->source->bytes)
            add_number(out, "line", hui_place_line(*finding->place));
        add_text(out, "pointer", finding->place->pointer ? finding->place->pointer : "");
    }
    add_text(out, "message", finding->message);
    add_text(out, "hint", finding->hint);
    hui_buffer_add_char(out, '}');
}

void hui_preflight_write_json(const hui_preflight_result *result, hui_buffer *out)
{
    const hui_preflight_report *report = result->report;
    begin(out, NULL, '{');
    add_text(out, "file", result->name);
    add_text(out, "rules", result->house);
    add_number(out, "errors", (double)result->error_count);
    add_number(out, "warnings", (double)result->warning_count);
    begin(out, "limits", '{');
#define LIMIT(NAME, word, ...) add_number(out, word, report->limits[HUI_LIMIT_##NAME]);
#include "preflight/limits.inc"
#undef LIMIT
    hui_buffer_add_char(out, '}');
    if (report->is_readable)
        add_facts(out, report);
    begin(out, "findings", '[');
    for (size_t i = 0; i < report->findings.count; i++)
        add_finding(out, &report->findings.at[i]);
    hui_buffer_add_string(out, "]}\n");
}
