// The way out to the terminal. Nothing here waits for a terminal that does not read (a stopped screen, a dead line):
// what it has not taken is kept, and goes out when it reads again.
#define _GNU_SOURCE
#include "CNcurses.h"
#include "Output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// What a terminal that does not read is kept at most, beside the frame that it has not taken yet.
enum { cn_backlog_limit = 1 << 20 };

static int cn_way_out = -1;
static char *cn_backlog = NULL;
static size_t cn_backlog_capacity = 0;
static size_t cn_backlog_start = 0;
static size_t cn_backlog_end = 0;

// The flag O_NONBLOCK belongs to an open file, which the shell that started us has too: a file of our own is opened.
int cn_output_open(int descriptor) {
  char path[64];
  if (cn_way_out >= 0) close(cn_way_out);
  cn_way_out = -1;
  const int flags = O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
#ifdef __linux__
  memcpy(path, "/proc/self/fd/", 14);
  path[14] = (char)('0' + descriptor);
  path[15] = 0;
  if (descriptor < 10) cn_way_out = open(path, flags);
#endif
  if (cn_way_out < 0 && ttyname_r(descriptor, path, sizeof path) == 0) cn_way_out = open(path, flags);
  if (cn_way_out < 0) cn_way_out = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  return cn_way_out;
}

size_t cn_pending(void) { return cn_backlog_end - cn_backlog_start; }

// Makes room for `count` bytes behind what waits. Returns 0 or -1.
static int cn_make_room(size_t count) {
  if (cn_backlog_start > 0) {
    memmove(cn_backlog, cn_backlog + cn_backlog_start, cn_pending());
    cn_backlog_end -= cn_backlog_start;
    cn_backlog_start = 0;
  }
  if (cn_backlog_capacity - cn_backlog_end >= count) return 0;
  char *larger = realloc(cn_backlog, cn_backlog_end + count);
  if (larger == NULL) return -1;
  cn_backlog = larger;
  cn_backlog_capacity = cn_backlog_end + count;
  return 0;
}

// Writes what the terminal takes now. Returns how much, or -1 on a dead one.
static ssize_t cn_write_some(const char *bytes, size_t count) {
  size_t done = 0;
  while (done < count) {
    ssize_t written = write(cn_way_out, bytes + done, count - done);
    if (written > 0) {
      done += (size_t)written;
    } else if (written < 0 && errno == EINTR) {
      continue;
    } else if (written < 0 && errno != EAGAIN) {
      return -1;
    } else {
      break;
    }
  }
  return (ssize_t)done;
}

int cn_flush(void) {
  ssize_t written = cn_write_some(cn_backlog + cn_backlog_start, cn_pending());
  if (written < 0) {
    cn_backlog_start = cn_backlog_end = 0;
    return -1;
  }
  cn_backlog_start += (size_t)written;
  if (cn_backlog_start == cn_backlog_end) cn_backlog_start = cn_backlog_end = 0;
  return 0;
}

int cn_send(const char *bytes, size_t count) {
  if (cn_pending() > cn_backlog_limit || cn_make_room(count) < 0) return -1;
  memcpy(cn_backlog + cn_backlog_end, bytes, count);
  cn_backlog_end += count;
  return cn_flush();
}

// Waits until the terminal takes bytes, `milliseconds` at most. Returns whether it does.
static int cn_wait_for_room(int milliseconds) {
  struct pollfd wait = {.fd = cn_way_out, .events = POLLOUT};
  return poll(&wait, 1, milliseconds) > 0;
}

static long cn_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000L + now.tv_nsec / 1000000L;
}

void cn_finish(int milliseconds) {
  long deadline = cn_milliseconds() + milliseconds;
  while (cn_pending() > 0 && cn_flush() == 0 && cn_pending() > 0) {
    long left = deadline - cn_milliseconds();
    if (left <= 0 || !cn_wait_for_room((int)left)) break;
  }
  if (cn_pending() == 0) return;
  // It will not be read. What the kernel holds is dropped too, so that there is room for the way back, and CAN ends a
  // sequence that was cut in two.
  cn_backlog_start = cn_backlog_end = 0;
  tcflush(cn_way_out, TCOFLUSH);
  cn_write_some("\030", 1);
}

void cn_write_last(const char *bytes, size_t count) {
  int saved = errno;
  if (cn_pending() > 0) {
    tcflush(cn_way_out, TCOFLUSH);
    cn_write_some("\030", 1);
  }
  for (int tries = 0; count > 0 && tries < 4; tries++) {
    ssize_t written = cn_write_some(bytes, count);
    if (written < 0) break;
    bytes += written;
    count -= (size_t)written;
    if (count > 0) cn_wait_for_room(100);
  }
  errno = saved;
}
