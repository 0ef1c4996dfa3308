// The program's instructions as a tree of phases and layers, so that a list of them can be folded.
// Made once a program, in time proportional to its text; nothing recurses.

import Engine

/// Neighbouring instructions of one phase and one layer.
public struct ProgramGroup: Hashable, Sendable {
  /// `forward`; `net.1`; `time step 3`.
  public var name: String
  /// 0-based, both included.
  public var first: Int
  public var last: Int
  /// 0 is a phase.
  public var depth: Int
  /// The place, in the list of groups, behind the last group inside this one.
  public var end: Int

  public init(name: String, first: Int, last: Int, depth: Int, end: Int) {
    self.name = name
    self.first = first
    self.last = last
    self.depth = depth
    self.end = end
  }

  /// Levels of layers that are told apart.
  private static let deepest = 12

  /// The groups of a program, each before those inside it.
  ///
  /// A layer with one instruction is no group, and one that holds nothing but another layer is one
  /// group with it.
  static func groups(of instructions: [Instruction]) -> [ProgramGroup] {
    struct Open {
      let component: String
      let first: Int
      var place: Int
    }
    var raw: [ProgramGroup] = []
    var open: [Open] = []
    func close(to depth: Int, at index: Int) {
      while open.count > depth, let group = open.popLast() {
        raw[group.place].last = index - 1
        raw[group.place].end = raw.count
      }
    }
    var scope = ""
    var components: [String] = []
    for (index, instruction) in instructions.enumerated() {
      let phase = instruction.phase.rawValue
      if index == 0 || instruction.scope != scope || components.first != phase {
        scope = instruction.scope
        components = [phase] + scope.split(separator: ".").prefix(deepest).map(String.init)
        let shared = zip(open, components).prefix { $0.component == $1 }.count
        close(to: shared, at: index)
        for (depth, component) in components.enumerated().dropFirst(shared) {
          open.append(Open(component: component, first: index, place: raw.count))
          raw.append(
            ProgramGroup(
              name: depth == 0 ? component : components[1...depth].joined(separator: "."),
              first: index, last: index, depth: depth, end: 0))
        }
      }
    }
    close(to: 0, at: instructions.count)
    return merged(raw)
  }

  /// Drops groups of one instruction and joins those that hold the same instructions.
  private static func merged(_ raw: [ProgramGroup]) -> [ProgramGroup] {
    var groups: [ProgramGroup] = []
    // Places in `groups` of the groups around the present one.
    var around: [Int] = []
    for group in raw {
      while let last = around.last, groups[last].last < group.first {
        groups[last].end = groups.count
        around.removeLast()
      }
      guard group.depth > 0 else {
        around = [groups.count]
        groups.append(group)
        continue
      }
      guard group.last > group.first else { continue }
      if let parent = around.last, groups[parent].depth > 0,
        groups[parent].first == group.first, groups[parent].last == group.last
      {
        groups[parent].name = group.name
        continue
      }
      around.append(groups.count)
      var own = group
      own.depth = around.count - 1
      groups.append(own)
    }
    for place in around { groups[place].end = groups.count }
    for index in groups.indices { groups[index].name = CallPath.named(groups[index].name) }
    return groups
  }
}
