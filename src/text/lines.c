/* Lines: glyphs at their places, run by run, and the block they make. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/shaped.h"

#include <math.h>
#include <string.h>

/* The em box of han (ideographic em-box, CSS Inline 3): what centres them in a line, whatever the font says. */
static const double ASCENT = 0.88, DESCENT = 0.12;
/* Justified lines are not torn further apart than this, in em between two characters. */
static const double LOOSEST = 0.25;
/* Of a dot of emphasis: its size and the depth of its baseline, in em of the text. */
static const double DOT_SIZE = 0.5, DOT_DEPTH = 0.42;

struct setter {
    const hui_text *text;
    size_t from, to; /* atoms of the line, spaces at its end dropped */
    double stretch;  /* px added in each slot of a justified line */
    double added;    /* px, up to the atom last set */
    HUI_VEC(hui_run) runs, dots;
};

static bool is_han_kind(hui_char_kind kind)
{
    return kind == HUI_CHAR_HAN || kind == HUI_CHAR_OPENER || kind == HUI_CHAR_CLOSER || kind == HUI_CHAR_PAUSE;
}

/* Where justification may add space: after spaces and between han, their marks included, never in numbers or ——. */
static bool is_slot(const hui_text *text, size_t at)
{
    const hui_atom *a = &text->atoms[at - 1], *b = &text->atoms[at];
    return a->kind == HUI_CHAR_SPACE || (is_han_kind(a->kind) && is_han_kind(b->kind));
}

static double justify(const struct setter *setter, double room)
{
    size_t slots = 0;
    for (size_t i = setter->from + 1; i < setter->to; i++)
        slots += is_slot(setter->text, i);
    double stretch = slots > 0 ? room / (double)slots : 0;
    return stretch <= LOOSEST * setter->text->style.size ? stretch : 0;
}

static bool same_run(const hui_piece *a, const hui_piece *b)
{
    return a->font == b->font && a->size == b->size && hui_color_equal(a->color, b->color) &&
           a->emphasis == b->emphasis && (a->link == b->link || (a->link && b->link && strcmp(a->link, b->link) == 0));
}

static size_t run_end(const struct setter *setter, size_t from)
{
    const hui_text *text = setter->text;
    const hui_piece *piece = &text->pieces[text->atoms[from].piece];
    size_t to = from + 1;
    while (to < setter->to && (text->atoms[to].piece == text->atoms[to - 1].piece ||
                               same_run(piece, &text->pieces[text->atoms[to].piece])))
        to++;
    return to;
}

typedef HUI_VEC(hui_cluster) cluster_list;

/* Clusters count bytes and glyphs in 16 bits: a letter under a heap of accents is told in several. */
static void add_cluster(hui_arena *arena, cluster_list *clusters, const char *text, size_t bytes, size_t glyphs)
{
    while (bytes > UINT16_MAX) {
        size_t part = UINT16_MAX;
        while (((unsigned char)text[part] & 0xC0) == 0x80)
            part--;
        *hui_vec_push(arena, clusters) = (hui_cluster){(uint16_t)part, 0};
        text += part;
        bytes -= part;
    }
    for (; glyphs > UINT16_MAX; glyphs -= UINT16_MAX)
        *hui_vec_push(arena, clusters) = (hui_cluster){0, UINT16_MAX};
    *hui_vec_push(arena, clusters) = (hui_cluster){(uint16_t)bytes, (uint16_t)glyphs};
}

/* Where an atom's origin is in the line; counts the stretched slots on the way. */
static double atom_x(struct setter *setter, size_t at)
{
    const hui_atom *atoms = setter->text->atoms, *first = &atoms[setter->from];
    if (at > setter->from && setter->stretch > 0 && is_slot(setter->text, at))
        setter->added += setter->stretch;
    return atoms[at].x - first->x - first->lead + setter->added;
}

static bool takes_dot(const hui_atom *atom)
{
    return atom->kind == HUI_CHAR_HAN || atom->kind == HUI_CHAR_LETTER || atom->kind == HUI_CHAR_DIGIT;
}

/* The dots below the emphasised characters of a run. */
static void add_dots(struct setter *setter, const hui_run *run, size_t from, const double *centers)
{
    const hui_text *text = setter->text;
    hui_glyph *glyphs = HUI_NEW_ARRAY(text->arena, hui_glyph, run->cluster_count);
    hui_cluster *clusters = HUI_NEW_ARRAY(text->arena, hui_cluster, run->cluster_count);
    double size = run->size * DOT_SIZE, half = text->dot.advance * size / 2;
    size_t count = 0;
    for (size_t i = 0; i < run->cluster_count; i++)
        if (takes_dot(&text->atoms[from + i])) {
            clusters[count] = (hui_cluster){0, 1};
            glyphs[count++] = (hui_glyph){text->dot.glyph, (float)(centers[i] - half), (float)(DOT_DEPTH * run->size)};
        }
    if (count > 0)
        *hui_vec_push(text->arena, &setter->dots) = (hui_run){
            .font = text->dot.font,
            .size = size,
            .color = run->color,
            .glyphs = glyphs,
            .glyph_count = count,
            .clusters = clusters,
            .cluster_count = count,
            .text = run->text + run->text_size,
            .x = run->x,
            .width = run->width,
        };
}

