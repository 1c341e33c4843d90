/* qr: a QR code (ISO/IEC 18004) of a text or address, drawn as outlines. */
#include "structure/drawing.h"

#include <math.h>
#include <string.h>

typedef struct qr {
    hui_string data, caption;
    int level;
    hui_length size;
} qr;

static const hui_word level_words[] = {
    {"L", "7 % of it may be lost"}, {"M", "15 %"}, {"Q", "25 %"}, {"H", "30 %"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(qr, data, STRING, "what a reader of the code gets: an address or any text", .required = true),
    HUI_FIELD(qr, caption, TEXT, "below the code"),
    HUI_FIELD(qr, level, ENUM, "how much of the code may be soiled or covered", "\"M\"", .words = level_words),
    HUI_FIELD(qr, size, LENGTH, "width with the quiet zone around it", "220", .min = 40, .max = 4000),
};

#ifdef HUI_HAS_QRENCODE
#include <qrencode.h>

/* Modules: `size` by `size`, row by row. */
typedef struct code {
    const bool *dark;
    int size;
    hui_color ink;
} code;

/* The standard asks for four modules of light around the code (section 5.3.8). */
enum { QUIET = 4, LARGEST_TEXT = 2953 };

static bool is_dark(const code *c, int x, int y)
{
    return x >= 0 && y >= 0 && x < c->size && y < c->size && c->dark[y * c->size + x];
}

/* Outlines go along edges with the dark at their right: east, south, west, north. */
enum { EAST, SOUTH, WEST, NORTH, DIRECTIONS };
static const int step_x[] = {1, 0, -1, 0}, step_y[] = {0, 1, 0, -1};

/* Whether an edge leaves the corner (x, y) in this direction. */
static bool has_edge(const code *c, int x, int y, int direction)
{
    const bool nw = is_dark(c, x - 1, y - 1), ne = is_dark(c, x, y - 1), sw = is_dark(c, x - 1, y),
               se = is_dark(c, x, y);
    switch (direction) {
    case EAST:
        return se && !ne;
    case SOUTH:
        return sw && !se;
    case WEST:
        return nw && !sw;
    default:
        return ne && !nw;
    }
}

/* Where two dark modules meet at a corner only, the outline turns right and keeps them apart. */
static int next_direction(const code *c, int x, int y, int direction)
{
    for (int turn = 1; turn >= -1; turn--) {
        const int next = (direction + turn + DIRECTIONS) % DIRECTIONS;
        if (has_edge(c, x, y, next))
            return next;
    }
    return direction;
}

/* One closed outline; edges to the east, of which each has one at least, are marked as seen. */
static void trace(const code *c, bool *seen, hui_path *path, int x, int y, double left, double top, double module)
{
    const int from_x = x, from_y = y;
    int direction = EAST;
    hui_path_move(path, left + x * module, top + y * module);
    do {
        if (direction == EAST)
            seen[y * (c->size + 1) + x] = true;
        x += step_x[direction];
        y += step_y[direction];
        const int next = next_direction(c, x, y, direction);
        if (next != direction && (x != from_x || y != from_y || next != EAST))
            hui_path_line(path, left + x * module, top + y * module);
        direction = next;
    } while (x != from_x || y != from_y || direction != EAST);
    hui_path_close(path);
}

static void draw_code(hui_scene *scene, hui_rect r, const void *data)
{
    const code *c = data;
    const double module = r.w / (c->size + 2 * QUIET), left = r.x + QUIET * module, top = r.y + QUIET * module;
    bool *seen = HUI_NEW_ARRAY(scene->arena, bool, (size_t)((c->size + 1) * (c->size + 1)));
    hui_path path = hui_path_new(scene->arena);
    for (int y = 0; y < c->size; y++)
        for (int x = 0; x < c->size; x++)
            if (has_edge(c, x, y, EAST) && !seen[y * (c->size + 1) + x])
                trace(c, seen, &path, x, y, left, top, module);
    hui_scene_exact(scene);
    hui_scene_path(scene, path, hui_paint_solid(c->ink), hui_stroke_none());
}

static code *encode(const hui_build *b, const qr *p)
{
    static const QRecLevel levels[] = {QR_ECLEVEL_L, QR_ECLEVEL_M, QR_ECLEVEL_Q, QR_ECLEVEL_H};
    QRcode *made =
        strlen(p->data.text) <= LARGEST_TEXT ? QRcode_encodeString8bit(p->data.text, 0, levels[p->level]) : NULL;
    if (!made)
        return NULL;
    code *c = HUI_NEW(b->arena, code);
    bool *dark = HUI_NEW_ARRAY(b->arena, bool, (size_t)(made->width * made->width));
    for (int i = 0; i < made->width * made->width; i++)
        dark[i] = made->data[i] & 1;
    *c = (code){dark, made->width, (hui_color)HUI_RGB(0x1f2329)};
    QRcode_free(made);
    return c;
}

/* Dark on white whatever the ground is, as readers expect it. */
static hui_box *code_of(const hui_build *b, const qr *p)
{
    code *c = p->data.text[0] ? encode(b, p) : NULL;
    if (!c) {
        hui_diags_add(b->diags, HUI_CODE_BAD_VALUE, p->data.place,
                      "a code holds at most 2953 bytes at level L, 2331 at M, 1663 at Q and 1273 at H",
                      p->data.text[0] ? "this text" : "", "does not fit a QR code");
        return NULL;
    }
    const double size = fmin(hui_length_px(p->size), b->room);
    hui_box *box = hui_box_column(b, 0);
    hui_box_add(box, hui_box_drawing(b, (hui_drawing){draw_code, c, "code", {size, size}, size, 0}));
    hui_look *look = hui_box_look(b, box);
    look->fill = (hui_color)HUI_RGB(0xffffff);
    hui_look_radius(look, fmin(b->theme->measures.radius, size / (c->size + 2 * QUIET) * 2));
    return box;
}
#else
static hui_box *code_of(const hui_build *b, const qr *p)
{
    hui_diags_add(b->diags, HUI_CODE_UNSUPPORTED, p->data.place, "build it with libqrencode", "QR codes");
    return NULL;
}
#endif

static hui_box *build(const hui_build *b, const void *props)
{
    const qr *p = props;
    hui_box *column = hui_box_column(b, 10), *drawn = code_of(b, p);
    column->align = HUI_ALIGN_CENTER;
    hui_box_add(column, drawn);
    hui_box_add(column, hui_part_text(b, p->caption,
                                      (hui_text_look){.type = HUI_TYPE_NOTE,
                                                      .color = hui_inks_of(b).secondary,
                                                      .align = HUI_TEXT_CENTER,
                                                      .balance = true,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "caption"}));
    hui_look *look = hui_box_look(b, column);
    hui_look_role(look, HUI_ROLE_FIGURE, "qr");
    look->group.label = hui_arena_printf(b->arena, hui_is_han(b) ? "二维码：%s" : "QR code: %s", p->data.text);
    return column;
}

const hui_panel_kind hui_panel_qr = {
    .record = {"qr", "a QR code with its caption", fields, HUI_FIELD_COUNT(fields), sizeof(qr), "data"},
    .build = build};
