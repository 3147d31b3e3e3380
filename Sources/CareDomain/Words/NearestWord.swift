// The word that a mistyped one was probably meant to be.

package enum NearestWord {
    /// - Returns: the word fewest slips away, the first of several; nil where none is near enough to be
    ///   meant: a slip for every three letters, and one for shorter words.
    package static func of(_ typed: String, among words: some Sequence<String>) -> String? {
        let limit = max(1, min(typed.count, 64) / 3)
        let near = words.sorted().map { (word: $0, slips: slips(typed, $0, limit: limit)) }
        return near.filter { $0.slips <= limit }.min { $0.slips < $1.slips }?.word
    }

    /// Letters to add, drop, change or swap with the next, whatever their case: optimal string alignment.
    /// - Returns: more than the limit where the lengths alone differ by more.
    static func slips(_ a: String, _ b: String, limit: Int = .max) -> Int {
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        let (a, b) = (Array(a.lowercased()), Array(b.lowercased()))
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                var least = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    least = min(least, before[j - 2] + 1)
                }
                row.append(least)
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
