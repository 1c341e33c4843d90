/* Evaluation of expressions: a walk over the tree, with ECMAScript's operators (ECMA-262, section 13). */
#include "data/expr_node.h"

#include <math.h>
#include <string.h>

enum { FEW = 8 };

static hui_value evaluate(const hui_expr *node, const hui_expr_scope *scope);

static hui_value part(const hui_expr *node, size_t index, const hui_expr_scope *scope)
{
    return evaluate(node->parts[index], scope);
}

static bool is_number(hui_value value)
{
    return value.kind == HUI_VALUE_NUMBER;
}

static double number_of(hui_value value)
{
    return is_number(value) ? value.number : hui_value_to_number(value);
}

/* Names */

static hui_value datum(const hui_expr_scope *scope)
{
    return scope->table ? hui_table_row(scope->arena, scope->table, scope->row) : scope->datum;
}

static hui_value column_value(const hui_expr_scope *scope, const char *name)
{
    const hui_column *const column = hui_table_find(scope->table, name);
    return column ? column->at[scope->row] : (hui_value){0};
}

static hui_value field(const hui_expr *node, const hui_expr_scope *scope)
{
    hui_value value;
    if (node->values)
        value = node->values[scope->row];
    else if (scope->table)
        value = column_value(scope, node->keys[0]);
    else
        value = hui_expr_key(scope, scope->datum, node->keys[0]);
    for (uint32_t i = 1; i < node->count; i++)
        value = hui_expr_key(scope, value, node->keys[i]);
    return value;
}

static hui_value param(const hui_expr *node, const hui_expr_scope *scope)
{
    const hui_param *const found = hui_param_find(scope->params, node->name);
    return found ? found->value : (hui_value){0};
}

static hui_value member(const hui_expr *node, const hui_expr_scope *scope)
{
    const hui_value key = part(node, 1, scope);
    if (node->parts[0]->op == HUI_EXPR_DATUM && scope->table)
        return column_value(scope, hui_value_to_string(scope->arena, key));
    return hui_expr_member(scope, part(node, 0, scope), key);
}

/* What is made of parts */

static hui_value array(const hui_expr *node, const hui_expr_scope *scope)
{
    hui_value *const items = hui_expr_items(scope, node->count);
    for (uint32_t i = 0; i < node->count; i++)
        items[i] = part(node, i, scope);
    return hui_expr_array(items, node->count);
}

static hui_value object(const hui_expr *node, const hui_expr_scope *scope)
{
    hui_member *const members = HUI_NEW_ARRAY(scope->arena, hui_member, node->count + 1);
    for (uint32_t i = 0; i < node->count; i++)
        members[i] = (hui_member){node->keys[i], part(node, i, scope)};
    return (hui_value){.kind = HUI_VALUE_OBJECT, .count = node->count, .members = members};
}

static hui_value call(const hui_expr *node, const hui_expr_scope *scope)
{
    hui_value few[FEW];
    hui_value *const arguments = node->count <= FEW ? few : hui_expr_items(scope, node->count);
    for (uint32_t i = 0; i < node->count; i++)
        arguments[i] = part(node, i, scope);
    const hui_expr_call made = {scope, node->function, arguments, node->count};
    return node->function->value(&made);
}

/* Operators */

static hui_value primitive(hui_arena *arena, hui_value value)
{
    const bool is_object =
        value.kind == HUI_VALUE_DATE || value.kind == HUI_VALUE_ARRAY || value.kind == HUI_VALUE_OBJECT;
    return is_object ? hui_value_string(hui_value_to_string(arena, value)) : value;
}

static hui_value concatenate(const hui_expr_scope *scope, hui_value left, hui_value right)
{
    const char *const first = hui_value_to_string(scope->arena, left);
    const char *const second = hui_value_to_string(scope->arena, right);
    const size_t first_size = strlen(first), second_size = strlen(second);
    if (!hui_expr_has_room(scope, (double)first_size + (double)second_size))
        return (hui_value){0};
    char *const text = hui_arena_alloc(scope->arena, first_size + second_size + 1);
    memcpy(text, first, first_size);
    memcpy(text + first_size, second, second_size);
    return (hui_value){.kind = HUI_VALUE_STRING, .count = (uint32_t)(first_size + second_size), .string = text};
}

