// The first file of TerminalUITests.
