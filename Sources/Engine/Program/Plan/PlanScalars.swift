import CKernels

/// The numbers that tiles' kernels read: fixed ones, and those made of an operand once a step.
struct PlanScalars {
  private struct Made {
    let place: UnsafeMutablePointer<Float>
    let stage: Int
  }

  private struct Key: Hashable {
    let root: Int
    let rule: String
  }

  private struct Pending {
    let source: UnsafeMutablePointer<Float>
    let place: UnsafeMutablePointer<Float>
    let value: (Float) -> Float
  }

  private let memory: PlanMemory
  private var fixed: [UInt32: UnsafeMutablePointer<Float>] = [:]
  private var made: [Key: Made] = [:]
  private var pending: [Pending] = []

  init(_ memory: PlanMemory) { self.memory = memory }

  mutating func fixed(_ value: Float) -> UnsafeMutablePointer<Float> {
    if let place = fixed[value.bitPattern] { return place }
    let place = memory.buffer([value])
    fixed[value.bitPattern] = place
    return place
  }

  /// - Parameters:
  ///   - written: the stage that last wrote the operand so far, −1 for none.
  ///   - stage: the one that needs the number.
  mutating func made(
    _ scalar: TileScalar, of root: Int, at source: UnsafeMutablePointer<Float>, written: Int,
    stage: Int
  ) -> UnsafeMutablePointer<Float> {
    let key = Key(root: root, rule: scalar.rule)
    if let known = made[key], known.stage > written { return known.place }
    let place = memory.buffer([Float(0)])
    made[key] = Made(place: place, stage: stage)
    pending.append(Pending(source: source, place: place, value: scalar.value))
    return place
  }

  /// The step that makes the numbers asked for since the last call, if there are any.
  mutating func step() -> NablaStep? {
    guard !pending.isEmpty else { return nil }
    let work = pending
    pending.removeAll()
    return memory.step {
      for item in work { item.place.pointee = item.value(item.source.pointee) }
    }
  }
}
