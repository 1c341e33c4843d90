/* Extents: how large a shape is, by the operators of ISO 32000-1, section 8.5.2. */
#include "print/extent.h"

#include "print/tokens.h"

#include <math.h>

hui_axes hui_axes_multiply(hui_axes inside, hui_axes outside)
{
    return (hui_axes){inside.a * outside.a + inside.b * outside.c, inside.a * outside.b + inside.b * outside.d,
                      inside.c * outside.a + inside.d * outside.c, inside.c * outside.b + inside.d * outside.d};
}

typedef struct extent {
    double left, bottom, right, top;
} extent;

static void add_point(extent *e, double x, double y)
{
    e->left = fmin(e->left, x);
    e->right = fmax(e->right, x);
    e->bottom = fmin(e->bottom, y);
    e->top = fmax(e->top, y);
}

double hui_path_shorter_side(const char *path, size_t size, hui_axes axes)
{
    extent e = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    const char *at = path, *const end = path + size;
    hui_statement s;
    while (hui_statement_next(&at, end, &s)) {
        const size_t pairs = s.operand_count / 2;
        const bool is_rect = hui_token_is(s.word, "re") && pairs == 2;
        double x = 0, y = 0;
        for (size_t i = 0; i < pairs; i++) { /* a rectangle's second pair is its size */
            x = hui_token_number(s.operands[2 * i]) + (is_rect && i == 1 ? x : 0);
            y = hui_token_number(s.operands[2 * i + 1]) + (is_rect && i == 1 ? y : 0);
            add_point(&e, x, y);
        }
    }
    if (!(e.right >= e.left))
        return 0;
    return fmin((e.right - e.left) * hypot(axes.a, axes.b), (e.top - e.bottom) * hypot(axes.c, axes.d));
}
