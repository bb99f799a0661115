#ifndef C_PSEUDO_TERMINAL_H
#define C_PSEUDO_TERMINAL_H

#include <sys/types.h>

/// Starts a program on a new pseudo terminal of which it is the session's leader.
///
/// `input`, `output` and `errors` replace the terminal for one of the three standard streams; -1 leaves it.
/// `arguments` and `environment` end with NULL. Returns 0, or an errno, also where the program cannot be executed.
int pseudo_terminal_spawn(const char *program, char *const arguments[], char *const environment[],
                          const char *directory, unsigned short columns, unsigned short rows, int input, int output,
                          int errors, int *master, pid_t *pid);

/// Gives the terminal another size; the programs on it get SIGWINCH. Returns 0 or an errno.
int pseudo_terminal_resize(int master, unsigned short columns, unsigned short rows);

/// Whether the terminal echoes what is typed and hands out whole lines: 1, 0, or -1 where it cannot be told.
int pseudo_terminal_is_cooked(int master);

/// The exit code that a waitpid status holds, or -1 where a signal ended the program.
int pseudo_terminal_exit_code(int status);

/// The signal that ended the program, or 0.
int pseudo_terminal_end_signal(int status);

/// Whether the program was stopped and not ended.
int pseudo_terminal_is_stopped(int status);

/// A file descriptor of a file that is in memory only, or -1.
int pseudo_terminal_memory_file(void);

#endif