/* Sets atoms [from, to), which differ in nothing that is seen. */
static void set_run(struct setter *setter, size_t from, size_t to)
{
    const hui_text *text = setter->text;
    const hui_atom *atoms = text->atoms;
    const hui_piece *piece = &text->pieces[atoms[from].piece];
    size_t glyph_count = atoms[to].glyph - atoms[from].glyph;
    hui_glyph *glyphs = HUI_NEW_ARRAY(text->arena, hui_glyph, glyph_count);
    double *centers = piece->emphasis ? HUI_NEW_ARRAY(text->arena, double, to - from) : NULL;
    cluster_list clusters = {0};
    double start = 0, x = 0;
    for (size_t i = from; i < to; i++) {
        x = atom_x(setter, i);
        if (i == from)
            start = x;
        if (centers)
            centers[i - from] = x + atoms[i].advance / 2;
        add_cluster(text->arena, &clusters, text->bytes + atoms[i].byte, atoms[i + 1].byte - atoms[i].byte,
                    atoms[i + 1].glyph - atoms[i].glyph);
        for (uint32_t k = atoms[i].glyph; k < atoms[i + 1].glyph; k++)
            glyphs[k - atoms[from].glyph] =
                (hui_glyph){text->glyphs[k].id, text->glyphs[k].x + (float)x, text->glyphs[k].y};
    }
    hui_run run = {
        .font = piece->font,
        .size = piece->size,
        .color = piece->color,
        .link = piece->link,
        .glyphs = glyphs,
        .glyph_count = glyph_count,
        .clusters = clusters.at,
        .cluster_count = clusters.count,
        .text = text->bytes + atoms[from].byte,
        .text_size = atoms[to].byte - atoms[from].byte,
        .x = start,
        .width = x + atoms[to - 1].advance - start,
    };
    *hui_vec_push(text->arena, &setter->runs) = run;
    if (centers && clusters.count == to - from)
        add_dots(setter, &run, from, centers);
}

static double align_offset(const hui_text_style *style, double room)
{
    switch (style->align) {
    case HUI_TEXT_CENTER:
        return room / 2;
    case HUI_TEXT_END:
        return room;
    case HUI_TEXT_START:
    case HUI_TEXT_JUSTIFY:
        break;
    }
    return 0;
}

static hui_line set_line(const hui_text *text, size_t from, size_t to, bool last, double width)
{
    struct setter setter = {.text = text, .from = from, .to = hui_line_trim(text, from, to)};
    double natural = hui_line_width(text, from, to);
    double room = isfinite(width) ? width - natural : 0;
    if (text->style.align == HUI_TEXT_JUSTIFY && !last && room > 0)
        setter.stretch = justify(&setter, room);
    for (size_t at = from, end; at < setter.to; at = end) {
        end = run_end(&setter, at);
        set_run(&setter, at, end);
    }
    for (size_t i = 0; i < setter.dots.count; i++)
        *hui_vec_push(text->arena, &setter.runs) = setter.dots.at[i];
    return (hui_line){
        .x = align_offset(&text->style, room),
        .width = natural + setter.added,
        .runs = setter.runs.at,
        .run_count = setter.runs.count,
        .ends_paragraph = last,
    };
}

static double largest_size(const hui_line *line, double smallest)
{
    double size = smallest;
    for (size_t i = 0; i < line->run_count; i++)
        if (line->runs[i].size > size)
            size = line->runs[i].size;
    return size;
}

/* Puts a line below those before it. Text of the style's size is centred in the line height; larger text raises the
 * line only if it is higher than that. */
static void place_line(const hui_text_style *style, hui_lines *block, hui_line *line)
{
    double above = (style->line_height - style->size) / 2 + ASCENT * style->size;
    double below = style->line_height - above;
    double size = largest_size(line, 0);
    if (size > fmax(style->line_height, style->size)) {
        above = fmax(above, ASCENT * size);
        below = fmax(below, DESCENT * size);
    }
    line->baseline = block->height + above;
    block->height += above + below;
    block->ink_width = fmax(block->ink_width, line->width);
}

const hui_lines *hui_text_compose(const hui_text *text, double width)
{
    if (!(width > 0)) /* NaN too */
        width = 0;
    hui_lines *block = HUI_NEW(text->arena, hui_lines);
    HUI_VEC(hui_line) lines = {0};
    for (size_t p = 0; p < text->paragraph_count; p++) {
        const hui_paragraph *paragraph = &text->paragraphs[p];
        hui_cuts cuts = hui_paragraph_break(text, paragraph, width);
        size_t from = paragraph->from;
        for (size_t i = 0; i < cuts.count; from = cuts.at[i++]) {
            hui_line *line = hui_vec_push(text->arena, &lines);
            *line = set_line(text, from, cuts.at[i], i + 1 == cuts.count, width);
            place_line(&text->style, block, line);
        }
    }
    block->at = lines.at;
    block->count = lines.count;
    block->width = width;
    block->ascent = lines.count ? ASCENT * largest_size(&lines.at[0], lines.at[0].run_count ? 0 : text->style.size) : 0;
    return block;
}

/* The texts of runs point into the text they were shaped from: after a line's last one stand the spaces dropped. */
static bool drops_space(const hui_line *line)
{
    if (line->run_count == 0)
        return false;
    const hui_run *last = &line->runs[line->run_count - 1];
    const char *at = last->text + last->text_size;
    return hui_char_kind_of(hui_utf8_next(&at), true) == HUI_CHAR_SPACE;
}

char *hui_lines_string(hui_arena *arena, const hui_lines *lines)
{
    hui_buffer joined = {0};
    for (size_t i = 0; i < lines->count; i++) {
        const hui_line *line = &lines->at[i];
        for (size_t r = 0; r < line->run_count; r++)
            hui_buffer_add(&joined, line->runs[r].text, line->runs[r].text_size);
        if (i + 1 == lines->count)
            break;
        if (line->ends_paragraph)
            hui_buffer_add_char(&joined, '\n');
        else if (drops_space(line))
            hui_buffer_add_char(&joined, ' ');
    }
    char *copy = hui_arena_string_n(arena, joined.bytes ? joined.bytes : "", joined.size);
    hui_buffer_finish(&joined);
    return copy;
}
