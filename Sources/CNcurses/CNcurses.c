// The screen: ncurses, writing into a memory file.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include "Description.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *cn_screen = NULL;
static FILE *cn_sheet = NULL;  // where ncurses writes
static char *cn_buffer = NULL;
static size_t cn_capacity = 0;
static int cn_cursor_shown = -1;

int cn_set_locale(int fallback) {
  const char *set = setlocale(LC_CTYPE, fallback ? "C.UTF-8" : "");
  return set != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

const char *cn_codeset(void) { return nl_langinfo(CODESET); }

int cn_width(uint32_t value) { return wcwidth((wchar_t)value); }

static FILE *cn_open_sheet(void) {
#ifdef __linux__
  int descriptor = memfd_create("screen", MFD_CLOEXEC);
  return descriptor < 0 ? NULL : fdopen(descriptor, "w+");
#else
  return tmpfile();
#endif
}

int cn_open(const char *type, int rows, int columns) {
  if (cn_sheet == NULL) cn_sheet = cn_open_sheet();
  if (cn_sheet == NULL) return -1;
  cn_screen = newterm(type, cn_sheet, stdin);
  if (cn_screen == NULL) return -1;
  cn_cursor_shown = -1;
  // A memory file has no size: newterm took the description's 24 rows for the screen and made only those scroll, which
  // the shell would inherit.
  cn_scroll_all(cn_sheet, rows);
  resize_term(rows, columns);
  typeahead(-1);
  nonl();
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  // Deleting characters fills up with a colour that terminals do not agree on.
  idcok(stdscr, FALSE);
  return 0;
}

void cn_close(void) {
  if (cn_screen != NULL) delscreen(cn_screen);
  cn_screen = NULL;
}

int cn_start_colours(void) {
  if (start_color() == ERR) return 0;
  use_default_colors();
  return COLORS;
}

int cn_pair_limit(void) { return COLOR_PAIRS; }

void cn_define_pair(int pair, int foreground, int background) {
  init_extended_pair(pair, foreground, background);
}

void cn_resize(int rows, int columns) {
  resize_term(rows, columns);
  // Terminals move what they show when they get smaller: what ncurses remembers of the screen is not there any more.
  cn_forget();
}

static attr_t cn_attributes_of(uint8_t bits) {
  attr_t attributes = A_NORMAL;
  if (bits & CN_BOLD) attributes |= A_BOLD;
  if (bits & CN_DIM) attributes |= A_DIM;
  if (bits & CN_ITALIC) attributes |= A_ITALIC;
  if (bits & CN_UNDERLINE) attributes |= A_UNDERLINE;
  if (bits & CN_REVERSE) attributes |= A_REVERSE;
  return attributes;
}

// What this C library would print in another width is replaced, so that no row can shift.
static void cn_make_glyph(cchar_t *glyph, const cn_cell *cell) {
  wchar_t text[6] = {0};
  int pair = cell->pair;
  text[0] = (wchar_t)cell->text[0];
  if (text[0] >= 0x7F || text[0] < 0x20) {
    if (wcwidth(text[0]) != cell->columns) text[0] = L'?';
    for (int i = 1; i < 5 && cell->text[i] != 0 && wcwidth((wchar_t)cell->text[i]) == 0; i++) {
      text[i] = (wchar_t)cell->text[i];
    }
  }
  setcchar(glyph, text, cn_attributes_of(cell->attributes), 0, &pair);
}

void cn_put(int row, int column, const cn_cell *cells, int count) {
  cchar_t line[128];
  int used = 0;
  int next = column;
  for (int i = 0; i < count; i++) {
    cn_make_glyph(&line[used++], &cells[i]);
    next += cells[i].columns;
    // A wide glyph that had to be replaced takes two.
    if (cells[i].columns == 2 && line[used - 1].chars[0] == L'?') {
      line[used] = line[used - 1];
      used++;
    }
    if (used >= 126 || i + 1 == count) {
      mvadd_wchnstr(row, column, line, used);
      used = 0;
      column = next;
    }
  }
}

// Hands what ncurses has written to the terminal, all at once.
static long cn_deliver(void) {
  fflush(cn_sheet);
  int descriptor = fileno(cn_sheet);
  off_t end = lseek(descriptor, 0, SEEK_CUR);
  if (end <= 0) return 0;
  size_t count = (size_t)end;
  if (count > cn_capacity) {
    char *larger = realloc(cn_buffer, count);
    if (larger == NULL) return -1;
    cn_buffer = larger;
    cn_capacity = count;
  }
  ssize_t got = pread(descriptor, cn_buffer, count, 0);
  lseek(descriptor, 0, SEEK_SET);
  if (ftruncate(descriptor, 0) < 0 || got != (ssize_t)count) return -1;
  return cn_send(cn_buffer, count) < 0 ? -1 : (long)count;
}

static void cn_show_cursor(int shown) {
  if (shown == cn_cursor_shown) return;
  curs_set(shown);
  cn_cursor_shown = shown;
}

long cn_update(int row, int column) {
  cn_show_cursor(row >= 0);
  // Nobody sees where a hidden cursor stands: moving it would only cost bytes.
  leaveok(stdscr, row < 0);
  if (row >= 0) move(row, column);
  refresh();
  return cn_deliver();
}

void cn_update_row(void) {
  leaveok(stdscr, TRUE);
  refresh();
}

void cn_forget(void) {
  clearok(curscr, TRUE);
  cn_cursor_shown = -1;
}

long cn_leave_screen(void) {
  endwin();
  cn_cursor_shown = -1;
  return cn_deliver();
}
