/* Text in SVG: outlines that look right everywhere, and over them invisible text to be selected, searched and read
 * aloud. */
#include "backend/link.h"
#include "backend/svg_writer.h"

#include "base/utf8.h"

#include <string.h>

/* Outlines lie on a grid of so many units to the em, and a glyph's place in its run is counted in them too. The bundled
 * fonts are drawn on 1000; for small text half of that is exact to 1/25 px and takes a tenth less room. */
static int find_em(double size)
{
    return size > 40 ? 1000 : 500;
}

static hui_svg_entry *find_glyph(hui_svg *svg, const hui_run *run, const hui_glyph *glyph)
{
    const uint32_t key[] = {hui_font_id(run->font), glyph->id, (uint32_t)find_em(run->size)};
    return hui_svg_find(svg, key, sizeof key);
}

void hui_svg_count_text(hui_svg *svg, const hui_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = 0; k < lines->at[i].run_count; k++) {
            const hui_run *run = &lines->at[i].runs[k];
            for (size_t g = 0; g < run->glyph_count; g++)
                find_glyph(svg, run, &run->glyphs[g])->uses++;
        }
}

static void open_run(hui_svg *svg, double x, double y, const hui_run *run)
{
    hui_buffer_add_string(&svg->body, "<g");
    hui_svg_add_color(&svg->body, "fill", run->color);
    hui_buffer_add_string(&svg->body, " transform=\"translate(");
    hui_svg_add_number(&svg->body, x + run->x, 2);
    hui_buffer_add_char(&svg->body, ' ');
    hui_svg_add_number(&svg->body, y, 2);
    hui_buffer_add_string(&svg->body, ")scale(");
    hui_svg_add_number(&svg->body, run->size / find_em(run->size), 6);
    hui_buffer_add_string(&svg->body, ")\">");
}

/* A glyph that is used once is drawn where it stands; others are defined and referred to. `right` and `down` are units
 * from the run's start. */
static void add_glyph(hui_svg *svg, const hui_run *run, hui_svg_entry *entry, uint32_t glyph, double right, double down)
{
    hui_buffer *out = entry->uses > 1 ? &svg->defs : &svg->body;
    if (hui_svg_define(svg, entry)) {
        hui_path path = hui_path_new(svg->arena);
        hui_font_outline(run->font, glyph, find_em(run->size), &path);
        entry->blank = path.verb_count == 0;
        if (entry->blank)
            return;
        hui_buffer_add_string(out, "<path");
        hui_point start = path.points[0];
        if (entry->uses > 1) {
            hui_buffer_add_string(out, " id=\"");
            hui_svg_add_name(out, entry->name);
            hui_buffer_add_char(out, '"');
        } else {
            start = (hui_point){start.x + right, start.y + down};
        }
        hui_buffer_add_string(out, " d=\"");
        hui_svg_add_path_data(out, &path, 0, start);
        hui_buffer_add_string(out, entry->uses > 1 ? "\"/>\n" : "\"/>");
    }
    if (entry->uses > 1 && !entry->blank) {
        hui_svg_add_use(&svg->body, entry->name, right, down, 0);
        hui_buffer_add_string(&svg->body, "/>");
    }
}

/* (x, y): where the line starts, on its baseline. */
static void add_run(hui_svg *svg, double x, double y, const hui_run *run)
{
    const size_t start = svg->body.size;
    open_run(svg, x, y, run);
    const size_t opened = svg->body.size;
    const double em = find_em(run->size);
    for (size_t i = 0; i < run->glyph_count; i++) {
        const hui_glyph *glyph = &run->glyphs[i];
        hui_svg_entry *entry = find_glyph(svg, run, glyph);
        const double right = ((double)glyph->x - run->x) * em / run->size, down = (double)glyph->y * em / run->size;
        add_glyph(svg, run, entry, glyph->id, right, down);
    }
    if (svg->body.size > opened)
        hui_buffer_add_string(&svg->body, "</g>\n");
    else
        svg->body.size = start; /* nothing but spaces */
}

static bool same_link(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Runs that one <tspan> holds: of one size and one link. Returns the index after the last. */
static size_t find_stretch_end(const hui_line *line, size_t from)
{
    size_t to = from + 1;
    while (to < line->run_count && line->runs[to].size == line->runs[from].size &&
           same_link(line->runs[to].link, line->runs[from].link))
        to++;
    return to;
}

static bool has_several_characters(const hui_run *runs, size_t count)
{
    size_t characters = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < runs[i].text_size; k++)
            characters += ((unsigned char)runs[i].text[k] & 0xC0) != 0x80;
    return characters > 1;
}

/* The width is given so that what a reader selects lies on the glyphs, whatever font the reader's machine takes. */
static void add_stretch(hui_svg *svg, double x, double y, const hui_run *runs, size_t count)
{
    hui_buffer *out = &svg->body;
    const bool linked = runs->link && hui_link_is_safe(runs->link);
    if (linked) {
        hui_buffer_add_string(out, "<a");
        hui_svg_add_target(out, runs->link);
        hui_buffer_add_char(out, '>');
    }
    hui_buffer_add_string(out, "<tspan");
    hui_svg_add_attribute(out, "x", x + runs->x, 1);
    hui_svg_add_attribute(out, "y", y, 1);
    hui_svg_add_attribute(out, "font-size", runs->size, 1);
    const hui_run *last = &runs[count - 1];
    if (has_several_characters(runs, count))
        hui_svg_add_attribute(out, "textLength", last->x + last->width - runs->x, 1);
    hui_buffer_add_char(out, '>');
    for (size_t i = 0; i < count; i++)
        hui_xml_add_escaped(out, runs[i].text, runs[i].text_size);
    hui_buffer_add_string(out, linked ? "</tspan></a>" : "</tspan>");
}

/* Whether wrapping took a space out between this line, whose text ends at `*at` of the whole block's text, and the
 * next; moves `*at` to the next line. */
static bool skip_break(const char **at, const hui_line *next)
{
    if (next->run_count == 0 || strncmp(*at, next->runs[0].text, next->runs[0].text_size) == 0 || !**at)
        return false;
    return *(*at)++ == ' ';
}

/* One <text> per paragraph: the lines it was wrapped into are joined again when it is copied. */
static void add_selectable(hui_svg *svg, double x, double y, const hui_lines *lines)
{
    const char *at = hui_lines_string(svg->arena, lines);
    bool opened = false;
    svg->has_text = true;
    for (size_t i = 0; i < lines->count; i++) {
        const hui_line *line = &lines->at[i];
        if (!opened)
            hui_buffer_add_string(&svg->body, "<text class=\"" HUI_SVG_PREFIX "t\" opacity=\"0\">");
        for (size_t k = 0, end; k < line->run_count; k = end) {
            end = find_stretch_end(line, k);
            add_stretch(svg, x + line->x, y + line->baseline, &line->runs[k], end - k);
        }
        for (size_t k = 0; k < line->run_count; k++)
            at += line->runs[k].text_size;
        const bool last = line->ends_paragraph || i + 1 == lines->count;
        if (i + 1 < lines->count && skip_break(&at, &lines->at[i + 1]) && !last)
            hui_buffer_add_char(&svg->body, ' ');
        if (last)
            hui_buffer_add_string(&svg->body, "</text>\n");
        opened = !last;
    }
}

void hui_svg_add_text(hui_svg *svg, double x, double y, const hui_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = 0; k < lines->at[i].run_count; k++)
            add_run(svg, x + lines->at[i].x, y + lines->at[i].baseline, &lines->at[i].runs[k]);
    add_selectable(svg, x, y, lines);
}
