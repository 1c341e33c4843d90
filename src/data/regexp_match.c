/* Matcher of regular expressions: a backtracking machine with its own stack and a limit of steps. */
#include "base/utf8.h"
#include "data/letters.h"
#include "data/regexp_program.h"

#include <string.h>

enum { FEW_REGISTERS = 64, FEW_ENTRIES = 64, MOST_ENTRIES = 1 << 20, STEPS = 1 << 20, STEPS_A_BYTE = 64 };

/* To go back to: either a way not taken, or a register's former value. */
typedef struct entry {
    uint32_t step;
    uint32_t reg;   /* NONE: a way, which goes on at `step` */
    uint32_t value; /* position, or former value */
} entry;

typedef struct machine {
    const hui_regexp *regexp;
    const char *text;
    uint32_t size;
    uint32_t *registers;
    entry *stack;
    size_t count, capacity;
    size_t steps_left;
    hui_arena *arena; /* for a larger stack; NULL as long as it is small */
} machine;

static bool push(machine *m, uint32_t step, uint32_t reg, uint32_t value)
{
    if (m->count == MOST_ENTRIES)
        return false;
    if (m->count == m->capacity) {
        if (!m->arena)
            m->arena = hui_arena_new();
        entry *const larger = HUI_NEW_ARRAY(m->arena, entry, m->capacity * 2);
        memcpy(larger, m->stack, m->count * sizeof *larger);
        m->stack = larger;
        m->capacity *= 2;
    }
    m->stack[m->count++] = (entry){step, reg, value};
    return true;
}

static bool set_register(machine *m, uint32_t reg, uint32_t value)
{
    const bool is_kept = push(m, 0, reg, m->registers[reg]);
    m->registers[reg] = value;
    return is_kept;
}

/* Takes back what was done since the last way not taken, and takes that one; false if there is none above `base`. */
static bool backtrack(machine *m, size_t base, uint32_t *step, uint32_t *at)
{
    while (m->count > base) {
        const entry last = m->stack[--m->count];
        if (last.reg == HUI_REGEXP_NONE) {
            *step = last.step;
            *at = last.value;
            return true;
        }
        m->registers[last.reg] = last.value;
    }
    return false;
}

/* A look-around that matched is not entered again, but what it captured can still be taken back. */
static void drop_ways(machine *m, size_t base)
{
    size_t kept = base;
    for (size_t i = base; i < m->count; i++)
        if (m->stack[i].reg != HUI_REGEXP_NONE)
            m->stack[kept++] = m->stack[i];
    m->count = kept;
}

/* Characters */

static bool read_forward(const machine *m, uint32_t *at, uint32_t *character)
{
    if (*at >= m->size)
        return false;
    const char *next = m->text + *at;
    *character = hui_utf8_next(&next);
    *at = (uint32_t)(next - m->text);
    return true;
}

static bool read_backward(const machine *m, uint32_t *at, uint32_t *character)
{
    if (*at == 0)
        return false;
    uint32_t start = *at - 1;
    while (start > 0 && (m->text[start] & 0xC0) == 0x80)
        start--;
    const char *next = m->text + start;
    *character = hui_utf8_next(&next);
    *at = start;
    return true;
}

/* Canonicalize (section 22.2.2.7.3): by upper case, but never from beyond ASCII into it. */
static uint32_t fold(uint32_t character)
{
    const uint32_t upper = hui_letter_upper(character);
    return character >= 0x80 && upper < 0x80 ? character : upper;
}

