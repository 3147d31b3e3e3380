// What is chosen on who logs, and when they stop, and what keys do there.

import CareDomain
import CellCanvas

struct DiariesState: Equatable {
    /// The longest silent first.
    private(set) var members: [CohortMember] = []
    private(set) var summary = CohortDiaries([])
    /// Nil for the first one.
    var chosen: PersonID?
    /// The first week of the course shown, 1 for its first.
    var firstWeek = 1

    mutating func show(_ members: [CohortMember]) {
        self.members = members.sorted(by: CohortMember.isSilentLonger)
        summary = CohortDiaries(members)
    }

    /// The line of the one chosen; 0 where there is none.
    var selected: Int { members.firstIndex { $0.id == chosen } ?? 0 }
}

extension DashboardModel {
    /// Whom the keys are about; nil where the page is empty.
    var chosenDiary: PersonID? {
        let diaries = cohort.diaries
        return diaries.members.isEmpty ? nil : diaries.members[diaries.selected].id
    }

    mutating func updateDiaries(_ command: Command, in context: Context) {
        let diaries = cohort.diaries
        let layout = DiariesLayout(Self.cohortBody(of: context.size), diaries.summary)
        var selected = diaries.selected
        switch command {
        case .move(.down): selected += 1
        case .move(.up): selected -= 1
        case .pageDown: selected += layout.people
        case .pageUp: selected -= layout.people
        case .first: selected = 0
        case .last: selected = diaries.members.count - 1
        case .move(.left): cohort.diaries.firstWeek = max(1, layout.clamped(diaries.firstWeek) - 1)
        case .move(.right): cohort.diaries.firstWeek = layout.clamped(diaries.firstWeek + 1)
        default: break
        }
        guard !diaries.members.isEmpty else { return }
        cohort.diaries.chosen = diaries.members[min(max(0, selected), diaries.members.count - 1)].id
    }
}
