// Reading single elements of what an instruction read and wrote, without a copy of the whole: what
// a debugger shows of a large tensor is a window of it.

/// A tensor of the walked step at one place of it; true until the machine moves or is changed.
public struct Glimpse {
  /// The whole tensor's shape.
  public let shape: Shape
  private let storage: Storage
  /// What the slot held before it was overwritten.
  private let saved: [Float]?

  init(shape: Shape, storage: Storage, saved: [Float]?) {
    self.shape = shape
    self.storage = storage
    self.saved = saved
  }

  /// The number of elements.
  public var count: Int { shape.count }

  /// An element by its row-major place.
  ///
  /// - Precondition: `place` is one of the tensor's.
  public subscript(place: Int) -> Float {
    precondition(place >= 0 && place < shape.count)
    return saved?[place] ?? storage.pointer[place]
  }

  /// The whole tensor, copied.
  public var tensor: Tensor {
    Tensor(
      shape: shape,
      values: saved
        ?? Array(UnsafeBufferPointer(start: storage.pointer, count: shape.count)))
  }

  /// The element that says most: the first NaN, or else the largest magnitude. Of a large tensor
  /// only the beginning is searched.
  public func placeOfLargest(limit: Int = 1 << 20) -> Int {
    var best = 0
    var magnitude: Float = -1
    for place in 0..<min(count, limit) {
      let value = self[place]
      if value.isNaN { return place }
      if abs(value) > magnitude { (best, magnitude) = (place, abs(value)) }
    }
    return best
  }
}

extension Machine {
  /// What a slot held before an instruction of the walked step ran, or holds now for one that is
  /// still to come; nil when it is not computed yet, or when it was overwritten at full speed.
  public func glimpse(of slot: Int, before index: Int) -> Glimpse? {
    glimpse(of: slot, at: min(index, counter))
  }

  /// What a slot held after an instruction of the walked step ran; nil when it has not run, or when
  /// the slot was overwritten at full speed.
  public func glimpse(of slot: Int, after index: Int) -> Glimpse? {
    index < counter ? glimpse(of: slot, at: index + 1) : nil
  }

  /// - Parameter done: instructions of the step that have run at that place; at most `counter`.
  private func glimpse(of slot: Int, at done: Int) -> Glimpse? {
    var saved: [Float]?
    switch program.slots[slot].kind {
    case .constant: break
    case .temporary:
      guard position > 0, let producer = program.producers[slot], producer < done else {
        return nil
      }
      fetch(slot)
    case .parameter, .state, .setting:
      let start = (step - 1) * count
      let isOverwritten = program.instructions[done..<counter].contains { $0.output == slot }
      if isOverwritten {
        guard undoFloor <= start + done,
          let entry = undo.first(where: { $0.slot == slot && $0.position > start + done })
        else { return nil }
        saved = entry.values
      }
    }
    return Glimpse(
      shape: variant.shapes[slot], storage: program.slots[slot].storage, saved: saved)
  }
}

extension Machine {
  /// The instruction of a step that writes what another one reads; nil for data, and for parameters
  /// that no earlier instruction of the step has changed.
  public func writer(of slot: Int, before index: Int) -> Int? {
    program.slots[slot].kind == .temporary
      ? program.producers[slot] : lastWriter(of: slot, before: index)
  }

  /// The instructions of the step that read what one of them writes.
  public func readers(of index: Int) -> [Int] {
    let output = program.instructions[index].output
    var readers: [Int] = []
    for later in index + 1..<max(count, index + 1) {
      let instruction = program.instructions[later]
      if instruction.inputs.contains(output) { readers.append(later) }
      // What is overwritten is read no more.
      if instruction.output == output { break }
    }
    return readers
  }
}
