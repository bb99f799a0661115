// Signals: the ordinary ones become bytes in a pipe, the fatal ones put the terminal right first.
#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static int cn_reading = -1;
static int cn_writing = -1;
// What ends a process that does nothing about it, but for the watched ones, SIGKILL, and SIGPIPE, which sockets ignore
// (signal(7)); the real-time signals do so too.
static const int cn_fatal[] = {
    SIGSEGV, SIGABRT, SIGBUS,  SIGILL,  SIGFPE,    SIGTRAP, SIGSYS, SIGQUIT,
    SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF,
#ifdef __linux__
    SIGIO,   SIGPWR,  SIGSTKFLT,
#endif
};
enum { cn_fatal_count = sizeof cn_fatal / sizeof cn_fatal[0] };
static const int cn_watched[] = {SIGWINCH, SIGTERM, SIGINT, SIGHUP, SIGCONT, SIGTSTP};
enum { cn_watched_count = sizeof cn_watched / sizeof cn_watched[0] };
// What each signal did before us.
static struct sigaction cn_before[NSIG];
static int cn_is_watching = 0;

static void cn_note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(cn_writing, &byte, 1);
  (void)ignored;
  errno = saved;
}

static void cn_nothing(int number) { (void)number; }

// Restores the terminal and lets the signal do what it would have done without us. A fault of the processor is met
// again on return, with its own details; a signal that was sent is sent again.
static void cn_die(int number, siginfo_t *information, void *context) {
  (void)context;
  cn_restore();
  sigaction(number, &cn_before[number], NULL);
  int is_fault = information->si_code > 0 && number != SIGTRAP && number != SIGSYS;
  if (!is_fault) raise(number);
}

static void cn_set_handler(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

// A stack of its own, so that a stack overflow can be handled too.
static void cn_give_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && !(current.ss_flags & SS_DISABLE)) return;
  stack_t stack = {.ss_size = 64 * 1024};
  stack.ss_sp = malloc(stack.ss_size);
  if (stack.ss_sp != NULL) sigaltstack(&stack, NULL);
}

// Whether whoever started us has the signal ignored, as nohup does: then it stays so.
static int cn_is_ignored(int number) {
  return !(cn_before[number].sa_flags & SA_SIGINFO) && cn_before[number].sa_handler == SIG_IGN;
}

static void cn_watch_fatal_one(int number) {
  struct sigaction action = {.sa_sigaction = cn_die, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  sigaction(number, NULL, &cn_before[number]);
  if (!cn_is_ignored(number)) sigaction(number, &action, NULL);
}

static void cn_watch_fatal(void) {
  cn_give_stack();
  for (int i = 0; i < cn_fatal_count; i++) cn_watch_fatal_one(cn_fatal[i]);
#ifdef SIGRTMIN
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) cn_watch_fatal_one(number);
#endif
}

static void cn_restore_signal(int number) { sigaction(number, &cn_before[number], NULL); }

static int cn_open_pipe(void) {
  int ends[2];
  if (pipe(ends) < 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  cn_reading = ends[0];
  cn_writing = ends[1];
  return 0;
}

int cn_watch_signals(void) {
  if (cn_reading < 0 && cn_open_pipe() < 0) return -1;
  if (cn_is_watching) return cn_reading;
  cn_is_watching = 1;
  for (int i = 0; i < cn_watched_count; i++) {
    sigaction(cn_watched[i], NULL, &cn_before[cn_watched[i]]);
    if (!cn_is_ignored(cn_watched[i])) cn_set_handler(cn_watched[i], cn_note);
  }
  cn_watch_fatal();
  return cn_reading;
}

void cn_unwatch_signals(void) {
  if (!cn_is_watching) return;
  cn_is_watching = 0;
  for (int i = 0; i < cn_watched_count; i++) cn_restore_signal(cn_watched[i]);
  for (int i = 0; i < cn_fatal_count; i++) cn_restore_signal(cn_fatal[i]);
#ifdef SIGRTMIN
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) cn_restore_signal(number);
#endif
}

void cn_ignore_keys(int ignored) {
  if (!cn_is_ignored(SIGINT)) cn_set_handler(SIGINT, ignored ? cn_nothing : cn_note);
  if (cn_is_ignored(SIGQUIT)) return;
  if (ignored) {
    cn_set_handler(SIGQUIT, cn_nothing);
  } else {
    struct sigaction action = {.sa_sigaction = cn_die, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaction(SIGQUIT, &action, NULL);
  }
}

void cn_stop(void) {
  // Nobody could continue it.
  if (cn_is_ignored(SIGTSTP)) return;
  // The others of the group first; then this thread, so that the process has stopped before the call returns.
  cn_set_handler(SIGTSTP, SIG_IGN);
  kill(0, SIGTSTP);
  cn_set_handler(SIGTSTP, SIG_DFL);
  pthread_kill(pthread_self(), SIGTSTP);
  // Dispatch blocks signals on its threads: the stop comes as this one lets it in.
  sigset_t stop;
  sigset_t old;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, &old);
  pthread_sigmask(SIG_SETMASK, &old, NULL);
  cn_set_handler(SIGTSTP, cn_note);
}
