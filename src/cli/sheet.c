/* Contact sheets: of icons, and of themes. */
#include "cli/sheet.h"

#include "cli/library.h"
#include "cli/render.h"
#include "cli/report.h"

#include <stdio.h>
#include <stdlib.h>

/* A name with a break allowed after each hyphen. */
static void write_name(FILE *out, const char *name)
{
    for (; *name; name++)
        fputs(*name == '-' ? "-|" : (const char[]){*name, 0}, out);
}

typedef struct text {
    char *bytes;
    size_t size;
} text;

static FILE *open_text(text *made)
{
    FILE *out = open_memstream(&made->bytes, &made->size);
    if (!out)
        abort();
    return out;
}

/* The names, which hold nothing that JSON or Markdown would take for its own, as a spec. */
static text icons_spec(const char *const *icons, size_t count)
{
    text made;
    FILE *out = open_text(&made);
    fprintf(out,
            "{\"title\": \"Icons\", \"page\": {\"width\": 1080, \"margin\": 36}, \"panels\": [\n"
            "{\"type\": \"text\", \"size\": \"heading\", \"text\": \"%zu icon%s\"},\n"
            "{\"type\": \"grid\", \"columns\": 6, \"gap\": 8, \"rowGap\": 36, \"alignItems\": \"start\", \"panels\": [",
            count, count == 1 ? "" : "s");
    for (size_t i = 0; i < count; i++) {
        fprintf(out,
                "%s\n{\"type\": \"column\", \"gap\": 8, \"panels\": ["
                "{\"type\": \"icon\", \"icon\": \"%s\", \"align\": \"center\"}, "
                "{\"type\": \"text\", \"size\": \"note\", \"textAlign\": \"center\", \"text\": \"",
                i ? "," : "", icons[i]);
        write_name(out, icons[i]);
        fputs("\"}]}", out);
    }
    fputs("]}]}\n", out);
    fclose(out);
    return made;
}

/* What each theme is shown on, in four of its accents. */
static const char theme_panels[] =
    "{\"type\": \"strip\", \"text\": \"过去一年，跑出加速度\", \"icon\": \"trending-up\"},\n"
    "{\"type\": \"grid\", \"columns\": 3, \"panels\": [\n"
    "  {\"type\": \"card\", \"panels\": [{\"type\": \"kpi\", \"label\": \"地区生产总值\", \"value\": \"3800\", "
    "\"unit\": \"亿元\", \"change\": {\"label\": \"同比增长\", \"value\": \"10%\", \"trend\": \"up\"}}]},\n"
    "  {\"type\": \"award\", \"verb\": \"获评\", \"name\": \"中国乳都\", \"suffix\": \"称号\"},\n"
    "  {\"type\": \"card\", \"accent\": \"teal\", \"ground\": \"strong\", \"panels\": [{\"type\": \"kpi\", \"label\": "
    "\"Clean energy\", \"value\": \"86\", \"unit\": \"%\"}]}]},\n"
    "{\"type\": \"row\", \"panels\": [\n"
    "  {\"type\": \"card\", \"accent\": \"navy\", \"ground\": \"tint\", \"panels\": [{\"type\": \"list\", \"marker\": "
    "\"check\", \"items\": [\"实施重点项目**1125个**\", \"完成投资**1355亿元**\"]}]},\n"
    "  {\"type\": \"steps\", \"accent\": \"plum\", \"align\": \"center\", \"items\": [{\"icon\": \"school\", \"text\": "
    "\"宜学\"}, {\"icon\": \"home\", \"text\": \"宜居\"}, {\"icon\": \"briefcase\", \"text\": \"宜业\"}]}]},\n"
    "{\"type\": \"grid\", \"columns\": 3, \"panels\": [\n";

/* A card in each style but the first, which stands above. */
static const struct {
    const char *style, *icon, *title;
} theme_cards[] = {
    {"outlined", "building", "描边"}, {"tinted", "leaf", "淡底"},   {"band", "bolt", "色带"},
    {"ruled", "truck", "左脊"},       {"topped", "school", "顶脊"}, {"plain", "heart", "素白"},
};

