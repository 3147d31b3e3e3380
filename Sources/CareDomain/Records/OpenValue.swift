// A value of any shape that is kept as it stands, whatever a later version means by it.

package enum OpenValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([OpenValue])
    case object(OpenObject)
}

/// Names and values in their order.
package struct OpenObject: Equatable, Sendable {
    package struct Pair: Equatable, Sendable {
        package var name: String
        package var value: OpenValue

        package init(_ name: String, _ value: OpenValue) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var pairs: [Pair]

    package init(_ pairs: [Pair] = []) { self.pairs = pairs }

    package var isEmpty: Bool { pairs.isEmpty }

    /// The value of a name, nil where it does not occur; assigning nil removes it, a new one goes last.
    package subscript(name: String) -> OpenValue? {
        get { pairs.first { $0.name == name }?.value }
        set {
            let index = pairs.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): pairs[index].value = value
            case (let index?, nil): pairs.remove(at: index)
            case (nil, let value?): pairs.append(Pair(name, value))
            case (nil, nil): break
            }
        }
    }
}
