// Lines that may hold text from records, made safe to print.

import CellCanvas

func cleaned(_ lines: [String]) -> [String] { lines.map { CleanText($0).string } }