static bool is_line_end(uint32_t c)
{
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

static bool is_in_ranges(const regexp_class *class, uint32_t c)
{
    for (size_t i = 0; i < class->count; i++)
        if (c >= class->ranges[i].first && c <= class->ranges[i].last)
            return true;
    return false;
}

static bool is_in_class(const hui_regexp *regexp, const regexp_class *class, uint32_t c)
{
    bool is_in = is_in_ranges(class, c);
    if (regexp->ignores_case && !is_in) {
        const uint32_t upper = fold(c), lower = hui_letter_lower(upper);
        is_in = is_in_ranges(class, upper) || (fold(lower) == upper && is_in_ranges(class, lower));
    }
    return is_in != class->inverted;
}

static bool fits(const machine *m, const regexp_step *step, uint32_t c)
{
    const hui_regexp *const regexp = m->regexp;
    if (step->op == REGEXP_CHAR)
        return c == step->a || (regexp->ignores_case && fold(c) == fold(step->a));
    if (step->op == REGEXP_ANY)
        return regexp->dot_is_all || !is_line_end(c);
    return is_in_class(regexp, &regexp->classes[step->a], c);
}

static bool match_character(const machine *m, const regexp_step *step, uint32_t *at)
{
    uint32_t c;
    return (step->backward ? read_backward(m, at, &c) : read_forward(m, at, &c)) && fits(m, step, c);
}

/* What a group holds, once more; nothing if it holds nothing. */
static bool match_again(machine *m, const regexp_step *step, uint32_t *at)
{
    uint32_t from = m->registers[2 * step->a], to = m->registers[2 * step->a + 1], c, d;
    if (from == HUI_REGEXP_NONE || to == HUI_REGEXP_NONE)
        return true;
    while (from < to) {
        const bool both = step->backward ? read_backward(m, &to, &c) && read_backward(m, at, &d)
                                         : read_forward(m, &from, &c) && read_forward(m, at, &d);
        if (!both || (c != d && !(m->regexp->ignores_case && fold(c) == fold(d))))
            return false;
        if (m->steps_left > 0)
            m->steps_left--;
    }
    return true;
}

/* Positions */

static bool is_word_character(const machine *m, uint32_t at)
{
    const char c = at < m->size ? m->text[at] : '\0';
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_boundary(const machine *m, uint32_t at)
{
    return (at > 0 && is_word_character(m, at - 1)) != is_word_character(m, at);
}

static bool is_start(const machine *m, uint32_t at)
{
    uint32_t c;
    return at == 0 || (m->regexp->is_multiline && read_backward(m, &at, &c) && is_line_end(c));
}

static bool is_end(const machine *m, uint32_t at)
{
    uint32_t c;
    return at == m->size || (m->regexp->is_multiline && read_forward(m, &at, &c) && is_line_end(c));
}

/* Running */

static bool run(machine *m, uint32_t step, uint32_t at, uint32_t *end);

static bool reset_groups(machine *m, const regexp_step *step)
{
    for (uint32_t reg = 2 * step->a; reg < 2 * step->b; reg++)
        if (m->registers[reg] != HUI_REGEXP_NONE && !set_register(m, reg, HUI_REGEXP_NONE))
            return false;
    return true;
}

static bool look(machine *m, uint32_t step, uint32_t at)
{
    const size_t base = m->count;
    const bool inverted = m->regexp->steps[step].inverted;
    uint32_t end, ignored_step, ignored_at;
    if (!run(m, step + 1, at, &end))
        return inverted;
    if (!inverted) {
        drop_ways(m, base);
        return true;
    }
    while (backtrack(m, base, &ignored_step, &ignored_at))
        continue;
    return false;
}

/* One instruction that does not branch; false if the way ends here. */
static bool advance(machine *m, uint32_t number, uint32_t *at)
{
    const regexp_step *const step = &m->regexp->steps[number];
    switch ((regexp_op)step->op) {
    case REGEXP_CHAR:
    case REGEXP_ANY:
    case REGEXP_CLASS:
        return match_character(m, step, at);
    case REGEXP_SAVE:
        return set_register(m, step->a, *at);
    case REGEXP_CHECK:
        return m->registers[step->a] != *at;
    case REGEXP_RESET:
        return reset_groups(m, step);
    case REGEXP_START:
        return is_start(m, *at);
    case REGEXP_END:
        return is_end(m, *at);
    case REGEXP_BOUNDARY:
        return is_boundary(m, *at) != step->inverted;
    case REGEXP_AGAIN:
        return match_again(m, step, at);
    case REGEXP_LOOK:
        return look(m, number, *at);
    case REGEXP_SPLIT:
        return push(m, step->inverted ? number + 1 : step->a, HUI_REGEXP_NONE, *at);
    case REGEXP_JUMP:
    case REGEXP_MATCH:
        return true;
    }
    return false;
}

/* From an instruction and a position to the next MATCH. The entries stay on the stack if there is one. */
static bool run(machine *m, uint32_t number, uint32_t at, uint32_t *end)
{
    const size_t base = m->count;
    const regexp_step *const steps = m->regexp->steps;
    while (m->steps_left > 0) {
        const regexp_step *const step = &steps[number];
        m->steps_left--;
        if (step->op == REGEXP_MATCH) {
            *end = at;
            return true;
        }
        if (!advance(m, number, &at)) {
            if (!backtrack(m, base, &number, &at))
                return false;
            continue;
        }
        const bool jumps =
            step->op == REGEXP_JUMP || step->op == REGEXP_LOOK || (step->op == REGEXP_SPLIT && step->inverted);
        number = jumps ? step->a : number + 1;
    }
    return false;
}

static bool search(machine *m, uint32_t from, uint32_t *groups)
{
    const hui_regexp *const regexp = m->regexp;
    uint32_t end, c;
    for (uint32_t start = from; m->steps_left > 0;) {
        for (uint32_t i = 0; i < regexp->register_count; i++)
            m->registers[i] = HUI_REGEXP_NONE;
        m->count = 0;
        if (run(m, 0, start, &end)) {
            m->registers[0] = start;
            m->registers[1] = end;
            memcpy(groups, m->registers, 2 * regexp->group_count * sizeof *groups);
            return true;
        }
        if (regexp->is_sticky || !read_forward(m, &start, &c))
            return false;
    }
    return false;
}

bool hui_regexp_find(const hui_regexp *regexp, const char *text, size_t size, size_t from, uint32_t *groups)
{
    uint32_t registers[FEW_REGISTERS];
    entry entries[FEW_ENTRIES];
    if (size >= HUI_REGEXP_NONE || from > size)
        return false;
    machine m = {.regexp = regexp,
                 .text = text,
                 .size = (uint32_t)size,
                 .registers = registers,
                 .stack = entries,
                 .capacity = FEW_ENTRIES,
                 .steps_left = STEPS + STEPS_A_BYTE * size};
    if (regexp->register_count > FEW_REGISTERS) {
        m.arena = hui_arena_new();
        m.registers = HUI_NEW_ARRAY(m.arena, uint32_t, regexp->register_count);
    }
    const bool is_found = search(&m, (uint32_t)from, groups);
    if (m.arena)
        hui_arena_free(m.arena);
    return is_found;
}
