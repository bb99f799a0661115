// What the files of this target share.
#ifndef DESCRIPTION_H
#define DESCRIPTION_H

#include <stdio.h>

/// Makes all rows of the terminal scroll, by the current description.
void cn_scroll_all(FILE *output, int rows);

#endif
