/* The command batch: one template, a file or several for each row of data. In the order of its work: the plan checks what is asked
 * for and all names of files, before anything is drawn; the journal says what earlier runs have done; workers draw. */
#ifndef HUI_CLI_BATCH_H
#define HUI_CLI_BATCH_H

#include "batch/bytes.h"
#include "batch/key_file.h"
#include "batch/shard.h"
#include "cli/command.h"
#include "cli/format.h"
#include "cli/report.h"

typedef struct batch_plan {
    const cli_call *call;
    const cli_report *report;
    hui_context *context;
    hui_template *template;
    cli_formats formats;
    char *pattern; /* of names, without a suffix */
    size_t fixed;  /* bytes of it before the first folder or file that a value names */
    hui_rows *rows;
    batch_shard shard;
    size_t row_count;    /* of this shard */
    batch_key base;       /* what all drawings depend on: version, options, template, fonts */
    batch_key_file names; /* of all rows, without suffixes; numbers are the rows' */
} batch_plan;

/* A row of the data. */
typedef struct batch_row {
    size_t number;
    char *name; /* of its files, without suffix; NULL: the row cannot be read, which was reported */
    char *json;
} batch_row;

void batch_row_finish(batch_row *row);

/* Checks options, reads the template and names every row's files. Else prints what is wrong. */
hui_status batch_plan_make(batch_plan *plan, const cli_call *call, hui_context *context, cli_report *report);
void batch_plan_finish(batch_plan *plan);

/* The next row of this shard, or of all, to be finished. False at the end. */
bool batch_plan_next(batch_plan *plan, batch_row *row);
bool batch_plan_next_of_all(batch_plan *plan, batch_row *row);
/* The same for the same row, template, fonts, options and version. */
batch_key batch_plan_key(const batch_plan *plan, const batch_row *row);
/* Where the report goes. To be freed. */
char *batch_plan_journal_path(const batch_plan *plan);

/* The files of a row, one by one: in each format one, or one for each page. */
typedef struct batch_files {
    const batch_plan *plan;
    const char *name;
    size_t page_count, next_format, next_page;
    size_t format; /* of the file: index in the plan's formats */
    size_t page;   /* 0: the only one, or all of them */
    char *path;    /* to be freed */
} batch_files;

batch_files batch_files_of(const batch_plan *plan, const char *name, size_t page_count);
bool batch_files_next(batch_files *files); /* false: that was all */

/* The worker's side: draws a row's files. */
void batch_draw(const batch_plan *plan, char *request, batch_bytes *answer);
void batch_row_pack(const batch_row *row, batch_bytes *request);

/* What a worker answers. */
typedef struct batch_answer {
    hui_status status;
    const char *messages; /* for people */
    const char *inputs;   /* as a batch_line has them */
    const char *members;  /* likewise */
    size_t size;
} batch_answer;

batch_answer batch_answer_read(const char *bytes, size_t size);
/* That of a row whose worker gave none, made from one error. */
void batch_answer_make(const batch_plan *plan, const hui_diagnostic *error, batch_bytes *bytes);

#endif
