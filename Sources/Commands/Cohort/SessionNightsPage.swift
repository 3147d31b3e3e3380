// Nights after sessions over everyone, as text and JSON.

import CareDomain
import PlainJSON

extension Invocation {
    func putSessionNights(_ members: [CohortMember], _ shelf: RuleShelf) throws {
        try put(.object([:]), lines: [])
    }
}
