// The terminal's own modes, and how it is put right again from any state.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include "Output.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct termios cn_remembered;
static int cn_input = -1;
static pid_t cn_owner = 0;
static char cn_reset[512];
static size_t cn_reset_length = 0;
static volatile sig_atomic_t cn_is_raw = 0;

int cn_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) < 0) return -1;
  if (size.ws_row == 0 || size.ws_col == 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

// Adds a sequence to the reset string, without the delays ("$<5>") that old descriptions have.
static void cn_add(const char *sequence) {
  if (sequence == NULL || sequence == (const char *)-1) return;
  while (*sequence != 0 && cn_reset_length < sizeof cn_reset) {
    if (sequence[0] == '$' && sequence[1] == '<') {
      while (*sequence != 0 && *sequence != '>') sequence++;
      if (*sequence != 0) sequence++;
      continue;
    }
    cn_reset[cn_reset_length++] = *sequence++;
  }
}

int cn_remember(int in, const char *modes_off) {
  if (tcgetattr(in, &cn_remembered) < 0) return -1;
  cn_input = in;
  cn_owner = getpid();
  cn_reset_length = 0;
  cn_add(modes_off);
  cn_add(tigetstr("sgr0"));
  cn_add(tigetstr("cnorm"));
  cn_add(tigetstr("rmcup"));
  static int registered = 0;
  if (!registered) registered = atexit(cn_restore) == 0;
  return 0;
}

// At once: waiting until a terminal that does not read has taken all output could take for ever.
static int cn_set_modes(const struct termios *modes) {
  int result;
  do result = tcsetattr(cn_input, TCSANOW, modes);
  while (result < 0 && errno == EINTR);
  return result;
}

int cn_set_raw(void) {
  struct termios raw = cn_remembered;
  cfmakeraw(&raw);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  cn_is_raw = 1;
  return cn_set_modes(&raw);
}

int cn_set_cooked(void) {
  cn_is_raw = 0;
  return cn_set_modes(&cn_remembered);
}

void cn_restore(void) {
  if (!cn_is_raw || getpid() != cn_owner) return;
  cn_is_raw = 0;
  int saved = errno;
  cn_write_last(cn_reset, cn_reset_length);
  tcsetattr(cn_input, TCSANOW, &cn_remembered);
  errno = saved;
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
