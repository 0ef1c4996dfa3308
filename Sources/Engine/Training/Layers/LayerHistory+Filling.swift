// What was not recorded because nobody had asked is recorded afterwards: the steps are executed once
// more, which gives the same bits, and the run stays where it is.

extension LayerHistory {
  /// In units of a multiply-add; about a second.
  private static let mostWork = 1e9

  /// Records the steps that lie behind, as many of the last ones as take about a second.
  ///
  /// - Parameters:
  ///   - missing: what is to be recorded afterwards; what else is recorded stays as it is.
  ///   - probe: for the activations.
  ///   - goesOn: asked after every step; false ends it, with nothing recorded.
  /// - Returns: false when it was ended.
  @discardableResult
  public mutating func fill(
    _ missing: Kinds, from machine: Machine, _ probe: LayerProbe? = nil,
    while goesOn: () -> Bool = { true }
  ) -> Bool {
    let updates = machine.updates
    guard updates > 0, machine.count > 0, !missing.isEmpty else { return true }
    let work = (0..<machine.count).reduce(0.0) { $0 + Double(machine.cost(of: $1)) / 16 + 100 }
    let reach = max(1, Int(min(Self.mostWork / max(work, 1), Double(updates))))
    let start = updates - reach
    var filled = self
    filled.kinds = []
    filled.kinds = missing
    var isOn = true
    machine.undisturbed {
      machine.move(to: start * machine.count) {
        isOn = isOn && goesOn()
        return isOn
      }
      guard isOn else { return }
      filled.prepare(machine)
      machine.onStep = { filled.record($0, probe) }
      machine.move(to: updates * machine.count) {
        isOn = isOn && goesOn()
        return isOn
      }
      machine.onStep = nil
    }
    if isOn { take(missing, from: filled) }
    return isOn
  }
}
