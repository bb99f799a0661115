// ncurses as plain functions: no macro, no variadic function and no ncurses type crosses this header.
//
// ncurses writes into a memory file; each update is then handed to the terminal as a whole. Terminal modes
// (termios, mouse, paste, focus) are set by us, never by ncurses. All functions but those in "Signals" belong to one
// thread.
#pragma once

#include <stddef.h>
#include <stdint.h>

// Attributes of a cell, as bits.
enum {
  CN_BOLD = 1,
  CN_DIM = 2,
  CN_ITALIC = 4,
  CN_UNDERLINE = 8,
  CN_REVERSE = 16,
};

// One character cell: base and marks (zero ends them), the columns it takes, attributes and colour pair.
typedef struct {
  uint32_t text[5];
  int32_t pair;
  uint8_t columns;
  uint8_t attributes;
} cn_cell;

// Text ------------------------------------------------------------------------------------------------------------

// Takes the character set from the environment (with `fallback`, from C.UTF-8). Returns whether it is UTF-8.
int cn_set_locale(int fallback);
// The name of the character set in force.
const char *cn_codeset(void);
// The columns that the C library gives a code point; -1 for one that cannot be printed.
int cn_width(uint32_t value);

// Screen ----------------------------------------------------------------------------------------------------------

// The colours that the terminal description `type` knows: 0 for none, -1 when there is no such description, -2 when
// it cannot address the screen.
int cn_description_colours(const char *type);
// Opens a screen of `type` on the way out. Returns 0, or -1 when it cannot.
int cn_open(const char *type, int rows, int columns);
// Gives the screen's memory back; the terminal must have been left before.
void cn_close(void);
// Starts colours with the terminal's default in front and behind. Returns how many colours there are.
int cn_start_colours(void);
// How many colour pairs there can be.
int cn_pair_limit(void);
// Defines a pair; -1 is the terminal's default colour.
void cn_define_pair(int pair, int foreground, int background);
void cn_resize(int rows, int columns);
// Puts `count` glyphs into a row from `column` on; a wide glyph is one glyph.
void cn_put(int row, int column, const cn_cell *cells, int count);
// Works out the bytes for what was put since the last update, without sending them.
void cn_update_row(void);
// Sends what has changed and puts the cursor (row -1 hides it). Returns the bytes of it, -1 on a dead terminal.
long cn_update(int row, int column);
// Makes the next update draw everything anew.
void cn_forget(void);
// Leaves the alternate screen until the next update.
long cn_leave_screen(void);

// Terminal --------------------------------------------------------------------------------------------------------

// The terminal's size. Returns 0, or -1 when `descriptor` has none.
int cn_size(int descriptor, int *rows, int *columns);
// Remembers the modes of `input` and what puts the terminal right again, for `cn_restore` and the fatal signals.
// `modes_off` is what ends the modes that we have set by escape sequences. Returns 0 or -1.
int cn_remember(int input, const char *modes_off);
// Sets raw mode and says that there is something to restore. Returns 0 or -1.
int cn_set_raw(void);
// Sets the remembered modes back.
int cn_set_cooked(void);
// Puts the terminal right from any state, once; async-signal-safe.
void cn_restore(void);
// Reads what is there without waiting: the count, 0 when there is nothing, -1 at the end.
long cn_read(int descriptor, uint8_t *bytes, size_t count);

// The way out: no function waits for a terminal that does not read, but `cn_finish` -----------------------------------

// Opens a way out to the terminal of file descriptor `descriptor` (0 to 9). Returns a descriptor that can be waited for
// until the terminal takes bytes, or -1. There is one way out, open until the process ends.
int cn_output_open(int descriptor);
// Sends bytes behind all that waits; what the terminal does not take now waits as well. Returns 0, or -1 on a dead
// terminal and where more than a megabyte waits already.
int cn_send(const char *bytes, size_t count);
// How many bytes wait until the terminal takes them.
size_t cn_pending(void);
// Sends what waits, as far as the terminal takes it. Returns 0, or -1 on a dead terminal.
int cn_flush(void);
// Waits until all is sent, `milliseconds` at most; drops what is not.
void cn_finish(int milliseconds);

// Signals ---------------------------------------------------------------------------------------------------------

// Makes SIGWINCH, SIGTERM, SIGINT, SIGHUP, SIGCONT and SIGTSTP write their number into a pipe, and the fatal signals
// restore the terminal; what is ignored stays ignored. Returns the pipe's reading end, or -1.
int cn_watch_signals(void);
// Lets all those signals do what they did before.
void cn_unwatch_signals(void);
// While a child has the terminal, the keys that make SIGINT and SIGQUIT are for the child.
void cn_ignore_keys(int ignored);
// Stops the process group until it is continued; nothing where SIGTSTP is ignored.
void cn_stop(void);
