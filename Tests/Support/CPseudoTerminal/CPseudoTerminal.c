#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/// Everything between fork and exec: only calls that are safe there. Does not return.
static void become(const char *program, char *const arguments[], char *const environment[], const char *directory,
                   int slave, const int streams[3], int failure) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  setsid();
  ioctl(slave, TIOCSCTTY, 0);
  for (int stream = 0; stream < 3; stream++) {
    if (dup2(streams[stream] >= 0 ? streams[stream] : slave, stream) < 0) goto failed;
  }
  if (directory && chdir(directory) != 0) goto failed;
  execve(program, arguments, environment);
failed:;
  int error = errno;
  (void)!write(failure, &error, sizeof error);
  _exit(127);
}

int pseudo_terminal_spawn(const char *program, char *const arguments[], char *const environment[],
                          const char *directory, unsigned short columns, unsigned short rows, int input, int output,
                          int errors, int *master, pid_t *pid) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  int slave, failure[2];
  if (openpty(master, &slave, NULL, NULL, &size) != 0) return errno;
  fcntl(*master, F_SETFD, FD_CLOEXEC);
  fcntl(slave, F_SETFD, FD_CLOEXEC);
  if (pipe2(failure, O_CLOEXEC) != 0) {
    int error = errno;
    close(*master);
    close(slave);
    return error;
  }
  const int streams[3] = {input, output, errors};
  *pid = fork();
  if (*pid == 0) become(program, arguments, environment, directory, slave, streams, failure[1]);
  int error = *pid < 0 ? errno : 0;
  close(slave);
  close(failure[1]);
  if (error == 0 && read(failure[0], &error, sizeof error) != sizeof error) error = 0;
  close(failure[0]);
  if (error != 0) {
    close(*master);
    if (*pid > 0) waitpid(*pid, NULL, 0);
  }
  return error;
}

int pseudo_terminal_resize(int master, unsigned short columns, unsigned short rows) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  return ioctl(master, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

int pseudo_terminal_is_cooked(int master) {
  struct termios attributes;
  if (tcgetattr(master, &attributes) != 0) return -1;
  return (attributes.c_lflag & ICANON) && (attributes.c_lflag & ECHO) && (attributes.c_lflag & ISIG) &&
         (attributes.c_oflag & OPOST);
}

int pseudo_terminal_exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

int pseudo_terminal_end_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }

int pseudo_terminal_is_stopped(int status) { return WIFSTOPPED(status) ? 1 : 0; }

int pseudo_terminal_memory_file(void) { return memfd_create("output", MFD_CLOEXEC); }
