import CKernels

/// Functions of single numbers with the same bits on every machine.
public enum Numbers {
  /// x to the power of y for x ≥ 0; NaN for a negative x, as C's pow has it for broken exponents.
  public static func power(_ x: Double, _ y: Double) -> Double {
    if x == 0 { return y > 0 ? 0 : y == 0 ? 1 : .infinity }
    return x < 0 ? .nan : nabla_exp_double(y * nabla_log_double(x))
  }

  /// The natural logarithm; NaN for a negative x.
  public static func logarithm(_ x: Double) -> Double {
    x < 0 ? .nan : nabla_log_double(x)
  }
}
