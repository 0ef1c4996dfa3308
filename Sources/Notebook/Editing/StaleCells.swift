// Cells whose inputs were redefined later: what they show is about values that the names no longer
// have.

import Language

/// Why a cell is stale: a name that it reads, directly or through the cell that made one of its
/// inputs, was defined again.
public struct StaleMark: Hashable, Sendable {
  public var name: String
  /// The number of the cell that defined it again.
  public var cell: Int

  public init(name: String, cell: Int) {
    self.name = name
    self.cell = cell
  }

  /// `x redefined in [3]`
  public var text: String { "\(name) redefined in [\(cell)]" }
}

extension Notebook {
  /// Marks the cells whose inputs were redefined, and takes the marks from the others.
  func markStaleCells() {
    var uses: [Int: NameUse] = [:]
    var definitions: [String: [Int]] = [:]
    for index in cells.indices where cells[index].prose == nil && cells[index].status == .done {
      let use = nameUse(of: cells[index].source)
      uses[index] = use
      for name in use.defines { definitions[name, default: []].append(index) }
    }
    for index in cells.indices {
      let mark = uses[index].flatMap { staleMark($0, index, definitions) }
      if cells[index].stale != mark { cells[index].stale = mark }
    }
    if nameUses.count > 2 * cells.count + 100 { nameUses = [:] }
  }

  private func staleMark(
    _ use: NameUse, _ index: Int, _ definitions: [String: [Int]]
  ) -> StaleMark? {
    // A name is what the last cell before this one made it; the first one after makes it stale.
    let reads = use.reads.sorted()
    for name in reads {
      guard let places = definitions[name], places.contains(where: { $0 < index }),
        let later = places.first(where: { $0 > index })
      else { continue }
      return StaleMark(name: name, cell: later + 1)
    }
    for name in reads {
      if let maker = definitions[name]?.last(where: { $0 < index }), let mark = cells[maker].stale {
        return mark
      }
    }
    return nil
  }

  private func nameUse(of source: String) -> NameUse {
    if let known = nameUses[source] { return known }
    let use = NameUse((try? Parser(source: source, verbs: catalogue.grammars).parse()) ?? [])
    nameUses[source] = use
    return use
  }
}
