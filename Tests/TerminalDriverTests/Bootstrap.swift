// The first file of TerminalDriverTests.
