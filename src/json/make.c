/* Making values: nodes that remember what they were made from, and share children until these change. */
#include "json/make.h"

#include "json/made.h"
#include "json/scan.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const hui_json *find_origin(const hui_json *value)
{
    return value && value->is_made ? ((const hui_json_made *)value)->origin : value;
}

hui_json *hui_json_make(hui_arena *arena, hui_json_kind kind, const hui_json *like)
{
    hui_json_made *made = HUI_NEW(arena, hui_json_made);
    made->json.kind = kind;
    made->json.is_made = true;
    made->origin = find_origin(like);
    made->owns = true;
    if (like) {
        made->json.source = like->source;
        made->json.offset = like->offset;
        made->json.length = like->length;
        made->json.key_offset = like->key_offset;
        made->json.key_length = like->key_length;
    }
    return &made->json;
}

hui_json *hui_json_make_string(hui_arena *arena, const char *string, const hui_json *like)
{
    hui_json *made = hui_json_make(arena, HUI_JSON_STRING, like);
    made->string = hui_arena_string(arena, string);
    return made;
}

/* As JSON: what printf writes, with a point for whatever the locale puts between the digits. */
static const char *write_number(hui_arena *arena, double number)
{
    if (fabs(number) < 1e15 && number == trunc(number))
        return hui_arena_printf(arena, "%.0f", number);
    char text[64], *out = text;
    snprintf(text, sizeof text, "%.17g", number);
    for (const char *at = text; *at;) {
        const size_t plain = strspn(at, "0123456789+-e");
        memmove(out, at, plain);
        out += plain;
        at += plain;
        const size_t point = strcspn(at, "0123456789+-e");
        at += point;
        if (point)
            *out++ = '.';
    }
    return hui_arena_string_n(arena, text, (size_t)(out - text));
}

hui_json *hui_json_make_number(hui_arena *arena, double number, const hui_json *like)
{
    if (!isfinite(number))
        return hui_json_make(arena, HUI_JSON_NULL, like);
    hui_json *made = hui_json_make(arena, HUI_JSON_NUMBER, like);
    made->number = number;
    made->string = write_number(arena, number);
    return made;
}

hui_json *hui_json_make_bool(hui_arena *arena, bool truth, const hui_json *like)
{
    return hui_json_make(arena, truth ? HUI_JSON_TRUE : HUI_JSON_FALSE, like);
}

hui_json *hui_json_copy(hui_arena *arena, const hui_json *value)
{
    hui_json_made *made = HUI_NEW(arena, hui_json_made);
    if (value->is_made && value->count > 0) /* from now on it shares its children, too */
        ((hui_json_made *)value)->owns = false;
    made->json = *value;
    made->json.is_made = true;
    made->json.index = 0;
    made->json.next = NULL;
    made->json.parent = NULL;
    made->origin = find_origin(value);
    made->owns = value->count == 0;
    if (!value->is_made)
        return &made->json;
    const hui_json_made *from = (const hui_json_made *)value;
    made->scope = from->scope;
    made->text = from->text;
    made->markdown = from->markdown;
    return &made->json;
}

static void append(hui_json_made *parent, hui_json *child)
{
    child->parent = &parent->json;
    child->index = parent->json.count++;
    child->next = NULL;
    if (parent->last)
        parent->last->next = child;
    else
        parent->json.first = child;
    parent->last = child;
}

/* Gives it nodes of its own for its children, which may then be relinked. */
static hui_json_made *own_children(hui_arena *arena, hui_json *value)
{
    assert(value->is_made);
    hui_json_made *made = (hui_json_made *)value;
    if (made->owns)
        return made;
    const hui_json *shared = value->first;
    value->first = NULL;
    value->count = 0;
    made->last = NULL;
    made->owns = true;
    for (; shared; shared = shared->next)
        append(made, hui_json_copy(arena, shared));
    return made;
}

static void replace(hui_json *old, hui_json *child)
{
    hui_json_made *parent = (hui_json_made *)old->parent;
    child->parent = old->parent;
    child->index = old->index;
    child->next = old->next;
    if (parent->last == old)
        parent->last = child;
    if (parent->json.first == old) {
        parent->json.first = child;
        return;
    }
    hui_json *before = (hui_json *)parent->json.first;
    while (before->next != old)
        before = (hui_json *)before->next;
    before->next = child;
}

void hui_json_put(hui_arena *arena, hui_json *parent, const char *key, const hui_json *value)
{
    hui_json_made *made = own_children(arena, parent);
    hui_json *child = hui_json_copy(arena, value);
    child->key = key;
    hui_json *old = key ? (hui_json *)hui_json_find(parent, key) : NULL;
    if (old)
        replace(old, child);
    else
        append(made, child);
}

void hui_json_adopt(hui_json *parent, const char *key, hui_json *child)
{
    hui_json_made *made = (hui_json_made *)parent;
    assert(parent->is_made && made->owns && child->is_made && !child->parent);
    child->key = key;
    append(made, child);
}

void hui_json_set_scope(hui_json *made, const hui_json_scope *scope)
{
    assert(made->is_made);
    ((hui_json_made *)made)->scope = scope;
}

void hui_json_set_text(hui_json *made, const char *text, const char *markdown)
{
    assert(made->is_made);
    ((hui_json_made *)made)->text = text;
    ((hui_json_made *)made)->markdown = markdown;
}

void hui_json_remove(hui_arena *arena, hui_json *object, const char *key)
{
    if (!hui_json_find(object, key))
        return;
    hui_json_made *made = own_children(arena, object);
    const hui_json *child = object->first;
    object->first = NULL;
    object->count = 0;
    made->last = NULL;
    while (child) {
        hui_json *kept = (hui_json *)child;
        child = child->next;
        if (strcmp(kept->key, key) != 0)
            append(made, kept);
    }
}

const hui_json *hui_json_merge(hui_arena *arena, const hui_json *under, const hui_json *over)
{
    if (!under || !over)
        return over ? over : under;
    if (under->kind != HUI_JSON_OBJECT || over->kind != HUI_JSON_OBJECT)
        return over;
    hui_json_made *merged = (hui_json_made *)hui_json_make(arena, HUI_JSON_OBJECT, over);
    for (const hui_json *member = under->first; member; member = member->next) {
        const hui_json *above = hui_json_find(over, member->key);
        hui_json *child = hui_json_copy(arena, above ? hui_json_merge(arena, member, above) : member);
        child->key = member->key;
        append(merged, child);
    }
    for (const hui_json *member = over->first; member; member = member->next)
        if (!hui_json_find(under, member->key))
            append(merged, hui_json_copy(arena, member));
    return &merged->json;
}

const hui_json *hui_json_constant(hui_arena *arena, const char *text)
{
    hui_diags *diags = hui_diags_new(arena);
    const hui_json *read = hui_json_read(arena, "", text, strlen(text), NULL, diags);
    assert(read);
    /* The text is no file of the user's: what stands in it, or is made of it, has no place. */
    for (hui_json *value = (hui_json *)read; value; value = hui_json_next(value))
        value->source = NULL;
    return read;
}
