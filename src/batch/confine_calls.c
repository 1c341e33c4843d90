/* A seccomp filter: a program of the kernel's packet filter that sees the number and the arguments of each system call. It lets
 * all pass but what drawing never needs. See seccomp(2). */
#include "batch/confine_calls.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define PROCESSOR AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define PROCESSOR AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define PROCESSOR AUDIT_ARCH_RISCV64
#else
#define PROCESSOR 0U
#endif

/* Numbers that headers of the C library may be too old for; the same on these processors. */
enum {
    PIDFD_SEND_SIGNAL = 424,
    IO_URING_SETUP = 425,
    PIDFD_OPEN = 434,
    CLONE3 = 435,
    PIDFD_GETFD = 438,
    LAST_NUMBER = 0x3fffffff
};

/* Refused with EPERM. */
static const unsigned refused[] = {
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_accept,
    SYS_accept4,
    SYS_execve,
    SYS_execveat,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_tkill,
    SYS_rt_sigqueueinfo,
    SYS_rt_tgsigqueueinfo,
    PIDFD_SEND_SIGNAL,
    PIDFD_OPEN,
    PIDFD_GETFD,
    IO_URING_SETUP,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_keyctl,
    SYS_add_key,
    SYS_request_key,
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_unshare,
    SYS_setns,
    SYS_open_by_handle_at,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_kexec_load,
    SYS_shmget,
    SYS_msgget,
    SYS_semget,
    SYS_mq_open,
#ifdef SYS_fork
    SYS_fork,
    SYS_vfork,
#endif
};
enum { REFUSED = sizeof refused / sizeof *refused, MOST_STEPS = REFUSED * 2 + 40 };

typedef struct program {
    struct sock_filter steps[MOST_STEPS];
    unsigned short count;
} program;

static void add(program *p, unsigned code, uint32_t value, unsigned if_true, unsigned if_false)
{
    p->steps[p->count++] = (struct sock_filter){(uint16_t)code, (uint8_t)if_true, (uint8_t)if_false, value};
}

static void load(program *p, size_t offset)
{
    add(p, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void end(program *p, uint32_t result)
{
    add(p, BPF_RET | BPF_K, result, 0, 0);
}

/* Of an argument's low half, as all of these processors keep it first. */
static size_t argument(size_t index)
{
    return offsetof(struct seccomp_data, args) + index * sizeof(uint64_t);
}

/* Another processor's calls have other numbers; a set bit 30 is x86's third way to number them. */
static void check_processor(program *p)
{
    load(p, offsetof(struct seccomp_data, arch));
    add(p, BPF_JMP | BPF_JEQ | BPF_K, PROCESSOR, 1, 0);
    end(p, SECCOMP_RET_KILL_PROCESS);
    load(p, offsetof(struct seccomp_data, nr));
    add(p, BPF_JMP | BPF_JGT | BPF_K, LAST_NUMBER, 0, 1);
    end(p, SECCOMP_RET_KILL_PROCESS);
}

static void refuse(program *p, unsigned number, int error)
{
    add(p, BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1);
    end(p, SECCOMP_RET_ERRNO | (unsigned)error);
}

/* Lets a call pass only where its argument satisfies the comparison; the number is loaded, and is so again afterwards. */
static void pass_if(program *p, unsigned number, size_t index, unsigned comparison, uint32_t value)
{
    add(p, BPF_JMP | BPF_JEQ | BPF_K, number, 0, 4);
    load(p, argument(index));
    add(p, BPF_JMP | comparison | BPF_K, value, 1, 0);
    end(p, SECCOMP_RET_ERRNO | EPERM);
    load(p, offsetof(struct seccomp_data, nr));
}

/* Nobody's terminal is typed on. */
static void refuse_typing(program *p)
{
    add(p, BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 4);
    load(p, argument(1));
    add(p, BPF_JMP | BPF_JEQ | BPF_K, TIOCSTI, 0, 1);
    end(p, SECCOMP_RET_ERRNO | EPERM);
    load(p, offsetof(struct seccomp_data, nr));
}

static void build(program *p)
{
    const uint32_t self = (uint32_t)getpid();
    check_processor(p);
    for (size_t i = 0; i < REFUSED; i++)
        refuse(p, refused[i], EPERM);
    refuse(p, CLONE3, ENOSYS); /* its flags stand in memory: the C library then calls clone */
    pass_if(p, SYS_clone, 0, BPF_JSET, CLONE_THREAD);
    pass_if(p, SYS_kill, 0, BPF_JEQ, self);
    pass_if(p, SYS_tgkill, 0, BPF_JEQ, self);
    refuse_typing(p);
    end(p, SECCOMP_RET_ALLOW);
}

bool confine_calls_known(void)
{
    return PROCESSOR != 0 && prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
}

bool confine_calls(void)
{
    program p = {.count = 0};
    if (!confine_calls_known())
        return false;
    build(&p);
    const struct sock_fprog code = {.len = p.count, .filter = p.steps};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &code, 0, 0) == 0;
}
