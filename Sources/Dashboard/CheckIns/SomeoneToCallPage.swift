// Opens the page of those who can be called.

import CareDomain
import CellCanvas

extension DashboardModel {
    mutating func openSomeoneToCall(in context: Context) -> [Effect] { [] }
}