static hui_value add(const hui_expr *node, const hui_expr_scope *scope)
{
    hui_value left = part(node, 0, scope), right = part(node, 1, scope);
    if (is_number(left) && is_number(right))
        return hui_value_number(left.number + right.number);
    left = primitive(scope->arena, left);
    right = primitive(scope->arena, right);
    if (left.kind == HUI_VALUE_STRING || right.kind == HUI_VALUE_STRING)
        return concatenate(scope, left, right);
    return hui_value_number(number_of(left) + number_of(right));
}

static hui_value arithmetic(const hui_expr *node, const hui_expr_scope *scope)
{
    const double left = number_of(part(node, 0, scope)), right = number_of(part(node, 1, scope));
    if (node->op == HUI_EXPR_SUBTRACT)
        return hui_value_number(left - right);
    if (node->op == HUI_EXPR_MULTIPLY)
        return hui_value_number(left * right);
    return hui_value_number(node->op == HUI_EXPR_DIVIDE ? left / right : fmod(left, right));
}

/* Two strings are compared as such, all else as numbers; what has no order is false in every comparison. */
static hui_value compare(const hui_expr *node, const hui_expr_scope *scope)
{
    hui_value left = part(node, 0, scope), right = part(node, 1, scope);
    double a, b;
    if (left.kind >= HUI_VALUE_ARRAY)
        left = primitive(scope->arena, left);
    if (right.kind >= HUI_VALUE_ARRAY)
        right = primitive(scope->arena, right);
    if (left.kind == HUI_VALUE_STRING && right.kind == HUI_VALUE_STRING) {
        a = hui_value_compare(left, right);
        b = 0;
    } else {
        a = number_of(left);
        b = number_of(right);
    }
    if (node->op == HUI_EXPR_LESS)
        return hui_value_bool(a < b);
    if (node->op == HUI_EXPR_LESS_EQUAL)
        return hui_value_bool(a <= b);
    return hui_value_bool(node->op == HUI_EXPR_GREATER ? a > b : a >= b);
}

static hui_value equality(const hui_expr *node, const hui_expr_scope *scope)
{
    const hui_value left = part(node, 0, scope), right = part(node, 1, scope);
    if (node->op == HUI_EXPR_SAME || node->op == HUI_EXPR_NOT_SAME)
        return hui_value_bool(hui_value_equal_strictly(left, right) == (node->op == HUI_EXPR_SAME));
    return hui_value_bool(hui_value_equal_loosely(left, right) == (node->op == HUI_EXPR_EQUAL));
}

/* ToUint32 (section 7.1.7): modulo 2^32. */
static uint32_t bits(hui_value value)
{
    const double number = number_of(value);
    if (!isfinite(number))
        return 0;
    double rest = fmod(trunc(number), 0x1p32);
    if (rest < 0)
        rest += 0x1p32;
    return (uint32_t)rest;
}

static double signed_bits(uint32_t value)
{
    return value < 0x80000000u ? (double)value : (double)value - 0x1p32;
}

static hui_value bitwise(const hui_expr *node, const hui_expr_scope *scope)
{
    const uint32_t left = bits(part(node, 0, scope)), right = bits(part(node, 1, scope));
    const uint32_t shift = right & 31, sign = left & 0x80000000u ? ~(UINT32_MAX >> shift) : 0;
    if (node->op == HUI_EXPR_BIT_AND)
        return hui_value_number(signed_bits(left & right));
    if (node->op == HUI_EXPR_BIT_OR)
        return hui_value_number(signed_bits(left | right));
    if (node->op == HUI_EXPR_BIT_XOR)
        return hui_value_number(signed_bits(left ^ right));
    if (node->op == HUI_EXPR_SHIFT_LEFT)
        return hui_value_number(signed_bits(left << shift));
    if (node->op == HUI_EXPR_SHIFT_RIGHT)
        return hui_value_number(signed_bits(left >> shift | sign));
    return hui_value_number(left >> shift);
}

