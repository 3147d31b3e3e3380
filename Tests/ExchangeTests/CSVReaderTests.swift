// Tables as text: quotes, line ends, separators, and how much a bad line costs.

import Testing

@testable import Exchange

private func rows(_ text: String) -> [String] { rows(Array(text.utf8)) }

/// `line|cell|cell`, or `line!why` for a row that cannot be read.
private func rows(_ bytes: [UInt8]) -> [String] {
    var reader = CSVReader(bytes)
    var result: [String] = []
    while let row = reader.next() {
        switch row.fields {
        case .success(let fields): result.append("\(row.line)|" + fields.joined(separator: "|"))
        case .failure(let problem): result.append("\(row.line)!\(problem)")
        }
    }
    return result
}

@Suite struct CSVReaderTests {
    @Test(arguments: ["\n", "\r\n", "\r"]) func lineEnds(_ end: String) {
        #expect(rows("a,b\(end)1,2\(end)\(end)3,\(end)") == ["1|a|b", "2|1|2", "3|", "4|3|"])
    }

    @Test func quotes() {
        #expect(rows("a,b\n\"x, \"\"y\"\"\",\"\"\n") == ["1|a|b", "2|x, \"y\"|"])
        #expect(rows("a\n5\" dose\n") == ["1|a", "2|5\" dose"])
    }

    @Test func quotedLineBreaksCount() {
        #expect(rows("a,b\n\"x\r\ny\",1\n2,3") == ["1|a|b", "2|x\r\ny|1", "4|2|3"])
    }

    @Test(arguments: [";", "\t", ","]) func separators(_ mark: String) {
        #expect(rows("\u{FEFF}a\(mark)b\(mark)\"c,,;\"\n1\(mark)2\(mark)3") == ["1|a|b|c,,;", "2|1|2|3"])
    }

    @Test func aBadLineCostsItself() {
        #expect(rows("a\n\"x\n1\n2\n") == ["1|a", "2!quoteNotClosed", "3|1", "4|2"])
        #expect(rows("a\n\"x\" y,1\n2\n") == ["1|a", "2!textAfterQuote", "3|2"])
        #expect(rows([0x61, 0x0A, 0xE9, 0x0A, 0x62]) == ["1|a", "2!notUTF8", "3|b"])
    }

    @Test func ends() {
        #expect(rows("") == [])
        #expect(rows("a") == ["1|a"])
        #expect(rows("a,") == ["1|a|"])
        #expect(rows("\"a\"") == ["1|a"])
    }
}
