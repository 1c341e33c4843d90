/* Files by Landlock (Linux 5.13), of which the C library knows nothing: see the kernel's documentation, userspace-api/landlock. */
#include "batch/confine.h"

#include "batch/confine_calls.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The same numbers on every processor. */
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446, CLOSE_RANGE = 436 };
enum { ASK_VERSION = 1, PATH_BENEATH = 1 };

enum {
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_DIR = 1 << 3,
    REMOVE_FILE = 1 << 5,
    MAKE_REG = 1 << 8,
    TRUNCATE = 1 << 14,
    OF_FILES = 1 << 0 | WRITE_FILE | READ_FILE | TRUNCATE | 1 << 15,
    READING = READ_FILE | READ_DIR,
    WRITING = WRITE_FILE | READ_DIR | REMOVE_FILE | MAKE_REG | TRUNCATE,
};

/* What each version of the interface can deny: of files, of TCP ports, of what reaches other processes. */
static const struct {
    uint64_t files, ports, scopes;
} deniable[] = {{(1 << 13) - 1, 0, 0}, {(1 << 14) - 1, 0, 0}, {(1 << 15) - 1, 0, 0},
                {(1 << 15) - 1, 3, 0}, {(1 << 16) - 1, 3, 0}, {(1 << 16) - 1, 3, 3}};
enum { VERSIONS = sizeof deniable / sizeof *deniable };

typedef struct ruleset {
    uint64_t files, ports, scopes;
} ruleset;

typedef struct __attribute__((packed)) path_rule {
    uint64_t allowed;
    int32_t parent;
} path_rule;

/* 0: there is no Landlock. */
static long find_version(void)
{
    const long version = syscall(CREATE_RULESET, NULL, (size_t)0, ASK_VERSION);
    return version < 0 ? 0 : version < VERSIONS ? version : VERSIONS;
}

static bool allow(int rules, const char *path, uint64_t allowed, const ruleset *handled)
{
    struct stat entry;
    const int file = open(path, O_PATH | O_CLOEXEC);
    if (file < 0)
        return true;
    path_rule rule = {.allowed = allowed & handled->files, .parent = file};
    if (fstat(file, &entry) == 0 && !S_ISDIR(entry.st_mode))
        rule.allowed &= OF_FILES;
    const bool is_added = syscall(ADD_RULE, rules, PATH_BENEATH, &rule, 0) == 0;
    close(file);
    return is_added;
}

static bool allow_all(int rules, const batch_confinement *to, const ruleset *handled)
{
    bool is_good = true;
    for (size_t i = 0; i < to->readable_count; i++)
        is_good &= allow(rules, to->readable[i], READING, handled);
    for (size_t i = 0; i < to->writable_count; i++)
        is_good &= allow(rules, to->writable[i], WRITING, handled);
    return is_good;
}

static bool confine_files(const batch_confinement *to)
{
    const long version = find_version();
    if (version == 0)
        return false;
    const ruleset handled = {deniable[version - 1].files, deniable[version - 1].ports, deniable[version - 1].scopes};
    const size_t size = version < 4 ? sizeof handled.files : version < 6 ? 2 * sizeof handled.files : sizeof handled;
    const int rules = (int)syscall(CREATE_RULESET, &handled, size, 0);
    if (rules < 0)
        return false;
    const bool is_confined = allow_all(rules, to, &handled) && syscall(RESTRICT_SELF, rules, 0) == 0;
    close(rules);
    return is_confined;
}

static void close_between(unsigned first, unsigned last)
{
    enum { USUAL_MOST = 1024 };
    if (first > last || syscall(CLOSE_RANGE, first, last, 0) == 0)
        return;
    for (unsigned file = first; file <= last && file < USUAL_MOST; file++)
        close((int)file);
}

static void close_files(int kept)
{
    const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null >= 0) {
        dup2(null, STDIN_FILENO);
        dup2(null, STDOUT_FILENO);
    }
    close_between(STDERR_FILENO + 1, (unsigned)kept - 1);
    close_between((unsigned)kept + 1, ~0U);
}

unsigned batch_confine_ability(void)
{
    return (find_version() > 0 ? BATCH_CONFINE_FILES : 0U) | (confine_calls_known() ? BATCH_CONFINE_CALLS : 0U);
}

unsigned batch_confine(const batch_confinement *to, int kept)
{
    close_files(kept);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return 0;
    const unsigned files = confine_files(to) ? BATCH_CONFINE_FILES : 0U;
    return files | (confine_calls() ? BATCH_CONFINE_CALLS : 0U);
}