/* Lines as if by hand, colours for all readers, a scene. */
static const char theme_looks[] =
    "]},\n{\"type\": \"grid\", \"columns\": 3, \"panels\": [\n"
    "  {\"type\": \"card\", \"stroke\": \"sketched\", \"cardStyle\": \"outlined\", \"title\": \"手绘\", \"subtitle\": "
    "\"sketched\", \"justify\": \"start\", \"gap\": 20, \"panels\": [{\"type\": \"progress\", \"label\": \"签约\", "
    "\"value\": 72}, {\"type\": \"progress\", \"label\": \"投产\", \"value\": 45}]},\n"
    "  {\"type\": \"card\", \"theme\": {\"palette\": \"okabeito\"}, \"title\": \"配色\", \"subtitle\": \"okabeito\", "
    "\"justify\": \"start\", \"panels\": [{\"type\": \"waffle\", \"columns\": 10, \"rows\": 4, \"items\": [{\"label\": "
    "\"风电\", \"value\": 42}, {\"label\": \"光伏\", \"value\": 28}, {\"label\": \"火电\", \"value\": 20}, {\"label\": "
    "\"水电\", \"value\": 10}]}]},\n"
    "  {\"type\": \"card\", \"ground\": \"strong\", \"title\": \"插画\", \"subtitle\": \"mountains\", \"justify\": "
    "\"start\", \"art\": {\"name\": \"mountains\"}, \"panels\": []}]}";

static void write_cards(FILE *out)
{
    for (size_t i = 0; i < sizeof theme_cards / sizeof *theme_cards; i++)
        fprintf(out,
                "%s  {\"type\": \"card\", \"cardStyle\": \"%s\", \"title\": \"%s\", \"subtitle\": \"%s\", \"icon\": "
                "\"%s\", \"panels\": [{\"type\": \"text\", \"text\": \"完成投资**1355亿元**\"}]}",
                i ? ",\n" : "", theme_cards[i].style, theme_cards[i].title, theme_cards[i].style, theme_cards[i].icon);
}

static text themes_spec(hui_context *context)
{
    text made;
    FILE *out = open_text(&made);
    const size_t count = hui()->catalog_count(context, HUI_CATALOG_THEMES);
    fputs("{\"title\": \"Themes\", \"page\": {\"width\": 1080, \"margin\": 24}, \"panels\": [\n"
          "{\"type\": \"column\", \"panels\": [",
          out);
    for (size_t i = 0; i < count; i++) {
        const hui_entry theme = hui()->catalog_entry(context, HUI_CATALOG_THEMES, i);
        fprintf(
            out,
            "%s\n{\"type\": \"column\", \"theme\": \"%s\", \"panels\": [\n"
            "{\"type\": \"text\", \"size\": \"heading\", \"text\": \"%s\"}, {\"type\": \"text\", \"size\": \"note\", "
            "\"text\": \"%s\"},\n%s",
            i ? "," : "", theme.name, theme.name, theme.doc, theme_panels);
        write_cards(out);
        fprintf(out, "%s]}", theme_looks);
    }
    fputs("]}]}\n", out);
    fclose(out);
    return made;
}

/* Draws the spec, which it frees, into the call's output; a call without a name for it gives NAME.png. */
static hui_status draw(hui_context *context, const cli_call *call, const char *name, text spec)
{
    struct cli_call sheet = *call;
    cli_targets targets;
    sheet.arguments = &name;
    sheet.argument_count = 1;
    hui_status status = targets_choose(&targets, context, &sheet);
    if (status == HUI_STATUS_OK) {
        cli_report report = report_new(call);
        hui_document *document = hui()->document_read(context, name, spec.bytes, spec.size, NULL, NULL);
        status = report_document(&report, document, 0);
        if (status == HUI_STATUS_OK)
            status = render_targets(&report, document, targets.at, targets.count, call);
        hui()->document_free(document);
        report_finish(&report);
    }
    targets_finish(&targets);
    free(spec.bytes);
    return status;
}

hui_status sheet_of_icons(hui_context *context, const cli_call *call, const char *const *icons, size_t count)
{
    return draw(context, call, "icons.json", icons_spec(icons, count));
}

hui_status sheet_of_themes(hui_context *context, const cli_call *call)
{
    return draw(context, call, "themes.json", themes_spec(context));
}
