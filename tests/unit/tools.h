/* Independent readers of what backends write, run from tests. Include after cmocka. */
#ifndef TESTS_UNIT_TOOLS_H
#define TESTS_UNIT_TOOLS_H

#include "base/buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static inline hui_buffer tool_run(const char *command)
{
    hui_buffer out = {0};
    hui_buffer_reserve(&out, 1);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    char bytes[4096];
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, pipe)) > 0;)
        hui_buffer_add(&out, bytes, got);
    const int status = pclose(pipe);
    if (status != 0)
        print_error("%s: %s", command, out.bytes);
    assert_int_equal(status, 0);
    return out;
}

/* Runs `program arguments FILE more` on a file holding `bytes` and returns what it prints, standard error included.
 * Skips the test, visibly, where the program is not installed. The test fails where the program does. */
static inline hui_buffer tool_read(const char *program, const char *arguments, const hui_buffer *bytes, const char *more)
{
    char command[512], path[] = "/tmp/huibao-test-XXXXXX";
    snprintf(command, sizeof command, "command -v %s >/dev/null", program);
    if (system(command) != 0) {
        print_message("%s is not installed\n", program);
        skip();
    }
    const int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes->bytes, bytes->size), (ssize_t)bytes->size);
    close(file);
    snprintf(command, sizeof command, "%s %s %s %s 2>&1", program, arguments, path, more);
    hui_buffer out = tool_run(command);
    unlink(path);
    return out;
}

#endif
