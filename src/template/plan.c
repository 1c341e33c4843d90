/* Making plans: a walk over the JSON. */
#include "template/plan.h"

#include "base/vec.h"

#include <string.h>

/* Where `repeat` and `when` are not ours: specs of charts, and data. */
static bool is_opaque(const hui_json *member)
{
    return !strcmp(member->key, "spec") || (!strcmp(member->key, "data") && !member->parent->parent);
}

static bool names_json(const char *text)
{
    const size_t length = strlen(text);
    return length > 5 && !strcmp(text + length - 5, ".json");
}

static hui_node plan_string(hui_planner *p, const hui_json *value)
{
    hui_node node = {.json = value};
    if (value->has_nul || hui_text_is_plain(value->string)) {
        node.kind = names_json(value->string) ? HUI_NODE_REFERENCE : HUI_NODE_PLAIN;
        return node;
    }
    node.text = hui_text_plan_new(p->arena, value, p->diags);
    node.kind = node.text ? HUI_NODE_TEXT : HUI_NODE_PLAIN;
    return node;
}

typedef struct hui_nodes {
    hui_node *at;
    size_t count, capacity;
} hui_nodes;

static bool needs_work(const hui_node *node)
{
    return node->kind != HUI_NODE_PLAIN || node->repeat || node->when;
}

typedef hui_node plan_child(hui_planner *p, const hui_json *child);

/* An array or object, its children planned by `plan`; what has no work in it needs no children. */
static hui_node plan_children(hui_planner *p, const hui_json *value, plan_child *plan)
{
    hui_node *children = HUI_NEW_ARRAY(p->arena, hui_node, value->count);
    bool is_plain = true;
    size_t count = 0;
    for (const hui_json *child = value->first; child; child = child->next) {
        children[count] = plan(p, child);
        is_plain &= !needs_work(&children[count++]);
    }
    hui_node node = {.json = value, .at = children, .count = count};
    node.kind = is_plain ? HUI_NODE_PLAIN : value->kind == HUI_JSON_ARRAY ? HUI_NODE_ARRAY : HUI_NODE_OBJECT;
    return node;
}

/* Texts alone. */
static hui_node plan_opaque(hui_planner *p, const hui_json *value)
{
    if (value->kind == HUI_JSON_STRING)
        return plan_string(p, value);
    if (value->kind == HUI_JSON_ARRAY || value->kind == HUI_JSON_OBJECT)
        return plan_children(p, value, plan_opaque);
    return (hui_node){.json = value};
}

static void report_place(hui_planner *p, const hui_json *member, const char *message)
{
    hui_diags_add(p->diags, HUI_CODE_BAD_TEMPLATE, hui_json_key_place(p->arena, member),
                  "items of a list are repeated, such as panels", message);
}

static hui_node plan_member(hui_planner *p, const hui_json *member)
{
    const hui_json *repeat = member->kind == HUI_JSON_OBJECT ? hui_json_find(member, "repeat") : NULL;
    if (is_opaque(member))
        return plan_opaque(p, member);
    if (repeat)
        report_place(p, repeat, hui_arena_printf(p->arena, "“%s” is one value, which cannot be repeated", member->key));
    return hui_plan_value(p, member);
}

static const char *const own_words[] = {"repeat", "when", "each"};

static bool is_own(const char *key)
{
    for (size_t i = 0; i < sizeof own_words / sizeof *own_words; i++)
        if (!strcmp(own_words[i], key))
            return true;
    return false;
}

const hui_formula *hui_plan_formula(hui_planner *p, const hui_json *value)
{
    hui_formula *formula = HUI_NEW(p->arena, hui_formula);
    if (value->kind == HUI_JSON_STRING && !value->has_nul)
        return hui_formula_read(p->arena, value->string, hui_json_place(p->arena, value), formula, p->diags) ? formula
                                                                                                             : NULL;
    hui_diags_add(p->diags, HUI_CODE_WRONG_TYPE, hui_json_place(p->arena, value), "such as \"datum.gdp > 0\"",
                  value->key, "an expression in a string", hui_json_kind_word(value));
    return NULL;
}

/* What has no `repeat` cannot have an `each`, which is then a key like others and refused as such. */
static hui_node plan_object(hui_planner *p, const hui_json *value)
{
    const hui_json *when = hui_json_find(value, "when"), *repeat = hui_json_find(value, "repeat");
    hui_node *children = HUI_NEW_ARRAY(p->arena, hui_node, value->count);
    hui_node node = {.json = value, .at = children};
    bool is_plain = true;
    for (const hui_json *member = value->first; member; member = member->next) {
        if (is_own(member->key) && (repeat || strcmp(member->key, "each") != 0))
            continue;
        children[node.count] = plan_member(p, member);
        is_plain &= !needs_work(&children[node.count++]);
    }
    node.when = when ? hui_plan_formula(p, when) : NULL;
    node.repeat = repeat ? hui_plan_repeat(p, value) : NULL;
    node.kind = is_plain && !when && !repeat ? HUI_NODE_PLAIN : HUI_NODE_OBJECT;
    return node;
}

hui_node hui_plan_value(hui_planner *p, const hui_json *value)
{
    if (value->kind == HUI_JSON_OBJECT)
        return plan_object(p, value);
    if (value->kind == HUI_JSON_ARRAY)
        return plan_children(p, value, hui_plan_value);
    return plan_opaque(p, value);
}

const hui_node *hui_plan_value_new(hui_planner *p, const hui_json *value)
{
    const hui_node node = hui_plan_value(p, value);
    return hui_arena_copy(p->arena, &node, sizeof node);
}

const hui_node *hui_plan_new(hui_arena *arena, const hui_json *root, bool is_chart, hui_diags *diags)
{
    hui_planner p = {arena, diags};
    const size_t errors = diags->error_count;
    const hui_node node = is_chart ? plan_opaque(&p, root) : hui_plan_value(&p, root);
    const hui_json *misplaced = node.repeat ? hui_json_find(root, "repeat")
                                : node.when ? hui_json_find(root, "when")
                                            : NULL;
    if (misplaced)
        report_place(&p, misplaced, hui_arena_printf(arena, "“%s” cannot stand outside of all", misplaced->key));
    return diags->error_count == errors ? hui_arena_copy(arena, &node, sizeof node) : NULL;
}
