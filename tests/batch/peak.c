/* Runs a command, and writes the peak in KiB of the greatest of its processes into a file. It is a small program since a process
 * begins with the peak of the one it was forked from. usage: peak FILE COMMAND... */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static int write_peak(const char *path)
{
    struct rusage usage;
    FILE *file = fopen(path, "w");
    if (!file || getrusage(RUSAGE_CHILDREN, &usage) != 0)
        return 1;
    fprintf(file, "%ld\n", usage.ru_maxrss);
    return fclose(file) != 0;
}

int main(int count, char **words)
{
    int status = 0;
    const pid_t child = count > 2 ? fork() : -1;
    if (child == 0) {
        execvp(words[2], words + 2);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || write_peak(words[1]) != 0) {
        fputs("usage: peak FILE COMMAND...\n", stderr);
        return 1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
