/// A tensor that outlives a step: a trainable parameter, or a buffer (running statistics, a carried
/// state) that only a program's own instructions change.
///
/// The buffer never moves, so every program that uses the parameter is bound to the same place.
public final class Parameter {
  /// Where it lives, as PyTorch names it: `net.0.weight`. Its random stream is a hash of this.
  public let path: String
  /// The shape, fixed at the first use.
  public let shape: Shape
  /// The law of its initial values.
  public let initializer: Initializer
  /// False for buffers: they have no gradient and no optimizer touches them.
  public let isTrainable: Bool
  let storage: Storage
  private let seed: UInt64

  init(
    path: String, shape: Shape, initializer: Initializer, seed: UInt64, isTrainable: Bool = true
  ) {
    self.path = path
    self.shape = shape
    self.initializer = initializer
    self.isTrainable = isTrainable
    self.seed = seed
    self.storage = Storage(count: shape.count)
    storage.assign(initializer.values(shape: shape, seed: seed, path: path))
  }

  /// The current value.
  public var value: Tensor {
    get { Tensor(shape: shape, values: storage.array) }
    set {
      precondition(newValue.shape == shape)
      storage.assign(newValue.values)
    }
  }

  /// What it held when it was made.
  public var initialValues: [Float] {
    initializer.values(shape: shape, seed: seed, path: path)
  }

  /// Whether the current value is this one, bit for bit.
  public func holdsBits(of value: Tensor) -> Bool {
    value.shape == shape && storage.holdsBits(of: value.values)
  }
}
