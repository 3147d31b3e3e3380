// A strip calendar a person, as text and JSON.

import CareDomain
import PlainJSON

extension Invocation {
    func putStrips(_ members: [CohortMember], _ shelf: RuleShelf) throws {
        try put(.object([:]), lines: [])
    }
}
