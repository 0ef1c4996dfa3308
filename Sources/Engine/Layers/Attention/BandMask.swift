/// 1 outside of a band around the diagonal of the last two axes: the keys that are too far from the
/// query (Child et al. 2019; Beltagy et al. 2020).
public struct BandMask: Operation {
  public let name = "window_mask"
  /// Keys up to this far from the query are seen.
  public let window: Int
  /// No key after the query is seen.
  public let isCausal: Bool
  /// The first tokens see all and are seen by all, but for what `isCausal` hides.
  public let globalTokens: Int

  /// Keys up to `window` places away are seen, and the first `globalTokens` tokens.
  public init(window: Int, isCausal: Bool = false, globalTokens: Int = 0) {
    self.window = window
    self.isCausal = isCausal
    self.globalTokens = globalTokens
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].rank >= 2 else {
      throw EngineError("window_mask: scores need two axes, not shape \(inputs[0])")
    }
    return Shape(Array(inputs[0].extents.suffix(2)))
  }

  func hides(query: Int, key: Int) -> Bool {
    if isCausal, key > query { return true }
    if query < globalTokens || key < globalTokens { return false }
    return abs(key - query) > window
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let out = buffers.output.pointer
    let rows = buffers.output.shape[0]
    let columns = buffers.output.shape[1]
    return Kernel {
      for row in 0..<rows {
        for column in 0..<columns {
          out[row * columns + column] = hides(query: row, key: column) ? 1 : 0
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    (0..<shape.count).map { hides(query: $0 / shape[1], key: $0 % shape[1]) ? 1 : 0 }
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil] }

  public func formula(_ inputs: [String]) -> String {
    let far = "|key − query| > \(window)"
    return isCausal ? "key > query or \(far)" : far
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let (query, key) = (index / output.shape[1], index % output.shape[1])
    let isHidden = hides(query: query, key: key)
    return .constant(
      isHidden ? "1" : "0", isHidden ? 1 : 0,
      because: .init("query \(query) \(isHidden ? "does not see" : "sees") key \(key)"))
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}
