/// Codes that processes end with. Up to 125 they are the program's own; what shells, runtimes and the kernel say begins
/// there (POSIX.1-2024, Shell Command Language, 2.8.2; signal(7)).
public enum ExitCode {
  private static let signals = [
    1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS", 8: "SIGFPE",
    9: "SIGKILL", 10: "SIGUSR1", 11: "SIGSEGV", 12: "SIGUSR2", 13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM",
    24: "SIGXCPU", 25: "SIGXFSZ", 31: "SIGSYS",
  ]

  /// What a code means by itself, in a word or two; nil for a program's own.
  public static func meaning(of code: Int) -> String? {
    switch code {
    case 125: "the engine could not run it"
    case 126: "its command cannot be executed"
    case 127: "its command was not found"
    case 134: "SIGABRT, aborted itself"
    case 139: "SIGSEGV, crashed"
    default: signals[code - 128]
    }
  }
}
