/* Renderer: runs Ghostscript, which draws a plate for each ink, and ends it where it takes too long. */
#include "preflight/renderer.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static bool make_folder(hui_renderer *renderer)
{
    const char *folder = getenv("TMPDIR");
    const int length =
        snprintf(renderer->folder, sizeof renderer->folder, "%s/huibao-XXXXXX", folder && *folder ? folder : "/tmp");
    if (length > 0 && (size_t)length < sizeof renderer->folder && mkdtemp(renderer->folder))
        return true;
    *renderer->folder = 0;
    return false;
}

static bool write_file(const char *path, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "wbx");
    if (!file)
        return false;
    const bool is_written = fwrite(bytes, 1, size, file) == size;
    return fclose(file) == 0 && is_written;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Where the host takes its children's statuses itself, there is none: what was written tells. */
static hui_render_fault wait_for(pid_t child, double seconds)
{
    const double end = now() + seconds;
    int status = 0;
    for (;;) {
        const pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child)
            return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? HUI_RENDER_DONE : HUI_RENDER_FAILED;
        if (ended < 0 && errno != EINTR)
            return HUI_RENDER_DONE;
        if (now() > end)
            break;
        nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
    }
    kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return HUI_RENDER_TOO_LONG;
}

/* It hears and says nothing. */
static int start(pid_t *child, const char *program, char *const *arguments)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const int fault = posix_spawnp(child, program, &files, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&files);
    return fault;
}

static hui_render_fault render(const hui_renderer *renderer, const char *program, const char *input, double dpi,
                               int pages, double seconds)
{
    char resolution[32], output[300], last[32];
    pid_t child;
    snprintf(resolution, sizeof resolution, "-r%.2f", dpi);
    snprintf(output, sizeof output, "-sOutputFile=%s/p%%d.tif", renderer->folder);
    snprintf(last, sizeof last, "-dLastPage=%d", pages);
    /* Ghostscript 10.00 loses spot colours where it draws in bands and a range of pages is named: a page is one bitmap, and a
     * range is named only for books. */
    const char *const arguments[] = {program,
                                     "-q",
                                     "-dSAFER",
                                     "-dBATCH",
                                     "-dNOPAUSE",
                                     "-sDEVICE=tiffsep",
                                     "-sCompression=none",
                                     "-dMaxBitmap=1000000000",
                                     resolution,
                                     output,
                                     pages > 0 ? last : input,
                                     pages > 0 ? input : NULL,
                                     NULL};
    return start(&child, program, (char *const *)arguments) == 0 ? wait_for(child, seconds) : HUI_RENDER_NO_PROGRAM;
}

hui_render_fault hui_renderer_run(hui_renderer *renderer, const char *program, const void *pdf, size_t size, double dpi,
                                  int pages, double seconds)
{
    char input[300];
    if (!make_folder(renderer))
        return HUI_RENDER_NO_FOLDER;
    snprintf(input, sizeof input, "%s/in.pdf", renderer->folder);
    if (!write_file(input, pdf, size))
        return HUI_RENDER_NO_FOLDER;
    return render(renderer, program, input, dpi, pages, seconds);
}

void hui_renderer_finish(hui_renderer *renderer)
{
    DIR *folder = *renderer->folder ? opendir(renderer->folder) : NULL;
    if (folder) {
        for (const struct dirent *entry; (entry = readdir(folder));)
            if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
                unlinkat(dirfd(folder), entry->d_name, 0);
        closedir(folder);
    }
    if (*renderer->folder)
        rmdir(renderer->folder);
    *renderer->folder = 0;
}
