/* Records: reads an object by its field table, with defaults, unknown keys and missing fields. */
#include "model/reader.h"
#include "model/tables.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

enum { FIELD_LIMIT = 64 }; /* bits of `seen` */

static const char *const everywhere[] = {"$schema", "$comment", NULL};

static bool is_among(const char *word, const char *const *words)
{
    for (; words && *words; words++)
        if (!strcmp(word, *words))
            return true;
    return false;
}

static size_t find_field(const hui_record *record, const char *name)
{
    size_t i = 0;
    while (i < record->field_count && strcmp(record->fields[i].name, name) != 0)
        i++;
    return i;
}

static bool is_field(const hui_target *targets, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (find_field(targets[i].record, name) < targets[i].record->field_count)
            return true;
    return false;
}

static void report_unknown(hui_reader *reader, const hui_json *value, const hui_target *targets, size_t count,
                           const char *const *also)
{
    HUI_VEC(const char *) names = {0};
    if (hui_diags_full(reader->diags))
        return;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < targets[i].record->field_count; j++)
            *hui_vec_push(reader->arena, &names) = targets[i].record->fields[j].name;
    for (; also && *also; also++)
        if (!is_field(targets, count, *also))
            *hui_vec_push(reader->arena, &names) = *also;
    hui_diags_add(reader->diags, HUI_CODE_UNKNOWN_KEY, hui_json_key_place(reader->arena, value),
                  hui_word_hint(reader->arena, value->key, names.at, names.count), value->key, targets[0].record->name);
}

static void read_member(hui_reader *reader, const hui_target *target, size_t index, const hui_json *value,
                        uint64_t *seen)
{
    const hui_field *field = &target->record->fields[index];
    *seen |= UINT64_C(1) << index;
    hui_field_read(reader, field, value, (char *)target->props + field->offset);
}

static void report_missing(hui_reader *reader, const hui_json *value, const hui_record *record, uint64_t seen)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const hui_field *field = &record->fields[i];
        if (!field->required || (seen >> i & 1))
            continue;
        hui_place place = hui_reader_place(reader, value);
        place.length = value->kind == HUI_JSON_OBJECT ? 1 : place.length;
        hui_diags_add(reader->diags, HUI_CODE_MISSING_FIELD, place,
                      hui_arena_printf(reader->arena, "`%s`: %s", field->name, field->doc), record->name, field->name);
    }
}

void hui_object_read(hui_reader *reader, const hui_json *object, const hui_target *targets, size_t target_count,
                     const char *const *also)
{
    uint64_t seen[2] = {0};
    assert(target_count <= sizeof seen / sizeof *seen);
    for (const hui_json *value = object->first; value; value = value->next) {
        size_t i = 0, index = 0;
        if (is_among(value->key, also) || is_among(value->key, everywhere))
            continue;
        for (; i < target_count; i++)
            if ((index = find_field(targets[i].record, value->key)) < targets[i].record->field_count)
                break;
        if (i < target_count)
            read_member(reader, &targets[i], index, value, &seen[i]);
        else
            report_unknown(reader, value, targets, target_count, also);
    }
    for (size_t i = 0; i < target_count; i++)
        report_missing(reader, object, targets[i].record, seen[i]);
}

/* The table's fallbacks, read like a spec; a fallback that does not pass is our mistake. */
static void read_fallbacks(hui_reader *reader, const hui_record *record, char *props)
{
    const size_t error_count = reader->diags->error_count;
    const bool was_in_defaults = reader->in_defaults;
    reader->in_defaults = true;
    for (size_t i = 0; i < record->field_count; i++) {
        const hui_field *field = &record->fields[i];
        if (field->kind == HUI_FIELD_NUMBER)
            memcpy(props + field->offset, &(double){NAN}, sizeof(double));
        if (!field->fallback)
            continue;
        const hui_json *value =
            hui_json_read(reader->arena, field->name, field->fallback, strlen(field->fallback), NULL, reader->diags);
        assert(value && "a field's fallback must be JSON");
        hui_field_read(reader, field, value, props + field->offset);
    }
    reader->in_defaults = was_in_defaults;
    assert(reader->diags->error_count == error_count && "a field's fallback must pass its own checks");
    (void)error_count;
}

const void *hui_record_defaults(hui_reader *reader, const hui_record *record)
{
    for (size_t i = 0; i < reader->defaults.count; i++)
        if (reader->defaults.at[i].record == record)
            return reader->defaults.at[i].props;
    assert(record->field_count <= FIELD_LIMIT);
    char *props = hui_arena_alloc(reader->arena, record->size);
    read_fallbacks(reader, record, props);
    *hui_vec_push(reader->arena, &reader->defaults) = (hui_defaults){record, props};
    return props;
}

static bool is_shorthand(const hui_record *record, const hui_json *value)
{
    const char *words = record->shorthand ? hui_shorthand_words(record) : "";
    return (hui_json_as_string(value) && strstr(words, "string")) ||
           (value->kind == HUI_JSON_ARRAY && strstr(words, "array")) ||
           (value->kind == HUI_JSON_NUMBER && strstr(words, "number"));
}

void *hui_record_read(hui_reader *reader, const hui_record *record, const hui_json *value)
{
    const hui_target target = {record,
                               hui_arena_copy(reader->arena, hui_record_defaults(reader, record), record->size)};
    if (value->kind == HUI_JSON_OBJECT) {
        hui_object_read(reader, value, &target, 1, NULL);
    } else if (is_shorthand(record, value)) {
        const size_t index = find_field(record, record->shorthand);
        uint64_t seen = 0;
        assert(index < record->field_count && "a shorthand must be a field");
        read_member(reader, &target, index, value, &seen);
        report_missing(reader, value, record, seen);
    } else
        hui_report_type(reader, value,
                        record->shorthand
                            ? hui_arena_printf(reader->arena, "%s or an object", hui_shorthand_words(record))
                            : "an object");
    return target.props;
}
