/* Any number of keys in little memory. */
#include "batch/key_file.h"

#include "batch/bytes.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { BLOCK_KEYS = 256 };

static int compare_keys(batch_key a, batch_key b)
{
    const int by_high = (a.high > b.high) - (a.high < b.high);
    return by_high != 0 ? by_high : (a.low > b.low) - (a.low < b.low);
}

static int compare_entries(const void *one, const void *other)
{
    const batch_key_entry *a = one, *b = other;
    const int by_key = compare_keys(a->key, b->key);
    return by_key != 0 ? by_key : (a->number > b->number) - (a->number < b->number);
}

/* The file */

static bool write_entries(int file, const batch_key_entry *entries, size_t count)
{
    return batch_write_all(file, entries, count * sizeof *entries);
}

static bool read_entries(int file, size_t first, batch_key_entry *entries, size_t count)
{
    char *bytes = (char *)entries;
    for (size_t done = 0; done < count * sizeof *entries;) {
        const ssize_t got =
            pread(file, bytes + done, count * sizeof *entries - done, (off_t)(first * sizeof *entries + done));
        if (got == 0)
            errno = EIO; /* somebody cut the file */
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        done += got > 0 ? (size_t)got : 0;
    }
    return true;
}

/* A file that has no name, and goes with its descriptor. -1 with errno. */
static int open_nameless(void)
{
    const char *folder = getenv("TMPDIR");
    char path[4096];
    if (snprintf(path, sizeof path, "%s/huibao-XXXXXX", folder && *folder ? folder : "/tmp") >= (int)sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    const int file = mkostemp(path, O_CLOEXEC);
    if (file >= 0)
        unlink(path);
    return file;
}

static void sort_held(batch_key_file *keys)
{
    if (keys->held_count > 0)
        qsort(keys->held, keys->held_count, sizeof *keys->held, compare_entries);
}

static bool write_run(batch_key_file *keys)
{
    if (keys->file == 0)
        keys->file = open_nameless() + 1;
    sort_held(keys);
    if (keys->file == 0 || !write_entries(keys->file - 1, keys->held, keys->held_count))
        return false;
    keys->run_count++;
    keys->held_count = 0;
    return true;
}

bool batch_key_file_add(batch_key_file *keys, batch_key key, size_t number)
{
    assert(number > 0);
    if (!keys->held && !(keys->held = malloc(BATCH_KEYS_HELD * sizeof *keys->held)))
        abort();
    if (keys->held_count == BATCH_KEYS_HELD && !write_run(keys))
        return false;
    keys->held[keys->held_count++] = (batch_key_entry){key, number};
    return true;
}

/* What sorting gives: each key once, with its least number */

typedef struct sorted {
    int file; /* -1: entries stay in `at` */
    batch_key_entry *at;
    size_t at_count, count;
    batch_key_entry last;
    batch_key_twice *twice;
    void *closure;
} sorted;

static bool flush_sorted(sorted *out)
{
    if (out->file < 0)
        return true;
    const bool written = write_entries(out->file, out->at, out->at_count);
    out->at_count = 0;
    return written;
}

static bool add_sorted(sorted *out, batch_key_entry entry)
{
    if (out->count > 0 && compare_keys(out->last.key, entry.key) == 0) {
        if (out->twice)
            out->twice(out->closure, out->last.number, entry.number);
        return true;
    }
    if (out->at_count == BLOCK_KEYS && !flush_sorted(out))
        return false;
    out->at[out->at_count++] = out->last = entry;
    out->count++;
    return true;
}

/* Merging runs: a heap whose top is the run with the least key */

typedef struct run {
    int file;
    size_t next, end; /* entries of the file that are to be read yet */
    size_t at, count; /* of those in the block */
    batch_key_entry block[BLOCK_KEYS];
} run;

/* Whether there is a next entry: in the block, or read into it. */
static bool has_entry(run *from, bool *failed)
{
    if (from->at < from->count || from->next == from->end)
        return from->at < from->count;
    from->at = 0;
    from->count = from->end - from->next < BLOCK_KEYS ? from->end - from->next : BLOCK_KEYS;
    *failed |= !read_entries(from->file, from->next, from->block, from->count);
    from->next += from->count;
    return !*failed;
}

static bool is_before(const run *a, const run *b)
{
    return compare_entries(&a->block[a->at], &b->block[b->at]) < 0;
}

static void sift_down(run **heap, size_t count, size_t place)
{
    for (size_t least = place;; place = least) {
        for (size_t child = 2 * place + 1; child < count && child <= 2 * place + 2; child++)
            if (is_before(heap[child], heap[least]))
                least = child;
        if (least == place)
            return;
        run *moved = heap[place];
        heap[place] = heap[least];
        heap[least] = moved;
    }
}

static bool merge_runs(run *runs, run **heap, size_t run_count, sorted *out)
{
    bool failed = false;
    size_t count = 0;
    for (size_t i = 0; i < run_count; i++)
        if (has_entry(&runs[i], &failed))
            heap[count++] = &runs[i];
    for (size_t i = count; i-- > 0;)
        sift_down(heap, count, i);
    while (count > 0 && !failed) {
        failed = !add_sorted(out, heap[0]->block[heap[0]->at++]);
        if (!has_entry(heap[0], &failed))
            heap[0] = heap[--count];
        sift_down(heap, count, 0);
    }
    return !failed && flush_sorted(out);
}

/* Puts a sorted file in the place of that of runs. */
static bool merge(batch_key_file *keys, sorted *out)
{
    const size_t run_count = keys->run_count + 1, all = keys->run_count * (size_t)BATCH_KEYS_HELD + keys->held_count;
    if (!write_run(keys) || (out->file = open_nameless()) < 0)
        return false;
    run *runs = calloc(run_count, sizeof *runs), **heap = calloc(run_count, sizeof *heap);
    if (!runs || !heap)
        abort();
    for (size_t i = 0; i < run_count; i++) {
        runs[i].file = keys->file - 1;
        runs[i].next = i * (size_t)BATCH_KEYS_HELD;
        runs[i].end = i + 1 < run_count ? runs[i].next + BATCH_KEYS_HELD : all;
    }
    const bool merged = merge_runs(runs, heap, run_count, out);
    free(heap);
    free(runs);
    close(keys->file - 1);
    keys->file = out->file + 1;
    return merged;
}

bool batch_key_file_sort(batch_key_file *keys, batch_key_twice *twice, void *closure)
{
    batch_key_entry block[BLOCK_KEYS];
    sorted out = {.file = -1, .at = block, .twice = twice, .closure = closure};
    bool done = true;
    if (keys->run_count > 0) {
        done = merge(keys, &out);
        free(keys->held);
        keys->held = NULL;
    } else {
        sort_held(keys);
        out.at = keys->held; /* each is read before its place is written */
        for (size_t i = 0; i < keys->held_count; i++)
            done = done && add_sorted(&out, keys->held[i]);
    }
    keys->count = out.count;
    return done;
}

/* Looking up */

static size_t expected_place(const batch_key_file *keys, batch_key key)
{
    return (size_t)((key.high >> 32) * (uint64_t)keys->count >> 32); /* counts stay under 2^32 */
}

static size_t number_in(const batch_key_entry *entries, size_t count, batch_key key)
{
    size_t low = 0;
    for (size_t high = count; low < high;) {
        const size_t middle = low + (high - low) / 2;
        if (compare_keys(entries[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && compare_keys(entries[low].key, key) == 0 ? entries[low].number : 0;
}

/* Goes from block to block, beginning where the key is to be expected: at a million keys it is some 500 places from there. */
static size_t find_in_file(const batch_key_file *keys, batch_key key)
{
    batch_key_entry block[BLOCK_KEYS];
    const size_t expected = expected_place(keys, key);
    size_t low = 0, high = keys->count; /* where it may be */
    size_t first = expected > BLOCK_KEYS / 2 ? expected - BLOCK_KEYS / 2 : 0;
    while (low < high) {
        const size_t count = high - first < BLOCK_KEYS ? high - first : BLOCK_KEYS;
        if (!read_entries(keys->file - 1, first, block, count))
            return 0;
        if (compare_keys(key, block[0].key) < 0) {
            high = first;
            first = high - low > BLOCK_KEYS ? high - BLOCK_KEYS : low;
        } else if (compare_keys(key, block[count - 1].key) > 0) {
            low = first += count;
        } else {
            return number_in(block, count, key);
        }
    }
    return 0;
}

size_t batch_key_file_find(const batch_key_file *keys, batch_key key)
{
    return keys->file > 0 ? find_in_file(keys, key) : number_in(keys->held, keys->count, key);
}

void batch_key_file_finish(batch_key_file *keys)
{
    free(keys->held);
    if (keys->file > 0)
        close(keys->file - 1);
    *keys = (batch_key_file){0};
}
