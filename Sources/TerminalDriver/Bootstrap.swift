// The first file of TerminalDriver.
