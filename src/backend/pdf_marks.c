/* Printers' marks: crop marks, registration marks and colour bar. Cairo knows neither the colorant of all plates nor
 * CMYK, so they are a content stream of their own. */
#include "backend/pdf_marks.h"

#include <math.h>

/* All lengths are pt; the origin is the sheet's lower left corner. */
typedef struct marker {
    hui_buffer out;
    double left, bottom, right, top; /* of the trimmed page */
    double offset, mm;
} marker;

static const double hairline = 0.25; /* pt: the thinnest line that all presses hold */
static const double crop_mm = 5, target_mm = 5, patch_mm = 4, patch_gap_mm = 4;

static void add(marker *m, double number)
{
    hui_buffer_add_number(&m->out, number, 3);
    hui_buffer_add_char(&m->out, ' ');
}

static void add_line(marker *m, double x, double y, double dx, double dy)
{
    add(m, x);
    add(m, y);
    hui_buffer_add_string(&m->out, "m ");
    add(m, x + dx);
    add(m, y + dy);
    hui_buffer_add_string(&m->out, "l S\n");
}

static void add_crop_marks(marker *m)
{
    const double length = crop_mm * m->mm;
    const double xs[2][2] = {{m->left, -1}, {m->right, 1}}, ys[2][2] = {{m->bottom, -1}, {m->top, 1}};
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++) {
            const double x = xs[i][0], y = ys[k][0], out_x = xs[i][1], out_y = ys[k][1];
            add_line(m, x + out_x * m->offset, y, out_x * length, 0);
            add_line(m, x, y + out_y * m->offset, 0, out_y * length);
        }
}

static void add_curve(marker *m, double x1, double y1, double x2, double y2, double x3, double y3)
{
    const double at[] = {x1, y1, x2, y2, x3, y3};
    for (int i = 0; i < 6; i++)
        add(m, at[i]);
    hui_buffer_add_string(&m->out, "c ");
}

/* A circle of four curves that stray from it by 0.03 % of the radius. */
static void add_circle(marker *m, double x, double y, double r)
{
    const double k = 0.5522847498 * r;
    add(m, x + r);
    add(m, y);
    hui_buffer_add_string(&m->out, "m ");
    add_curve(m, x + r, y + k, x + k, y + r, x, y + r);
    add_curve(m, x - k, y + r, x - r, y + k, x - r, y);
    add_curve(m, x - r, y - k, x - k, y - r, x, y - r);
    add_curve(m, x + k, y - r, x + r, y - k, x + r, y);
    hui_buffer_add_string(&m->out, "s\n");
}

static void add_target(marker *m, double x, double y)
{
    const double size = target_mm * m->mm;
    add_circle(m, x, y, 0.3 * size);
    add_line(m, x - size / 2, y, size, 0);
    add_line(m, x, y - size / 2, 0, size);
}

static void add_targets(marker *m)
{
    const double x = (m->left + m->right) / 2, y = (m->bottom + m->top) / 2;
    const double out = m->offset + target_mm * m->mm / 2;
    add_target(m, m->left - out, y);
    add_target(m, m->right + out, y);
    add_target(m, x, m->bottom - out);
    add_target(m, x, m->top + out);
}

/* Inks, their mixtures by two, and tints of black: above the page, from the left to the registration mark. */
static void add_patches(marker *m)
{
    static const double inks[][4] = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0},    {0, 0, 0, 1},   {1, 1, 0, 0},
                                     {0, 1, 1, 0}, {1, 0, 1, 0}, {0, 0, 0, 0.75}, {0, 0, 0, 0.5}, {0, 0, 0, 0.25}};
    const double size = patch_mm * m->mm, y = m->top + m->offset;
    const double end = (m->left + m->right) / 2 - target_mm * m->mm;
    double x = m->left + patch_gap_mm * m->mm;
    for (size_t i = 0; i < sizeof inks / sizeof *inks && x + size <= end; i++, x += size) {
        for (int k = 0; k < 4; k++)
            add(m, inks[i][k]);
        hui_buffer_add_string(&m->out, "k ");
        add(m, x);
        add(m, y);
        add(m, size);
        add(m, size);
        hui_buffer_add_string(&m->out, "re f\n");
    }
}

const char *hui_pdf_marks_new(hui_arena *arena, const hui_pdf_sheet *sheet, const hui_print_marks *marks, double scale)
{
    marker m = {
        .left = sheet->around,
        .bottom = sheet->around,
        .right = sheet->around + sheet->width,
        .top = sheet->around + sheet->height,
        .offset = marks->offset * scale,
        .mm = marks->mm * scale,
    };
    hui_buffer_add_string(&m.out, "/Artifact << /Type /Page >> BDC\nq\n/" HUI_PDF_REGISTRATION " CS 1 SCN ");
    add(&m, hairline);
    hui_buffer_add_string(&m.out, "w\n");
    if (marks->crop)
        add_crop_marks(&m);
    if (marks->registration)
        add_targets(&m);
    if (marks->colors)
        add_patches(&m);
    hui_buffer_add_string(&m.out, "Q\nEMC\n");
    const char *const stream = hui_arena_string_n(arena, m.out.bytes, m.out.size);
    hui_buffer_finish(&m.out);
    return stream;
}