static hui_value is_in(const hui_expr *node, const hui_expr_scope *scope)
{
    const char *const key = hui_value_to_string(scope->arena, part(node, 0, scope));
    const hui_value in = part(node, 1, scope);
    if (in.kind == HUI_VALUE_ARRAY)
        return hui_value_bool(hui_value_member(in, key).kind != HUI_VALUE_UNDEFINED);
    if (in.kind == HUI_VALUE_OBJECT)
        for (uint32_t i = 0; i < in.count; i++)
            if (strcmp(in.members[i].key, key) == 0)
                return hui_value_bool(true);
    return hui_value_bool(false);
}

static hui_value unary(const hui_expr *node, const hui_expr_scope *scope)
{
    const hui_value value = part(node, 0, scope);
    if (node->op == HUI_EXPR_NOT)
        return hui_value_bool(!hui_value_truthy(value));
    if (node->op == HUI_EXPR_BIT_NOT)
        return hui_value_number(signed_bits(~bits(value)));
    return hui_value_number(node->op == HUI_EXPR_MINUS ? -number_of(value) : number_of(value));
}

/* The right side is evaluated only if the left does not settle it. */
static hui_value logical(const hui_expr *node, const hui_expr_scope *scope)
{
    const hui_value left = part(node, 0, scope);
    return hui_value_truthy(left) == (node->op == HUI_EXPR_AND) ? part(node, 1, scope) : left;
}

static hui_value evaluate(const hui_expr *node, const hui_expr_scope *scope)
{
    switch (node->op) {
    case HUI_EXPR_CONSTANT:
        return node->constant;
    case HUI_EXPR_DATUM:
        return datum(scope);
    case HUI_EXPR_FIELD:
        return field(node, scope);
    case HUI_EXPR_PARAM:
        return param(node, scope);
    case HUI_EXPR_MEMBER:
        return member(node, scope);
    case HUI_EXPR_ARRAY:
        return array(node, scope);
    case HUI_EXPR_OBJECT:
        return object(node, scope);
    case HUI_EXPR_CALL:
        return call(node, scope);
    case HUI_EXPR_CONDITIONAL:
        return part(node, hui_value_truthy(part(node, 0, scope)) ? 1 : 2, scope);
    case HUI_EXPR_AND:
    case HUI_EXPR_OR:
        return logical(node, scope);
    case HUI_EXPR_PLUS:
    case HUI_EXPR_MINUS:
    case HUI_EXPR_NOT:
    case HUI_EXPR_BIT_NOT:
        return unary(node, scope);
    case HUI_EXPR_ADD:
        return add(node, scope);
    case HUI_EXPR_SUBTRACT:
    case HUI_EXPR_MULTIPLY:
    case HUI_EXPR_DIVIDE:
    case HUI_EXPR_REMAINDER:
        return arithmetic(node, scope);
    case HUI_EXPR_LESS:
    case HUI_EXPR_LESS_EQUAL:
    case HUI_EXPR_GREATER:
    case HUI_EXPR_GREATER_EQUAL:
        return compare(node, scope);
    case HUI_EXPR_EQUAL:
    case HUI_EXPR_NOT_EQUAL:
    case HUI_EXPR_SAME:
    case HUI_EXPR_NOT_SAME:
        return equality(node, scope);
    case HUI_EXPR_BIT_AND:
    case HUI_EXPR_BIT_OR:
    case HUI_EXPR_BIT_XOR:
    case HUI_EXPR_SHIFT_LEFT:
    case HUI_EXPR_SHIFT_RIGHT:
    case HUI_EXPR_SHIFT_RIGHT_ZERO:
        return bitwise(node, scope);
    case HUI_EXPR_IN:
        return is_in(node, scope);
    }
    return (hui_value){0};
}

hui_value hui_expr_value(const hui_expr *expr, const hui_expr_scope *scope)
{
    return evaluate(expr, scope);
}
