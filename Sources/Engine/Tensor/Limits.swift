// Sizes are checked before anything is allocated: a typing error must not end the session.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How large a tensor may be.
public enum Limits {
  /// Half of the machine's memory, in bytes; a program keeps several tensors of a kind.
  public static let tensorBytes: Int = {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    let (bytes, overflow) = pages.multipliedReportingOverflow(by: size)
    return overflow || bytes <= 0 ? 1 << 32 : bytes / 2
  }()

  /// An axis of extent 0 makes a tensor empty but not the others harmless: their product, too, must
  /// be a size that can be counted with, because strides and plans are made of it.
  ///
  /// - Throws: when a tensor of `shape` could not be held.
  public static func check(_ shape: Shape, for name: String) throws(EngineError) {
    var bytes = MemoryLayout<Float>.stride
    for extent in shape.extents {
      guard extent >= 0 else {
        throw EngineError("\(name): a size cannot be negative: \(shape)")
      }
      let (product, overflow) = bytes.multipliedReportingOverflow(by: max(extent, 1))
      guard !overflow, product <= tensorBytes else {
        throw EngineError(
          "\(name): a tensor of shape \(shape) needs \(size(shape)), more than this machine allows "
            + "(\(gibibytes(tensorBytes)))",
          hint: "use smaller sizes or mini-batches")
      }
      bytes = product
    }
  }

  /// Most of the machine's memory, in bytes: what all tensors of a program may take together.
  public static let programBytes = tensorBytes / 2 * 3

  /// - Throws: when tensors of `shapes` could not be held together.
  public static func check(
    together shapes: some Sequence<Shape>, for name: String
  ) throws(EngineError) {
    try check(bytes: shapes.reduce(0) { $0 + bytes(of: $1) }, for: name)
  }

  /// - Throws: when so much could not be held.
  static func check(bytes: Double, for name: String) throws(EngineError) {
    guard bytes > Double(programBytes) else { return }
    throw EngineError(
      "\(name): the values need \((bytes / 107_374_182.4).rounded() / 10) GiB together, more than "
        + "this machine allows (\(gibibytes(programBytes)))",
      hint: "use smaller sizes or mini-batches")
  }

  static func bytes(of shape: Shape) -> Double {
    shape.extents.reduce(4.0) { $0 * Double($1) }
  }

  private static func size(_ shape: Shape) -> String {
    let bytes = shape.extents.reduce(4.0) { $0 * Double(max($1, 1)) }
    let exponent = bytes / 1_073_741_824
    return exponent < 1e6 ? "\((exponent * 10).rounded() / 10) GiB" : "over a million GiB"
  }

  private static func gibibytes(_ bytes: Int) -> String {
    "\((Double(bytes) / 1_073_741_824 * 10).rounded() / 10) GiB"
  }
}
