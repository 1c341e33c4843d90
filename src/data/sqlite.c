/* SQLite databases. */
#include "data/sqlite.h"

#ifdef HUI_HAS_SQLITE

#include "base/buffer.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <sqlite3.h>
#include <string.h>

struct hui_sqlite {
    hui_arena *arena;
    hui_diags *diags;
    const char *name;
    hui_place place;
    sqlite3 *database;
    sqlite3_stmt *statement;
    const char **columns;
    size_t column_count;
    size_t ticks; /* of the progress handler, since the last row */
    bool failed;
};

enum { STEPS = 100 * 1000, MOST_TICKS = 5 * 1000, MOST_VALUE = 64 * 1024 * 1024 };

static const double exact = 9007199254740992.0; /* 2^53: greater whole numbers are not exact */

static bool fail(hui_sqlite *s, const char *hint, const char *message)
{
    hui_diags_add(s->diags, HUI_CODE_BAD_DATA, s->place, hint, s->name, message);
    s->failed = true;
    return false;
}

static void sqlite_close(void *object)
{
    hui_sqlite *s = object;
    sqlite3_finalize(s->statement);
    sqlite3_close(s->database);
}

/* Reading alone: whatever changes a file, reaches for another one, or sets anything is refused. */
static int authorize(void *closure, int action, const char *first, const char *second, const char *third,
                     const char *fourth)
{
    (void)closure, (void)first, (void)third, (void)fourth;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return second && !sqlite3_stricmp(second, "load_extension") ? SQLITE_DENY : SQLITE_OK;
    default:
        return SQLITE_DENY;
    }
}

static int tick(void *closure)
{
    hui_sqlite *s = closure;
    return ++s->ticks > MOST_TICKS;
}

/* "file:…?immutable=1": no lock is taken, and no journal beside the file is looked at. */
static const char *address(hui_arena *arena, const char *path)
{
    hui_buffer out = {0};
    hui_buffer_add_string(&out, "file:");
    if (*path != '/')
        hui_buffer_add_string(&out, "./");
    for (; *path; path++)
        if (strchr("%?#", *path))
            hui_buffer_printf(&out, "%%%02X", (unsigned)*path);
        else
            hui_buffer_add_char(&out, *path);
    hui_buffer_add_string(&out, "?immutable=1");
    const char *text = hui_arena_string_n(arena, out.bytes, out.size);
    hui_buffer_finish(&out);
    return text;
}

