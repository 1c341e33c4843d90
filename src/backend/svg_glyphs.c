/* Glyphs in SVG: outlines, those that are used often defined once and referred to. */
#include "backend/svg_writer.h"

#include <math.h>

/* Outlines lie on a grid of so many units to the em, and a glyph's place is counted in them too: a third of a px at most, so
 * that nothing is further than a sixth from its place. The bundled fonts are drawn on 1000. */
static int find_em(double size)
{
    return size > 160 ? 1000 : size > 80 ? 500 : size > 40 ? 250 : 125;
}

double hui_svg_root_font_size(void)
{
    return find_em(0);
}

static hui_svg_entry *find_glyph(hui_svg *svg, const hui_run *run, uint32_t glyph)
{
    const uint32_t key[] = {hui_font_id(run->font), glyph, (uint32_t)find_em(run->size)};
    return hui_svg_find(svg, key, sizeof key);
}

void hui_svg_count_glyphs(hui_svg *svg, const hui_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = 0; k < lines->at[i].run_count; k++) {
            const hui_run *run = &lines->at[i].runs[k];
            if (hui_svg_is_live(svg, run))
                continue;
            for (size_t g = 0; g < run->glyph_count; g++)
                find_glyph(svg, run, run->glyphs[g].id)->uses++;
        }
}

static const hui_svg_outline *find_outline(hui_svg *svg, const hui_run *run, hui_svg_entry *entry, uint32_t glyph)
{
    if (entry->outline)
        return entry->outline;
    hui_svg_outline *outline = entry->outline = HUI_NEW(svg->arena, hui_svg_outline);
    outline->path = hui_path_new(svg->arena);
    hui_font_outline(run->font, glyph, find_em(run->size), &outline->path);
    svg->key.size = 0;
    hui_svg_add_kept_path(svg, &svg->key, &outline->path, &(hui_svg_grid){.filled = true});
    outline->size = svg->key.size;
    outline->data = hui_arena_copy(svg->arena, svg->key.bytes ? svg->key.bytes : "", svg->key.size);
    return outline;
}

/* Whether it takes less room to define the glyph and to refer to it than to draw it each time. */
static bool is_worth_defining(const hui_svg_entry *entry)
{
    enum { DEFINITION = 24, REFERENCE = 34, MOVE = 4 }; /* bytes about the data */
    return entry->uses * (entry->outline->size + MOVE) > DEFINITION + entry->outline->size + entry->uses * REFERENCE;
}

static void define(hui_svg *svg, hui_svg_entry *entry)
{
    if (!hui_svg_define(svg, entry))
        return;
    hui_buffer_add_string(&svg->defs, "<path id=\"");
    hui_svg_add_name(&svg->defs, entry->name);
    hui_buffer_add_string(&svg->defs, "\" d=\"");
    hui_buffer_add(&svg->defs, entry->outline->data, entry->outline->size);
    hui_buffer_add_string(&svg->defs, "\"/>\n");
}

/* What a block of lines holds in one colour and size. */
typedef struct ink_layer {
    const hui_run *run; /* the first of them */
    double x, y;        /* where that starts, on its baseline */
    hui_buffer uses;    /* without the last one's end */
    size_t use_count;
    hui_path drawn; /* the seldom used */
} ink_layer;

typedef HUI_VEC(ink_layer) ink_layers;

static ink_layer *find_ink(hui_svg *svg, ink_layers *all, double x, double y, const hui_run *run)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->at[i].run->size == run->size && hui_color_equal(all->at[i].run->color, run->color) &&
            hui_color_equal(hui_svg_dark_ink(svg, all->at[i].run), hui_svg_dark_ink(svg, run)))
            return &all->at[i];
    ink_layer *made = hui_vec_push(svg->arena, all);
    *made = (ink_layer){.run = run, .x = x + run->x, .y = y, .drawn = hui_path_new(svg->arena)};
    return made;
}

