// Terminal descriptions. A file of its own: <term.h> defines macros with everyday names.
#include "CNcurses.h"
#include "Description.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>

int cn_description_colours(const char *type) {
  int error = 0;
  TERMINAL *before = cur_term;
  if (setupterm((char *)type, STDOUT_FILENO, &error) == ERR) return -1;
  int found = max_colors > 0 ? max_colors : 0;
  if (cursor_address == NULL) found = -2;
  TERMINAL *mine = set_curterm(before);
  if (mine != NULL && mine != before) del_curterm(mine);
  return found;
}

void cn_scroll_all(FILE *output, int rows) {
  if (change_scroll_region != NULL) fputs(tparm(change_scroll_region, 0, rows - 1), output);
}
