"""The system calls that a hardened sandbox is refused: a seccomp filter.

Landlock knows files. This keeps away the rest: the network, new processes, other processes, and parts of the
kernel that no exercise needs. A call is refused as if permission were missing, which Python raises as
`PermissionError`, unless libraries have another way that they take when a call does not exist.
"""

from __future__ import annotations

import errno
import fcntl
import os
import socket
from collections.abc import Iterator

import pyseccomp

_REFUSED = """
    fork vfork execve execveat
    socket connect bind listen accept accept4 sendmsg sendmmsg
    tkill pidfd_open pidfd_getfd pidfd_send_signal
    ptrace process_vm_readv process_vm_writev process_madvise process_mrelease kcmp
    migrate_pages move_pages
    bpf perf_event_open userfaultfd keyctl add_key request_key
    unshare setns mount umount umount2 pivot_root chroot
    open_tree move_mount fsopen fsconfig fsmount fspick mount_setattr open_tree_attr
    name_to_handle_at open_by_handle_at lookup_dcookie
    init_module finit_module delete_module kexec_load kexec_file_load
    reboot swapon swapoff quotactl quotactl_fd syslog acct vhangup nfsservctl
    settimeofday clock_settime clock_adjtime adjtimex sethostname setdomainname iopl ioperm
    setuid setgid setreuid setregid setresuid setresgid setfsuid setfsgid setgroups capset
    chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat
    utime utimes utimensat futimesat
    setxattr lsetxattr fsetxattr setxattrat removexattr lremovexattr fremovexattr removexattrat file_setattr
    memfd_create memfd_secret
    shmget shmat shmctl semget semop semtimedop semctl msgget msgsnd msgrcv msgctl mq_open
    mknod mknodat truncate
    fanotify_init fanotify_mark
    personality modify_ldt uselib ustat sysfs
"""
_MISSING = "clone3 openat2 io_uring_setup io_uring_enter io_uring_register"

# From 424 on a call has the same number on every processor; a library older than the call knows no name.
_NUMBERS = {
    "pidfd_send_signal": 424,
    "io_uring_setup": 425,
    "io_uring_enter": 426,
    "io_uring_register": 427,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "fsconfig": 431,
    "fsmount": 432,
    "fspick": 433,
    "pidfd_open": 434,
    "clone3": 435,
    "openat2": 437,
    "pidfd_getfd": 438,
    "process_madvise": 440,
    "mount_setattr": 442,
    "quotactl_fd": 443,
    "memfd_secret": 447,
    "process_mrelease": 448,
    "fchmodat2": 452,
    "setxattrat": 463,
    "removexattrat": 466,
    "open_tree_attr": 467,
    "file_setattr": 469,
}
# What kernels may learn after this was written.
_UNKNOWN = range(470, 512)

_CLONE_THREAD = 0x10000
_TERMINAL_INPUT, _TERMINAL_LINUX = 0x5412, 0x541C  # TIOCSTI, TIOCLINUX
_SET_SOCKET_OWNER, _SET_SOCKET_GROUP = 0x8901, 0x8902  # FIOSETOWN, SIOCSPGRP
# FS_IOC_SETFLAGS, FS_IOC32_SETFLAGS, FS_IOC_FSSETXATTR: a file's owner need not have it open for writing.
_SET_FILE_FLAGS = (0x40086602, 0x40046602, 0x401C5820)
_SET_OWNER = 15  # F_SETOWN_EX
_IO_PRIORITY_OF_PROCESS = 1  # IOPRIO_WHO_PROCESS
_SET_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG
_OWNER_BITS = (0o400, 0o200, 0o100)
_LOW_WORD = 0xFFFFFFFF

Rule = tuple[str, tuple[pyseccomp.Arg, ...]]


def system_call_filter() -> pyseccomp.SyscallFilter:
    """Return the filter for this process, to be loaded: once it is, nothing takes it away."""
    # Calls of the processor's other tables (32 bit, x32) end the process: that is the library's default.
    made = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    for name in _REFUSED.split():
        _refuse(made, name, errno.EPERM)
    for name in _MISSING.split():
        _refuse(made, name, errno.ENOSYS)
    for number in _UNKNOWN:
        made.add_rule(pyseccomp.ERRNO(errno.ENOSYS), number)
    for name, arguments in _conditions(os.getpid()):
        _refuse(made, name, errno.EPERM, *arguments)
    return made


def _conditions(own_pid: int) -> Iterator[Rule]:
    """Yield the calls that are refused for some arguments only; any one rule suffices."""
    argument = pyseccomp.Arg
    yield "clone", (argument(0, pyseccomp.MASKED_EQ, _CLONE_THREAD, 0),)
    for name in ("kill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"):
        yield name, (argument(0, pyseccomp.NE, own_pid),)
    # Of itself only: how much it may use, and when and where it runs.
    for name in ("prlimit64", "sched_setaffinity", "sched_setscheduler", "sched_setparam", "sched_setattr"):
        yield name, (argument(0, pyseccomp.NE, 0),)
    for name, this_process in (("setpriority", os.PRIO_PROCESS), ("ioprio_set", _IO_PRIORITY_OF_PROCESS)):
        yield name, (argument(0, pyseccomp.NE, this_process),)
        yield name, (argument(1, pyseccomp.NE, 0),)
    # A signal to another process by way of a descriptor; a lease, for which others wait that open the file;
    # and the signal that ends this process with its parent.
    for command in (fcntl.F_SETOWN, _SET_OWNER, fcntl.F_SETSIG, fcntl.F_SETLEASE):
        yield "fcntl", (argument(1, pyseccomp.MASKED_EQ, _LOW_WORD, command),)
    yield "prctl", (argument(0, pyseccomp.MASKED_EQ, _LOW_WORD, _SET_DEATH_SIGNAL),)
    # An answer on the channel names no address; a message to somebody else's socket would.
    yield "sendto", (argument(4, pyseccomp.NE, 0),)
    yield "socketpair", (argument(0, pyseccomp.NE, socket.AF_UNIX),)
    requests = (_TERMINAL_INPUT, _TERMINAL_LINUX, _SET_SOCKET_OWNER, _SET_SOCKET_GROUP, *_SET_FILE_FLAGS)
    for request in requests:
        yield "ioctl", (argument(1, pyseccomp.MASKED_EQ, _LOW_WORD, request),)
    # Before Landlock's third version, opening for reading was enough to empty a file.
    emptied = (pyseccomp.MASKED_EQ, os.O_ACCMODE | os.O_TRUNC, os.O_RDONLY | os.O_TRUNC)
    yield "open", (argument(1, *emptied),)
    yield "openat", (argument(2, *emptied),)
    # A folder that its owner cannot look into could not be counted either.
    for bit in _OWNER_BITS:
        yield "mkdir", (argument(1, pyseccomp.MASKED_EQ, bit, 0),)
        yield "mkdirat", (argument(2, pyseccomp.MASKED_EQ, bit, 0),)
        yield "umask", (argument(0, pyseccomp.MASKED_EQ, bit, bit),)


def _refuse(made: pyseccomp.SyscallFilter, name: str, number: int, *arguments: pyseccomp.Arg) -> None:
    try:
        call: int | str = pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name)
    except OSError:
        call = -1
    if call == -1:
        if name not in _NUMBERS:
            return  # this processor has never had it
        call = _NUMBERS[name]
    made.add_rule(pyseccomp.ERRNO(number), call, *arguments)
