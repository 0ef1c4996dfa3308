// Sigmoid, softplus, GELU, SiLU, ELU for sixteen floats: exact limits at ±∞, no overflow between.

// exp(−|x|), never above 1.
NABLA_INLINE f16 exp_minus_absolute(f16 x) { return exp16(-absolute(x)); }

NABLA_INLINE f16 sigmoid16(f16 x) {
  f16 e = exp_minus_absolute(x);
  return (x < 0.0f ? e : splat(1.0f)) / (1.0f + e);
}

// max(x, 0) + log(1 + exp(−|x|))
NABLA_INLINE f16 softplus16(f16 x) {
  f16 positive = x < 0.0f ? splat(0.0f) : x;
  return positive + log1p_unit(exp_minus_absolute(x));
}

// x far below zero, where x · sigmoid(x) and x · Φ(x) are −0 in float: keeps −∞ · 0 away.
NABLA_INLINE f16 not_below_minus_200(f16 x) { return x < -200.0f ? splat(-200.0f) : x; }

NABLA_INLINE f16 silu16(f16 x) { return not_below_minus_200(x) * sigmoid16(x); }

// σ(x) · (1 + x·(1 − σ(x)))
NABLA_INLINE f16 silu_slope(f16 x) {
  f16 e = exp_minus_absolute(x);
  f16 near = 1.0f / (1.0f + e), far = e / (1.0f + e);
  f16 s = x < 0.0f ? far : near, rest = x < 0.0f ? near : far;
  f16 bounded = not_below_minus_200(x);
  bounded = bounded > 200.0f ? splat(200.0f) : bounded;
  return s * FMA(bounded, rest, splat(1.0f));
}

// Φ(−|x|) and exp(−x²/2), both exact to a few units even where Φ is tiny.
typedef struct { f16 tail, bell; } Normal;

NABLA_INLINE Normal normal_tail(f16 x) {
  f16 a = absolute(x);
  a = a > 15.0f ? splat(15.0f) : a;
  f16 bell = exp_minus_product(0.5f * a, a);
  return (Normal){.tail = 0.5f * bell * scaled_erfc(a * 0.707106781f), .bell = bell};
}

// x · Φ(x)
NABLA_INLINE f16 gelu16(f16 x) {
  Normal n = normal_tail(x);
  return not_below_minus_200(x) * (x < 0.0f ? n.tail : 1.0f - n.tail);
}

// Φ(x) + x · φ(x)
NABLA_INLINE f16 gelu_slope(f16 x) {
  Normal n = normal_tail(x);
  f16 bounded = not_below_minus_200(x);
  bounded = bounded > 200.0f ? splat(200.0f) : bounded;
  return FMA(bounded * 0.398942280f, n.bell, x < 0.0f ? n.tail : 1.0f - n.tail);
}

// alpha · (exp(x) − 1) below zero
NABLA_INLINE f16 elu16(f16 x, float alpha) {
  f16 negative = x < 0.0f ? x : splat(0.0f);
  f16 y = alpha * expm1_negative(negative);
  return x < 0.0f ? y : x;
}
