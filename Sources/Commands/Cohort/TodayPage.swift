// Who needs somebody today, as text and JSON.

import CareDomain
import PlainJSON

extension Invocation {
    func putToday(_ members: [CohortMember], _ shelf: RuleShelf) throws {
        try put(.object([:]), lines: [])
    }
}
