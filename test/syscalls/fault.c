// Preloaded before libc (LD_PRELOAD): counts the calls that a process makes on the files of one folder, and lets one of them
// fail, or the process be killed at it. By environment:
//   FAULT_ROOT   the folder, as the process names its files
//   FAULT_SET    "change" counts calls that change files, "read" those that read them
//   FAULT_AT     the call that goes wrong, 1 for the first; 0: none
//   FAULT_HOW    "error": it fails; "kill": the process is killed before it; of a write also "short": half of it is written,
//                "half-error" and "half-kill": half of it is written, then the same
//   FAULT_ERRNO  the error, as a number
//   FAULT_LOG    a file that gets a line for each call that is counted: its name, and the path below the folder
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *root, *how = "", *set = "";
static long at, number;
static int log_fd = -1;
static atomic_long calls;

// Straight to the kernel: this file's own calls are not counted.
static void say(const char *name, const char *path) {
  char line[PATH_MAX + 64];
  int length = snprintf(line, sizeof line, "%s %s\n", name, path);
  if (log_fd >= 0 && length > 0) syscall(SYS_write, log_fd, line, (size_t)length);
}

__attribute__((constructor)) static void start(void) {
  const char *value;
  root = getenv("FAULT_ROOT");
  if ((value = getenv("FAULT_SET"))) set = value;
  if ((value = getenv("FAULT_HOW"))) how = value;
  if ((value = getenv("FAULT_AT"))) at = atol(value);
  if ((value = getenv("FAULT_ERRNO"))) number = atol(value);
  if ((value = getenv("FAULT_LOG")))
    log_fd = (int)syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

// The part of a path below the folder; NULL where it is elsewhere.
static const char *below(const char *path) {
  size_t length;
  if (!root || !path) return NULL;
  length = strlen(root);
  if (strncmp(path, root, length) != 0 || (path[length] != '/' && path[length] != '\0')) return NULL;
  return path[length] == '/' ? path + length + 1 : ".";
}

static const char *below_fd(int fd, char *path) {
  char link[64];
  ssize_t length;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
  if (length < 0) return NULL;
  path[length] = '\0';
  return below(path);
}

enum verdict { GO_ON, FAIL, SHORT };

// Counts a call; says what becomes of it.
static enum verdict judge(const char *kind, const char *name, const char *path) {
  if (!path || strcmp(kind, set) != 0) return GO_ON;
  say(name, path);
  if (atomic_fetch_add(&calls, 1) + 1 != at) return GO_ON;
  say("fault", how);
  if (strcmp(how, "kill") == 0) raise(SIGKILL);
  if (strcmp(how, "error") == 0) {
    errno = (int)number;
    return FAIL;
  }
  return SHORT;
}

// What follows once half of a write was written.
static ssize_t after_half(ssize_t written) {
  if (strcmp(how, "half-kill") == 0) raise(SIGKILL);
  if (strcmp(how, "half-error") != 0) return written;
  errno = (int)number;
  return -1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// Calls on paths that change something: RESULT NAME(DECLARED) does as libc's does with GIVEN, judged by PATH.
#define CHANGES(name, declared, given, path)                              \
  int name declared {                                                     \
    if (judge("change", #name, below(path)) == FAIL) return -1;           \
    return REAL(name) given;                                              \
  }

CHANGES(rename, (const char *from, const char *to), (from, to), to)
CHANGES(link, (const char *from, const char *to), (from, to), to)
CHANGES(unlink, (const char *path), (path), path)
CHANGES(rmdir, (const char *path), (path), path)
CHANGES(mkdir, (const char *path, mode_t mode), (path, mode), path)
CHANGES(utimensat, (int dir, const char *path, const struct timespec times[2], int flags), (dir, path, times, flags), path)

#define CHANGES_FD(name, declared, given)                                 \
  int name declared {                                                     \
    char path[PATH_MAX];                                                  \
    if (judge("change", #name, below_fd(fd, path)) == FAIL) return -1;    \
    return REAL(name) given;                                              \
  }

CHANGES_FD(fsync, (int fd), (fd))
CHANGES_FD(fdatasync, (int fd), (fd))
CHANGES_FD(ftruncate, (int fd, off_t length), (fd, length))
CHANGES_FD(ftruncate64, (int fd, off64_t length), (fd, length))

#define OPENS(name)                                                                           \
  int name(const char *path, int flags, ...) {                                                \
    mode_t mode = 0;                                                                          \
    const char *kind = (flags & O_ACCMODE) == O_RDONLY && !(flags & O_CREAT) ? "read" : "change"; \
    if (flags & (O_CREAT | __O_TMPFILE)) {                                                    \
      va_list rest;                                                                           \
      va_start(rest, flags);                                                                  \
      mode = va_arg(rest, mode_t);                                                            \
      va_end(rest);                                                                           \
    }                                                                                         \
    if (judge(kind, "open", below(path)) == FAIL) return -1;                                  \
    return REAL(name)(path, flags, mode);                                                     \
  }

OPENS(open)
OPENS(open64)

ssize_t write(int fd, const void *bytes, size_t count) {
  char path[PATH_MAX];
  switch (judge("change", "write", below_fd(fd, path))) {
    case FAIL: return -1;
    case SHORT: return after_half(REAL(write)(fd, bytes, count / 2));
    default: return REAL(write)(fd, bytes, count);
  }
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
  char path[PATH_MAX];
  switch (judge("change", "write", below_fd(fd, path))) {
    case FAIL: return -1;
    case SHORT: return after_half(REAL(pwrite64)(fd, bytes, count / 2, offset));
    default: return REAL(pwrite64)(fd, bytes, count, offset);
  }
}

ssize_t read(int fd, void *bytes, size_t count) {
  char path[PATH_MAX];
  if (judge("read", "read", below_fd(fd, path)) == FAIL) return -1;
  return REAL(read)(fd, bytes, count);
}

ssize_t pread64(int fd, void *bytes, size_t count, off64_t offset) {
  char path[PATH_MAX];
  if (judge("read", "read", below_fd(fd, path)) == FAIL) return -1;
  return REAL(pread64)(fd, bytes, count, offset);
}
