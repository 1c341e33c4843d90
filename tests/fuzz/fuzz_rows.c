/* Fuzz target: any bytes as rows of every format, read twice, which must give the same, and described. */
#include "huibao.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* FNV-1a of all rows' JSON, and of where the bad ones are. */
static uint64_t read_all(hui_rows *rows)
{
    uint64_t hash = 14695981039346656037u;
    const hui_row *row;
    hui_rows_next_result result;
    while ((result = hui_rows_next(rows, &row)) != HUI_ROWS_END) {
        char *json = row ? hui_row_json(row) : NULL;
        if ((result == HUI_ROWS_ROW) != (row != NULL))
            abort();
        for (const char *at = json ? json : "!"; *at; at++)
            hash = (hash ^ (unsigned char)*at) * 1099511628211u;
        hui_free(json);
    }
    return hash;
}

static void run(const uint8_t *data, size_t size, const hui_rows_options *options)
{
    hui_rows *rows = hui_rows_read("fuzz", data, size, options);
    const uint64_t first = read_all(rows);
    if (hui_rows_rewind(rows) && read_all(rows) != first)
        abort();
    if (hui_rows_rewind(rows)) {
        hui_free(hui_rows_describe(rows, size % 2));
        for (size_t i = 0; i < hui_rows_diagnostic_count(rows); i++)
            hui_free(hui_diagnostic_text(hui_rows_diagnostic(rows, i), HUI_DIAGNOSTIC_PLAIN));
    }
    hui_rows_free(rows);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    run(data, size, &(hui_rows_options){.format = "csv", .max_row_size = 10000});
    run(data, size, &(hui_rows_options){.format = "tsv", .columns = "{\"a\": \"number\"}"});
    run(data, size, &(hui_rows_options){.format = "csv", .delimiter = "||", .encoding = "GB18030"});
    run(data, size, &(hui_rows_options){.format = "ndjson"});
    run(data, size, &(hui_rows_options){.format = "json"});
    if (size > 16 && !memcmp(data, "SQLite format 3", 16))
        run(data, size, &(hui_rows_options){.format = "sqlite"});
    return 0;
}
