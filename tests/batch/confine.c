/* A confined process tries what it must not do. usage: confine FOLDER, which has in/, out/, secret and in/link, a link to secret. */
#include "batch/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int failures;

static void expect(const char *what, long result, int error)
{
    const int got = result < 0 ? errno : 0;
    if (got == error)
        return;
    fprintf(stderr, "FAILED: %s: %s, not %s\n", what, strerror(got), strerror(error));
    failures++;
}

static void *do_nothing(void *closure)
{
    return closure;
}

static void try_files(void)
{
    const int inside = open("in/file", O_RDONLY);
    expect("reading what is readable", inside, 0);
    expect("reading a secret", open("secret", O_RDONLY), EACCES);
    expect("reading it through a link", open("in/link", O_RDONLY), EACCES);
    expect("reading it by its way out", open("in/../secret", O_RDONLY), EACCES);
    expect("reading /etc/passwd", open("/etc/passwd", O_RDONLY), EACCES);
    expect("listing the folder around", open(".", O_RDONLY | O_DIRECTORY), EACCES);
    expect("writing what is readable", open("in/file", O_WRONLY), EACCES);
    expect("making a file beside it", open("in/new", O_WRONLY | O_CREAT, 0600), EACCES);
    expect("removing it", unlink("in/file"), EACCES);
    const int made = open("out/new", O_WRONLY | O_CREAT | O_EXCL, 0600);
    expect("making a file where that is allowed", made, 0);
    expect("writing it", write(made, "x", 1), 0);
    expect("naming it", rename("out/new", "out/named"), 0);
    expect("moving it where it can be read", rename("out/named", "in/named"), EACCES);
    expect("making a link", symlink("../secret", "out/link"), EACCES);
    expect("making a folder", mkdir("out/folder", 0700), EACCES);
}

static void try_network(void)
{
    const int families[] = {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        expect("opening a socket", socket(families[i], SOCK_STREAM, 0), EPERM);
    const struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9)};
    expect("connecting", connect(STDERR_FILENO, (const struct sockaddr *)&address, sizeof address), EPERM);
}

static void try_processes(pid_t parent)
{
    char *const none[] = {NULL};
    pthread_t thread;
    expect("running a program", execve("/bin/true", none, none), EPERM);
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    expect("making a process", child, EPERM);
    expect("a signal to the parent", kill(parent, 0), EPERM);
    expect("a signal to itself", kill(getpid(), 0), 0);
    errno = pthread_create(&thread, NULL, do_nothing, NULL);
    expect("making a thread", errno ? -1 : 0, 0);
    pthread_join(thread, NULL);
}

static int run_confined(int kept, int leaked, pid_t parent)
{
    const char *const readable[] = {"in", "no/such/folder"}, *const writable[] = {"out"};
    const batch_confinement to = {readable, 2, writable, 1};
    if (batch_confine(&to, kept) != BATCH_CONFINE_ALL) {
        fprintf(stderr, "FAILED: it is not confined\n");
        return 1;
    }
    expect("writing to the file that is kept", write(kept, "k", 1), 0);
    expect("a file that was open", read(leaked, &failures, 0), EBADF);
    try_files();
    try_network();
    try_processes(parent);
    return failures > 0;
}

/* What is refused above must be possible without. */
static void try_unconfined(void)
{
    const int secret = open("secret", O_RDONLY), link = open("in/link", O_RDONLY), out = socket(AF_INET, SOCK_STREAM, 0);
    expect("reading the secret first", secret, 0);
    expect("reading it through a link first", link, 0);
    expect("opening a socket first", out, 0);
    close(link);
    close(out);
    close(secret);
}

int main(int argc, char **argv)
{
    int ends[2], status = 0;
    if (argc != 2 || chdir(argv[1]) != 0 || pipe(ends) != 0)
        return 2;
    if (batch_confine_ability() != BATCH_CONFINE_ALL) {
        fprintf(stderr, "skipped: this kernel cannot confine\n");
        return 77;
    }
    try_unconfined();
    const int leaked = open("secret", O_RDONLY);
    const pid_t parent = getpid(), child = fork();
    if (child == 0)
        _exit(run_confined(ends[1], leaked, parent));
    waitpid(child, &status, 0);
    return failures > 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}
