import TerminalDriver
import TerminalUI

extension TerminalSession: Screen {}
