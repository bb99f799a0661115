// The terminal's own modes, and how it is put right again from any state.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct termios remembered;
static int input = -1;
static int output = -1;
static pid_t owner = 0;
static char reset[512];
static size_t reset_length = 0;
static volatile int is_raw = 0;

int cn_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) < 0) return -1;
  if (size.ws_row == 0 || size.ws_col == 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

// Adds a sequence to the reset string, without the delays ("$<5>") that old descriptions have.
static void add(const char *sequence) {
  if (sequence == NULL || sequence == (const char *)-1) return;
  while (*sequence != 0 && reset_length < sizeof reset) {
    if (sequence[0] == '$' && sequence[1] == '<') {
      while (*sequence != 0 && *sequence != '>') sequence++;
      if (*sequence != 0) sequence++;
      continue;
    }
    reset[reset_length++] = *sequence++;
  }
}

int cn_remember(int in, int out, const char *modes_off) {
  if (tcgetattr(in, &remembered) < 0) return -1;
  input = in;
  output = out;
  owner = getpid();
  reset_length = 0;
  add(modes_off);
  add(tigetstr("sgr0"));
  add(tigetstr("cnorm"));
  add(tigetstr("rmcup"));
  static int registered = 0;
  if (!registered) registered = atexit(cn_restore) == 0;
  return 0;
}

static int set_modes(const struct termios *modes) {
  int result;
  do result = tcsetattr(input, TCSADRAIN, modes);
  while (result < 0 && errno == EINTR);
  return result;
}

int cn_set_raw(void) {
  struct termios raw = remembered;
  cfmakeraw(&raw);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  is_raw = 1;
  return set_modes(&raw);
}

int cn_set_cooked(void) {
  is_raw = 0;
  return set_modes(&remembered);
}

void cn_restore(void) {
  if (!is_raw || getpid() != owner) return;
  is_raw = 0;
  int saved = errno;
  cn_write(output, reset, reset_length);
  tcsetattr(input, TCSANOW, &remembered);
  errno = saved;
}

int cn_write(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd wait = {.fd = descriptor, .events = POLLOUT};
      if (poll(&wait, 1, 1000) == 0) return -1;
    } else if (written < 0 && errno != EINTR) {
      return -1;
    }
  }
  return 0;
}

long cn_read(int descriptor, uint8_t *bytes, size_t count) {
  struct pollfd ready = {.fd = descriptor, .events = POLLIN};
  int found = poll(&ready, 1, 0);
  if (found == 0 || (found < 0 && errno == EINTR)) return 0;
  if (found < 0) return -1;
  if (!(ready.revents & POLLIN)) return -1;
  ssize_t got = read(descriptor, bytes, count);
  if (got > 0) return got;
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  return -1;
}
