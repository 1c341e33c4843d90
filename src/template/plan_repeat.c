/* Plans of `repeat`: what is repeated, over which rows, in which order. */
#include "template/plan.h"

#include "base/vec.h"

#include <string.h>

static const char *const words[] = {"data", "filter", "sort", "limit", "offset"};
enum { WORD_COUNT = sizeof words / sizeof *words };

static void report_type(hui_planner *p, const hui_json *value, const char *label, const char *expected)
{
    hui_diags_add(p->diags, HUI_CODE_WRONG_TYPE, hui_json_place(p->arena, value), NULL, label, expected,
                  hui_json_kind_word(value));
}

/* "gdp", "-gdp", {"field": "gdp", "order": "descending"} */
static void read_key(hui_planner *p, const hui_json *value, hui_sort_key *key)
{
    const hui_json *field = value, *order = NULL;
    if (value->kind == HUI_JSON_OBJECT) {
        field = hui_json_find(value, "field");
        order = hui_json_find(value, "order");
    }
    if (!field || field->kind != HUI_JSON_STRING || (order && order->kind != HUI_JSON_STRING)) {
        report_type(p, value, "sort", "a field such as \"gdp\", or \"-gdp\" for the greatest first");
        return;
    }
    const bool has_minus = field->string[0] == '-' && !order;
    key->place = hui_json_place(p->arena, field);
    key->descending = has_minus || (order && !strcmp(order->string, "descending"));
    key->field.text = field->string + has_minus;
    key->field.path = hui_field_path(p->arena, key->field.text, &key->field.count);
    if (order && !key->descending && strcmp(order->string, "ascending") != 0)
        hui_diags_add(p->diags, HUI_CODE_UNKNOWN_VALUE, hui_json_place(p->arena, order),
                      "ascending and descending are there", order->string, "order");
}

static void read_sort(hui_planner *p, const hui_json *value, hui_repeat_plan *plan)
{
    const bool is_list = value->kind == HUI_JSON_ARRAY;
    hui_sort_key *keys = HUI_NEW_ARRAY(p->arena, hui_sort_key, is_list ? value->count : 1);
    for (const hui_json *item = is_list ? value->first : value; item; item = is_list ? item->next : NULL)
        read_key(p, item, &keys[plan->key_count++]);
    plan->keys = keys;
}

static void check_words(hui_planner *p, const hui_json *object)
{
    for (const hui_json *member = object->first; member; member = member->next) {
        size_t i = 0;
        while (i < WORD_COUNT && strcmp(words[i], member->key) != 0)
            i++;
        if (i == WORD_COUNT && strcmp(member->key, "$comment") != 0)
            hui_diags_add(p->diags, HUI_CODE_UNKNOWN_KEY, hui_json_key_place(p->arena, member),
                          hui_word_hint(p->arena, member->key, words, WORD_COUNT), member->key, "repeat");
    }
}

static const hui_node *plan_member(hui_planner *p, const hui_json *object, const char *key)
{
    const hui_json *member = hui_json_find(object, key);
    return member ? hui_plan_value_new(p, member) : NULL;
}

/* {"data": …, "filter": …, "sort": …, "limit": …, "offset": …} */
static void read_object(hui_planner *p, const hui_json *object, hui_repeat_plan *plan)
{
    const hui_json *filter = hui_json_find(object, "filter"), *sort = hui_json_find(object, "sort");
    check_words(p, object);
    plan->data = plan_member(p, object, "data");
    plan->limit = plan_member(p, object, "limit");
    plan->offset = plan_member(p, object, "offset");
    plan->filter = filter ? hui_plan_formula(p, filter) : NULL;
    if (sort)
        read_sort(p, sort, plan);
    if (!plan->data)
        hui_diags_add(p->diags, HUI_CODE_MISSING_FIELD, hui_json_key_place(p->arena, object),
                      "the name of the poster's data, or a list of rows", "repeat", "data");
}

/* With `each`, the object is nothing but a repeat. */
static void check_each(hui_planner *p, const hui_json *object)
{
    for (const hui_json *member = object->first; member; member = member->next)
        if (strcmp(member->key, "repeat") != 0 && strcmp(member->key, "when") != 0 &&
            strcmp(member->key, "each") != 0 && strcmp(member->key, "$comment") != 0)
            hui_diags_add(
                p->diags, HUI_CODE_BAD_TEMPLATE, hui_json_key_place(p->arena, member), "move it into “each”",
                hui_arena_printf(p->arena, "“%s” stands beside “each”, which is all that is repeated", member->key));
}

const hui_repeat_plan *hui_plan_repeat(hui_planner *p, const hui_json *object)
{
    const hui_json *repeat = hui_json_find(object, "repeat");
    hui_repeat_plan *plan = HUI_NEW(p->arena, hui_repeat_plan);
    plan->json = repeat;
    if (repeat->kind == HUI_JSON_OBJECT)
        read_object(p, repeat, plan);
    else if (repeat->kind == HUI_JSON_STRING || repeat->kind == HUI_JSON_ARRAY)
        plan->data = hui_plan_value_new(p, repeat);
    else
        report_type(p, repeat, "repeat", "the name of data, a list of rows, or an object with “data”");
    plan->each = plan_member(p, object, "each");
    if (plan->each)
        check_each(p, object);
    return plan;
}
