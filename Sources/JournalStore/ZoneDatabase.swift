// The time zones of the system: compiled zone files by name, and the zone that the machine itself is set to.

import CareDomain

package struct ZoneDatabase: ZoneSource {
    private let files: any FileSystem
    private let folder: String
    private let systemSetting: String?

    /// - Parameters:
    ///   - folder: what `TZDIR` says; nil or empty for `/usr/share/zoneinfo`.
    ///   - systemSetting: what `TZ` says; nil or empty where it is not set.
    package init(files: any FileSystem, folder: String? = nil, systemSetting: String? = nil) {
        self.files = files
        self.folder = folder.flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/share/zoneinfo"
        self.systemSetting = systemSetting.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Nil for a text that is no zone name, and for a name whose file is missing or damaged. `UTC` needs no
    /// file.
    package func zone(named name: String) -> Zone? {
        guard Zone.isName(name) else { return nil }
        // A name has no dots and no empty parts, so it stays below the folder; aliases are links there.
        guard
            let bytes = try? files.contents(
                of: folder + "/" + name, in: nil, for: .readingThroughLinks, limit: 1 << 20),
            let rules = try? ZoneRules(file: bytes)
        else { return name == "UTC" ? .utc : nil }
        return Zone(name: name, rules: rules)
    }

    /// The IANA name that `TZ`, `/etc/timezone` or the link `/etc/localtime` gives, in this order; nil where
    /// none does.
    package func systemZoneName() -> String? {
        if let systemSetting {
            let text = systemSetting.hasPrefix(":") ? String(systemSetting.dropFirst()) : systemSetting
            return Self.name(in: text)
        }
        if let bytes = try? files.contents(
            of: "/etc/timezone", in: nil, for: .readingThroughLinks, limit: 256)
        {
            let line = String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self)
            if let name = Self.name(in: line) { return name }
        }
        return (try? files.linkTarget("/etc/localtime")).flatMap(Self.name)
    }

    /// The machine's own zone; UTC where it cannot be told.
    package func systemZone() -> Zone { systemZoneName().flatMap(zone(named:)) ?? .utc }

    /// The name itself, or what follows `zoneinfo/` in a path.
    private static func name(in text: String) -> String? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let start = parts.lastIndex(of: "zoneinfo").map { $0 + 1 } ?? 0
        let name = parts[start...].joined(separator: "/")
        return Zone.isName(name) ? name : nil
    }
}

/// Remembers each zone that was asked for, also those that there are not.
package final class ZoneCache: ZoneSource {
    private let source: any ZoneSource
    private var known: [String: Zone?] = [:]

    package init(_ source: any ZoneSource) { self.source = source }

    package func zone(named name: String) -> Zone? {
        if let answer = known[name] { return answer }
        let answer = source.zone(named: name)
        known[name] = .some(answer)
        return answer
    }
}
