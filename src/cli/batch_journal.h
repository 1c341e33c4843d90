/* The journal of a batch, which is its report: an object a line (NDJSON), appended as soon as a row's files are there. */
#ifndef HUI_CLI_BATCH_JOURNAL_H
#define HUI_CLI_BATCH_JOURNAL_H

#include "batch/key_set.h"
#include "cli/batch.h"

typedef struct batch_journal {
    char *path;
    int file;
    bool echo; /* lines also go to standard output */
    bool sync; /* lines wait for the disk */
    batch_key_file done;  /* rows that need not be drawn again */
    batch_key_set inputs; /* files that drawings depend on besides the template, as they are: path, size and time → number */
    size_t input_count;
} batch_journal;

/* Opens the journal, which no other run may be writing. With --resume it reads what is done; else it begins anew. Prints what is
 * wrong. */
hui_status batch_journal_open(batch_journal *journal, const batch_plan *plan, cli_report *report);
void batch_journal_close(batch_journal *journal);

/* Whether the row was drawn before, from the same inputs, and its files are there. */
bool batch_journal_has(const batch_journal *journal, batch_key key);

/* What there is to say of a row that ended. */
typedef struct batch_line {
    size_t row;
    const char *name; /* of its files */
    batch_key key;
    double milliseconds;
    const char *inputs;  /* paths, each ending in a NUL, the last one empty; NULL: none */
    const char *members; /* of the JSON object: its status, files, diagnostics */
    size_t size;
} batch_line;

bool batch_journal_add(batch_journal *journal, const batch_line *line); /* false with errno */

#endif
