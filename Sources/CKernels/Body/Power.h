// x to the power y, through double precision; zeros, signs, infinities and NaN as C's pow has them.

NABLA_INLINE f8 power_eight(f8 x, f8 y) {
  d8 magnitude = __builtin_convertvector(x, d8);
  magnitude = magnitude < 0.0 ? -magnitude : magnitude;
  d8 power = exp_eight(__builtin_convertvector(y, d8) * log_eight(magnitude));
  return __builtin_convertvector(power, f8);
}

NABLA_INLINE f16 power16(f16 x, f16 y) {
  f8 low = power_eight(x.lo, y.lo), high = power_eight(x.hi, y.hi);
  f16 p = __builtin_shufflevector(
    low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  // |x| = 1: the product y · log 1 is NaN for an infinite y.
  p = ((absolute(x) == 1.0f) & (y == y)) ? splat(1.0f) : p;
  // Beyond 2²³ every float is whole, and beyond 2²⁴ even.
  f16 truncated = __builtin_elementwise_trunc(y);
  f16 half = y * 0.5f;
  i16 whole = truncated == y;
  i16 odd = whole & (__builtin_elementwise_trunc(half) != half);
  p = odd ? with_sign(p, x) : p;
  p = ((x < 0.0f) & (x > -INFINITY) & ~whole) ? splat(NAN) : p;
  return ((y == 0.0f) | (x == 1.0f)) ? splat(1.0f) : p;
}

// a − b·⌊a / b⌋ with the sign of b, exactly rounded, as PyTorch's remainder.
NABLA_INLINE f16 remainder16(f16 a, f16 b) {
  f16 y;
  for (int lane = 0; lane < 16; lane++) {
    float r = __builtin_fmodf(a[lane], b[lane]);
    y[lane] = r != 0 && (b[lane] < 0) != (r < 0) ? r + b[lane] : r;
  }
  return y;
}
