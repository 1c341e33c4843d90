/* The journal of a batch. */
#include "cli/batch_journal.h"

#include "cli/library.h"
#include "cli/target.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEY_DIGITS = 32 };

typedef struct key_digits {
    char text[KEY_DIGITS + 1];
} key_digits;

static key_digits key_text(batch_key key)
{
    key_digits digits;
    snprintf(digits.text, sizeof digits.text, "%016" PRIx64 "%016" PRIx64, key.high, key.low);
    return digits;
}

static bool read_key(const char *text, batch_key *key)
{
    return strlen(text) == KEY_DIGITS && sscanf(text, "%16" SCNx64 "%16" SCNx64, &key->high, &key->low) == 2;
}

/* A file as it is now, by what costs no reading. */
static bool find_look(const char *path, batch_key *look)
{
    struct stat entry;
    if (stat(path, &entry) != 0)
        return false;
    const int64_t facts[] = {entry.st_size, entry.st_mtim.tv_sec, entry.st_mtim.tv_nsec, (int64_t)entry.st_ino};
    *look = batch_key_join(batch_key_of(path, strlen(path)), facts, sizeof facts);
    return true;
}

/* The number of an input, with a line of its own when it is new. 0 if it cannot be read. */
static size_t number_input(batch_journal *journal, const char *path, batch_bytes *lines)
{
    batch_key look, hash;
    if (!find_look(path, &look))
        return 0;
    const size_t known = batch_key_set_find(&journal->inputs, look);
    if (known > 0 || !batch_key_of_file(path, &hash))
        return known;
    batch_key_set_add(&journal->inputs, look, ++journal->input_count);
    batch_bytes_print(lines, "{\"input\":%zu,\"hash\":\"%s\",\"path\":", journal->input_count, key_text(hash).text);
    batch_bytes_json(lines, path);
    batch_bytes_print(lines, "}\n");
    return journal->input_count;
}

/* Lines of new inputs first, so that whoever reads the row's line knows them. */
static void write_line(batch_journal *journal, const batch_line *line, batch_bytes *lines)
{
    batch_bytes numbers = {0};
    for (const char *path = line->inputs; path && *path; path += strlen(path) + 1)
        batch_bytes_print(&numbers, "%s%zu", numbers.size > 0 ? "," : "", number_input(journal, path, lines));
    batch_bytes_print(lines, "{\"row\":%zu,\"name\":", line->row);
    batch_bytes_json(lines, line->name);
    batch_bytes_print(lines, ",");
    batch_bytes_add(lines, line->members, line->size);
    batch_bytes_print(lines, ",\"ms\":%.1f,\"key\":\"%s\",\"inputs\":[", line->milliseconds, key_text(line->key).text);
    batch_bytes_add(lines, numbers.at, numbers.size);
    batch_bytes_print(lines, "]}\n");
    batch_bytes_finish(&numbers);
}

bool batch_journal_add(batch_journal *journal, const batch_line *line)
{
    batch_bytes lines = {0};
    write_line(journal, line, &lines);
    const bool done =
        batch_write_all(journal->file, lines.at, lines.size) && (!journal->sync || fdatasync(journal->file) == 0);
    if (journal->echo)
        fwrite(lines.at, 1, lines.size, stdout);
    batch_bytes_finish(&lines);
    return done;
}

bool batch_journal_has(const batch_journal *journal, batch_key key)
{
    return batch_key_file_find(&journal->done, key) > 0;
}

/* Reading what earlier runs wrote */

typedef struct past {
    batch_journal *journal;
    const batch_plan *plan;
    batch_bytes same; /* a byte for each input's number: whether the file is as it was */
    int error;        /* that of keeping what is done, or 0 */
} past;

/* A field of a line, empty if it has none; kept until the line is done. */
enum { LINE_FIELDS = 8 };
typedef struct line_fields {
    const hui_row *row;
    char *at[LINE_FIELDS];
    size_t count;
} line_fields;

static const char *field(line_fields *fields, const char *name)
{
    char *text = hui()->row_text(fields->row, name);
    assert(fields->count < LINE_FIELDS);
    fields->at[fields->count++] = text;
    return text ? text : "";
}

static void read_input(past *so_far, line_fields *fields)
{
    batch_key was, is, look;
    const char *path = field(fields, "path");
    const char same = read_key(field(fields, "hash"), &was) && find_look(path, &look) && batch_key_of_file(path, &is) &&
                      was.low == is.low && was.high == is.high;
    batch_bytes_add(&so_far->same, &same, 1);
    so_far->journal->input_count++;
    if (same)
        batch_key_set_add(&so_far->journal->inputs, look, so_far->journal->input_count);
}

/* The next number of a list such as "[1,2]"; moves *at behind it. False at the end. */
static bool next_number(const char **at, size_t *number)
{
    char *end;
    *at += strspn(*at, "[, ]");
    *number = strtoul(*at, &end, 10);
    const bool found = end > *at;
    *at = end;
    return found;
}