static void limit(hui_sqlite *s)
{
    sqlite3_limit(s->database, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(s->database, SQLITE_LIMIT_LENGTH, MOST_VALUE);
    sqlite3_limit(s->database, SQLITE_LIMIT_SQL_LENGTH, 100 * 1000);
    sqlite3_limit(s->database, SQLITE_LIMIT_EXPR_DEPTH, 200);
    sqlite3_db_config(s->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(s->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(s->database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    sqlite3_progress_handler(s->database, STEPS, tick, s);
    sqlite3_set_authorizer(s->database, authorize, s);
}

/* A copy for memory, which knows no write-ahead log: the file format's versions (Database File Format, section 1.3.3) are those
 * of a file with a rollback journal. */
static unsigned char *copy_database(hui_arena *arena, const char *bytes, size_t size)
{
    unsigned char *copy = hui_arena_copy(arena, bytes, size);
    if (size > 19 && copy[18] == 2 && copy[19] == 2)
        copy[18] = copy[19] = 1;
    return copy;
}

static bool connect(hui_sqlite *s, const char *path, const char *bytes, size_t size)
{
    const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | (path ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
    int fault = sqlite3_open_v2(path ? address(s->arena, path) : ":memory:", &s->database, flags, NULL);
    if (fault == SQLITE_OK && !path)
        fault = sqlite3_deserialize(s->database, "main", copy_database(s->arena, bytes, size), (sqlite3_int64)size,
                                    (sqlite3_int64)size, SQLITE_DESERIALIZE_READONLY);
    if (fault == SQLITE_OK)
        limit(s);
    return fault == SQLITE_OK || fail(s, NULL, s->database ? sqlite3_errmsg(s->database) : sqlite3_errstr(fault));
}

static const char *list_tables(hui_sqlite *s, size_t *count, const char **only)
{
    const char *list = "";
    sqlite3_stmt *tables = NULL;
    *count = 0;
    const int fault = sqlite3_prepare_v2(s->database,
                                         "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND "
                                         "name NOT LIKE 'sqlite_%' ORDER BY name",
                                         -1, &tables, NULL);
    while (fault == SQLITE_OK && sqlite3_step(tables) == SQLITE_ROW) {
        const char *name = hui_arena_string(s->arena, (const char *)sqlite3_column_text(tables, 0));
        *only = name;
        if ((*count)++ < 20)
            list = hui_arena_printf(s->arena, "%s%s%s", list, *list ? ", " : "", name);
    }
    sqlite3_finalize(tables);
    return list;
}

/* NULL after a diagnostic. */
static const char *choose_query(hui_sqlite *s, const char *query)
{
    size_t count;
    const char *only = NULL;
    if (query)
        return query;
    const char *list = list_tables(s, &count, &only);
    if (count != 1) {
        fail(s, count ? hui_arena_printf(s->arena, "its tables are %s", list) : NULL,
             count ? "it has several tables: say by a “query” what to read" : "it has no table that can be read");
        return NULL;
    }
    char *quoted = sqlite3_mprintf("SELECT * FROM \"%w\"", only);
    const char *copy = hui_arena_string(s->arena, quoted ? quoted : "");
    sqlite3_free(quoted);
    return copy;
}

static bool prepare(hui_sqlite *s, const char *query)
{
    const char *rest = "";
    if (!query)
        return false;
    const int fault = sqlite3_prepare_v2(s->database, query, -1, &s->statement, &rest);
    if (fault == SQLITE_AUTH)
        return fail(s, "a query can only read: one SELECT, or WITH … SELECT", "the query is refused");
    if (fault != SQLITE_OK)
        return fail(s, query, sqlite3_errmsg(s->database));
    if (!s->statement || rest[strspn(rest, " \t\r\n;")])
        return fail(s, NULL, s->statement ? "there is more than one query" : "the query is empty");
    if (!sqlite3_stmt_readonly(s->statement))
        return fail(s, NULL, "the query would write");
    s->column_count = (size_t)sqlite3_column_count(s->statement);
    s->columns = HUI_NEW_ARRAY(s->arena, const char *, s->column_count);
    for (size_t i = 0; i < s->column_count; i++)
        s->columns[i] = hui_arena_string(s->arena, sqlite3_column_name(s->statement, (int)i));
    return true;
}

hui_sqlite *hui_sqlite_open(hui_arena *arena, const char *path, const char *bytes, size_t size, const char *query,
                            const char *name, hui_place place, hui_diags *diags)
{
    hui_sqlite *s = HUI_NEW(arena, hui_sqlite);
    *s = (hui_sqlite){.arena = arena, .diags = diags, .name = name, .place = place};
    hui_arena_on_free(arena, sqlite_close, s);
    return connect(s, path, bytes, size) && prepare(s, choose_query(s, query)) ? s : NULL;
}

/* Whole numbers that a double cannot hold, such as long identity numbers, stay what they are as text. */
static hui_value read_integer(hui_sqlite *s, hui_arena *arena, int column)
{
    const sqlite3_int64 number = sqlite3_column_int64(s->statement, column);
    if ((double)number < exact && (double)number > -exact)
        return hui_value_number((double)number);
    return hui_value_string(hui_arena_printf(arena, "%lld", (long long)number));
}

static bool read_text(hui_sqlite *s, hui_arena *arena, int column, hui_value *value)
{
    const char *text = (const char *)sqlite3_column_text(s->statement, column);
    const size_t size = (size_t)sqlite3_column_bytes(s->statement, column);
    if (text && !memchr(text, '\0', size) && hui_utf8_find_invalid(text, size) == size) {
        *value = hui_value_string(hui_arena_string_n(arena, text, size));
        return true;
    }
    return fail(s, NULL,
                hui_arena_printf(s->arena, "a text in the column “%s” is not valid UTF-8", s->columns[column]));
}

static bool read_value(hui_sqlite *s, hui_arena *arena, int column, hui_value *value)
{
    switch (sqlite3_column_type(s->statement, column)) {
    case SQLITE_INTEGER:
        *value = read_integer(s, arena, column);
        return true;
    case SQLITE_FLOAT:
        *value = hui_value_number(sqlite3_column_double(s->statement, column));
        return true;
    case SQLITE_NULL:
        *value = hui_value_null();
        return true;
    case SQLITE_TEXT:
        return read_text(s, arena, column, value);
    default:
        return fail(s, "leave it out of the query",
                    hui_arena_printf(s->arena, "the column “%s” holds bytes, not values", s->columns[column]));
    }
}

bool hui_sqlite_next(hui_sqlite *s, hui_arena *arena, hui_value *values)
{
    s->ticks = 0;
    const int step = s->failed ? SQLITE_DONE : sqlite3_step(s->statement);
    if (step == SQLITE_DONE)
        return false;
    if (step == SQLITE_INTERRUPT)
        return fail(s, NULL, "the query takes too long");
    if (step != SQLITE_ROW)
        return fail(s, NULL, sqlite3_errmsg(s->database));
    for (size_t i = 0; i < s->column_count; i++)
        if (!read_value(s, arena, (int)i, &values[i]))
            return false;
    return true;
}

bool hui_sqlite_rewind(hui_sqlite *s)
{
    return !s->failed && sqlite3_reset(s->statement) == SQLITE_OK;
}

size_t hui_sqlite_column_count(const hui_sqlite *s)
{
    return s->column_count;
}

const char *hui_sqlite_column(const hui_sqlite *s, size_t index)
{
    return s->columns[index];
}

bool hui_sqlite_failed(const hui_sqlite *s)
{
    return s->failed;
}

#else

hui_sqlite *hui_sqlite_open(hui_arena *arena, const char *path, const char *bytes, size_t size, const char *query,
                            const char *name, hui_place place, hui_diags *diags)
{
    (void)arena, (void)path, (void)bytes, (void)size, (void)query;
    hui_diags_add(diags, HUI_CODE_BAD_DATA, place, NULL, name, "huibao was built without SQLite");
    return NULL;
}

size_t hui_sqlite_column_count(const hui_sqlite *s)
{
    (void)s;
    return 0;
}

const char *hui_sqlite_column(const hui_sqlite *s, size_t index)
{
    (void)s, (void)index;
    return "";
}

bool hui_sqlite_next(hui_sqlite *s, hui_arena *arena, hui_value *values)
{
    (void)s, (void)arena, (void)values;
    return false;
}

bool hui_sqlite_rewind(hui_sqlite *s)
{
    (void)s;
    return false;
}

bool hui_sqlite_failed(const hui_sqlite *s)
{
    (void)s;
    return true;
}

#endif
