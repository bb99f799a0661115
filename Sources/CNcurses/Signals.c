// Signals: the ordinary ones become bytes in a pipe, the fatal ones put the terminal right first.
#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static int reading = -1;
static int writing = -1;
static const int fatal[] = {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS, SIGQUIT};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };
static struct sigaction before[fatal_count];
static const int watched[] = {SIGWINCH, SIGTERM, SIGINT, SIGHUP, SIGCONT, SIGTSTP};
enum { watched_count = sizeof watched / sizeof watched[0] };
static int is_watching = 0;

static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(writing, &byte, 1);
  (void)ignored;
  errno = saved;
}

static void nothing(int number) { (void)number; }

// Restores the terminal and lets the signal do what it would have done without us. A fault of the processor is met
// again on return, with its own details; a signal that was sent is sent again.
static void die(int number, siginfo_t *information, void *context) {
  (void)context;
  cn_restore();
  for (int i = 0; i < fatal_count; i++) {
    if (fatal[i] == number) sigaction(number, &before[i], NULL);
  }
  int is_fault = information->si_code > 0 && number != SIGTRAP && number != SIGSYS;
  if (!is_fault) raise(number);
}

static void set_handler(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

// A stack of its own, so that a stack overflow can be handled too.
static void give_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && !(current.ss_flags & SS_DISABLE)) return;
  stack_t stack = {.ss_size = 64 * 1024};
  stack.ss_sp = malloc(stack.ss_size);
  if (stack.ss_sp != NULL) sigaltstack(&stack, NULL);
}

static void watch_fatal(void) {
  give_stack();
  struct sigaction action = {.sa_sigaction = die, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &action, &before[i]);
}

static int open_pipe(void) {
  int ends[2];
  if (pipe(ends) < 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  reading = ends[0];
  writing = ends[1];
  return 0;
}

int cn_watch_signals(void) {
  if (reading < 0 && open_pipe() < 0) return -1;
  if (is_watching) return reading;
  is_watching = 1;
  for (int i = 0; i < watched_count; i++) set_handler(watched[i], note);
  watch_fatal();
  return reading;
}

void cn_unwatch_signals(void) {
  if (!is_watching) return;
  is_watching = 0;
  for (int i = 0; i < watched_count; i++) set_handler(watched[i], SIG_DFL);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &before[i], NULL);
}

void cn_ignore_keys(int ignored) {
  set_handler(SIGINT, ignored ? nothing : note);
  if (ignored) {
    set_handler(SIGQUIT, nothing);
  } else {
    struct sigaction action = {.sa_sigaction = die, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaction(SIGQUIT, &action, NULL);
  }
}

void cn_stop(void) {
  // The others of the group first; then this thread, so that the process has stopped before the call returns.
  set_handler(SIGTSTP, SIG_IGN);
  kill(0, SIGTSTP);
  set_handler(SIGTSTP, SIG_DFL);
  pthread_kill(pthread_self(), SIGTSTP);
  // Dispatch blocks signals on its threads: the stop comes as this one lets it in.
  sigset_t stop;
  sigset_t old;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, &old);
  pthread_sigmask(SIG_SETMASK, &old, NULL);
  set_handler(SIGTSTP, note);
}