static bool inputs_are_same(const past *so_far, const char *list)
{
    for (size_t number; next_number(&list, &number);)
        if (number == 0 || number > so_far->same.size || !so_far->same.at[number - 1])
            return false;
    return true;
}

/* Whether the files that `name` stood for are there, of the sizes that they had. */
static bool files_are_there(const batch_plan *plan, const char *name, const char *pages, const char *sizes)
{
    batch_files files = batch_files_of(plan, name, strtoul(pages, NULL, 10));
    struct stat entry;
    bool are_there = *name;
    for (size_t size; are_there && batch_files_next(&files);) {
        are_there = next_number(&sizes, &size) && stat(files.path, &entry) == 0 && (size_t)entry.st_size == size;
        free(files.path);
    }
    return are_there;
}

static void keep_done(past *so_far, batch_key key)
{
    if (so_far->error == 0 && !batch_key_file_add(&so_far->journal->done, key, 1))
        so_far->error = errno;
}

static void read_row(past *so_far, line_fields *fields)
{
    batch_key key;
    if (strcmp(field(fields, "status"), "done") == 0 && read_key(field(fields, "key"), &key) &&
        inputs_are_same(so_far, field(fields, "inputs")) &&
        files_are_there(so_far->plan, field(fields, "name"), field(fields, "pages"), field(fields, "bytes")))
        keep_done(so_far, key);
}

static void read_line(past *so_far, const hui_row *row)
{
    line_fields fields = {.row = row};
    if (*field(&fields, "input"))
        read_input(so_far, &fields);
    else
        read_row(so_far, &fields);
    for (size_t i = 0; i < fields.count; i++)
        hui()->free(fields.at[i]);
}

/* A run that was killed may have left half a line: what is behind the last line's end goes. */
static bool cut_half_line(int file)
{
    enum { BLOCK = 4096 };
    char block[BLOCK];
    off_t end = lseek(file, 0, SEEK_END);
    while (end > 0) {
        const size_t size = end < BLOCK ? (size_t)end : BLOCK;
        if (pread(file, block, size, end - (off_t)size) != (ssize_t)size)
            return false;
        const char *newline = memrchr(block, '\n', size);
        if (newline) {
            end -= (off_t)(block + size - newline - 1);
            break;
        }
        end -= (off_t)size;
    }
    return end >= 0 && ftruncate(file, end) == 0;
}

static hui_status read_done(batch_journal *journal, const batch_plan *plan, cli_report *report)
{
    past done = {journal, plan, {0}, 0};
    const hui_row *row;
    hui_rows *rows = hui()->rows_open(journal->path, &(hui_rows_options){.format = "ndjson"});
    for (hui_rows_next_result next; (next = hui()->rows_next(rows, &row)) != HUI_ROWS_END;)
        if (next == HUI_ROWS_ROW)
            read_line(&done, row);
    if (done.error == 0 && !batch_key_file_sort(&journal->done, NULL, NULL))
        done.error = errno;
    if (done.error != 0)
        fprintf(stderr, "huibao: cannot keep what is done in TMPDIR or /tmp: %s\n", strerror(done.error));
    const hui_status status = report_rows(report, rows, 0);
    hui()->rows_free(rows);
    batch_bytes_finish(&done.same);
    return done.error == 0 ? status : HUI_STATUS_SYSTEM;
}

static hui_status cannot_open(const char *path, const char *reason)
{
    fprintf(stderr, "huibao: cannot write the report %s: %s\n", path, reason);
    return HUI_STATUS_SYSTEM;
}

static bool make_folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path)
        return true;
    char *folder = strndup(path, (size_t)(slash - path));
    if (!folder)
        abort();
    const bool made = make_folder(folder);
    free(folder);
    return made;
}

hui_status batch_journal_open(batch_journal *journal, const batch_plan *plan, cli_report *report)
{
    const bool resumes = plan->call->values[OPTION_RESUME];
    *journal = (struct batch_journal){
        .path = batch_plan_journal_path(plan),
        .echo = plan->call->values[OPTION_JSON],
        .sync = plan->call->values[OPTION_SYNC],
        .file = -1,
    };
    if (!make_folder_of(journal->path))
        return cannot_open(journal->path, strerror(errno));
    journal->file = open(journal->path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (journal->file < 0)
        return cannot_open(journal->path, strerror(errno));
    if (flock(journal->file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return cannot_open(journal->path, "another batch writes it");
    if (!(resumes ? cut_half_line(journal->file) : ftruncate(journal->file, 0) == 0))
        return cannot_open(journal->path, strerror(errno));
    return resumes ? read_done(journal, plan, report) : HUI_STATUS_OK;
}

void batch_journal_close(batch_journal *journal)
{
    if (journal->file >= 0)
        close(journal->file);
    free(journal->path);
    batch_key_file_finish(&journal->done);
    batch_key_set_finish(&journal->inputs);
}
