// To whole numbers, for sixteen floats: exact, with the sign of x also on zeros.

// To the nearest, halves to even: adding 2²³ leaves no room for a fraction.
NABLA_INLINE f16 round16(f16 x) {
  f16 a = absolute(x);
  f16 whole = (a + 0x1p23f) - 0x1p23f;
  return a < 0x1p23f ? with_sign(whole, x) : x;
}

NABLA_INLINE f16 floor16(f16 x) {
  f16 r = round16(x);
  return r > x ? with_sign(r - 1.0f, x) : r;
}

NABLA_INLINE f16 ceil16(f16 x) {
  f16 r = round16(x);
  return r < x ? with_sign(r + 1.0f, x) : r;
}

// Towards 0.
NABLA_INLINE f16 trunc16(f16 x) { return x < 0.0f ? ceil16(x) : floor16(x); }