/* (x, y): where the line starts, on its baseline. */
static void add_run(hui_svg *svg, ink_layer *ink, double x, double y, const hui_run *run)
{
    const double unit = run->size / find_em(run->size);
    for (size_t i = 0; i < run->glyph_count; i++) {
        const hui_glyph *glyph = &run->glyphs[i];
        const double right = round((x + (double)glyph->x - ink->x) / unit);
        const double down = round((y + (double)glyph->y - ink->y) / unit);
        hui_svg_entry *entry = find_glyph(svg, run, glyph->id);
        const hui_svg_outline *outline = find_outline(svg, run, entry, glyph->id);
        if (outline->size == 0 || !is_worth_defining(entry)) {
            hui_path_add(&ink->drawn, &outline->path, hui_matrix_translate(right, down));
            continue;
        }
        define(svg, entry);
        if (ink->use_count++ > 0)
            hui_buffer_add_string(&ink->uses, "/>");
        hui_svg_add_use(&ink->uses, entry->name, right, down, 0);
    }
}

static void add_look(hui_svg *svg, const ink_layer *ink)
{
    hui_buffer *out = &svg->body;
    hui_svg_add_color(out, "fill", ink->run->color);
    hui_svg_wear(svg, "fill", ink->run->color, hui_svg_dark_ink(svg, ink->run));
    hui_svg_add_classes(svg, out);
    hui_buffer_add_string(out, " transform=\"translate(");
    hui_svg_add_number(out, ink->x, svg->decimals);
    hui_buffer_add_char(out, ' ');
    hui_svg_add_number(out, ink->y, svg->decimals);
    hui_buffer_add_string(out, ")scale(");
    hui_svg_add_number(out, ink->run->size / find_em(ink->run->size), 6);
    hui_buffer_add_string(out, ")\"");
}

/* One element, or a group: of several, or one that is to hold more and stays open. */
static void add_ink(hui_svg *svg, const ink_layer *ink, bool open)
{
    hui_buffer *out = &svg->body;
    const bool has_path = ink->drawn.verb_count > 0, grouped = open || ink->use_count + has_path > 1;
    if (grouped) {
        hui_buffer_add_string(out, "<g");
        add_look(svg, ink);
        hui_buffer_add_char(out, '>');
    }
    hui_buffer_add(out, ink->uses.bytes, ink->uses.size);
    if (grouped && ink->use_count > 0)
        hui_buffer_add_string(out, "/>");
    if (has_path) {
        hui_buffer_add_string(out, "<path d=\"");
        hui_svg_add_kept_path(svg, out, &ink->drawn, &(hui_svg_grid){.filled = true});
        hui_buffer_add_string(out, grouped ? "\"/>" : "\"");
    }
    if (!grouped)
        add_look(svg, ink);
    if (!open)
        hui_buffer_add_string(out, grouped ? "</g>\n" : "/>\n");
}

static hui_svg_frame find_frame(const ink_layer *ink)
{
    const int em = find_em(ink->run->size);
    return (hui_svg_frame){ink->x, ink->y, ink->run->size / em, 0, hui_svg_root_font_size()};
}

/* Those that hold more than spaces are kept. */
static void gather_inks(hui_svg *svg, ink_layers *all, double x, double y, const hui_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = 0; k < lines->at[i].run_count; k++) {
            const hui_line *line = &lines->at[i];
            const hui_run *run = &line->runs[k];
            if (hui_svg_is_live(svg, run))
                continue;
            const double line_x = x + line->x, line_y = y + line->baseline;
            add_run(svg, find_ink(svg, all, line_x, line_y, run), line_x, line_y, run);
        }
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++)
        if (all->at[i].use_count > 0 || all->at[i].drawn.verb_count > 0)
            all->at[kept++] = all->at[i];
    all->count = kept;
}

bool hui_svg_add_glyphs(hui_svg *svg, double x, double y, const hui_lines *lines, hui_svg_frame *frame)
{
    ink_layers all = {0};
    gather_inks(svg, &all, x, y, lines);
    for (size_t i = 0; i < all.count; i++) {
        add_ink(svg, &all.at[i], frame && i + 1 == all.count);
        hui_buffer_finish(&all.at[i].uses);
    }
    if (frame && all.count > 0)
        *frame = find_frame(&all.at[all.count - 1]);
    return frame && all.count > 0;
}
