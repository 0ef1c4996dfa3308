// Names of layers and parameters where there is little room for them.

import Screen

/// How paths as `net.0.weight` are cut: so that as many of them as possible still differ.
enum PathName {
  /// `net.0.we…`
  case end
  /// `…0.weight`
  case start
  /// `ne…weight`
  case middle

  /// The way that suits some names in a width; the end goes where nothing is gained by another.
  init(_ names: [String], to columns: Int, appearance: Appearance) {
    let long = names.prefix(PathName.most).map { appearance.text($0) }
    var best = (count: 0, cut: PathName.end)
    if long.contains(where: { DisplayWidth.of($0) > columns }) {
      for cut in [PathName.end, .start, .middle] {
        let count = Set(long.map { cut.fit($0, to: columns, ellipsis: appearance.ellipsis) }).count
        if count > best.count { best = (count, cut) }
      }
    }
    self = best.cut
  }

  /// More names are not looked at.
  private static let most = 500

  func fit(_ path: String, to columns: Int, appearance: Appearance) -> String {
    fit(appearance.text(path), to: columns, ellipsis: appearance.ellipsis)
  }

  private func fit(_ text: String, to columns: Int, ellipsis: String) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    let room = columns - DisplayWidth.of(ellipsis)
    let head = self == .middle ? DisplayWidth.clip(text, to: room / 3, ellipsis: "") : ""
    guard room > 0, self != .end else {
      return DisplayWidth.clip(text, to: columns, ellipsis: ellipsis)
    }
    return head + ellipsis + PathName.end(of: text, columns: room - DisplayWidth.of(head))
  }

  /// As much of a text's end as has room.
  static func end(of text: String, columns: Int) -> Substring {
    var tail = text.suffix(max(0, columns))
    while DisplayWidth.of(tail) > columns { tail.removeFirst() }
    return tail
  }
}
