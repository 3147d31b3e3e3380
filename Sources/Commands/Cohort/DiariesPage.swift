// Who logs, and when they stop, as text and JSON.

import CareDomain
import PlainJSON

extension Invocation {
    func putDiaries(_ members: [CohortMember], _ shelf: RuleShelf) throws {
        try put(.object([:]), lines: [])
    }
}
