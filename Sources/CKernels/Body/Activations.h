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

NABLA_INLINE f16 silu16(f16 x) {
  Scaled e = exp_scaled(-absolute(x));
  f16 whole = e.kept * e.rest;
  f16 bounded = not_below_minus_200(x);
  f16 y = bounded * (x < 0.0f ? e.kept : splat(1.0f)) / (1.0f + whole);
  return x < 0.0f ? y * e.rest : y;
}

// σ(x) · (1 + x·(1 − σ(x)))
NABLA_INLINE f16 silu_slope(f16 x) {
  f16 e = exp_minus_absolute(x);
  f16 near = 1.0f / (1.0f + e), far = e / (1.0f + e);
  f16 s = x < 0.0f ? far : near, rest = x < 0.0f ? near : far;
  f16 bounded = not_below_minus_200(x);
  bounded = bounded > 200.0f ? splat(200.0f) : bounded;
  return s * FMA(bounded, rest, splat(1.0f));
}

// Φ(−|x|) = tail · rest and exp(−x²/2) = bell · rest, good to a few units however tiny they are.
typedef struct { f16 tail, bell, rest; } Normal;

NABLA_INLINE Normal normal_tail(f16 x) {
  f16 a = absolute(x);
  a = a > 15.0f ? splat(15.0f) : a;
  Scaled bell = exp_minus_product_scaled(0.5f * a, a);
  f16 tail = 0.5f * bell.kept * scaled_erfc(a * 0.707106781f);
  return (Normal){.tail = tail, .bell = bell.kept, .rest = bell.rest};
}

// x · Φ(x)
NABLA_INLINE f16 gelu16(f16 x) {
  Normal n = normal_tail(x);
  f16 negative = not_below_minus_200(x) * n.tail * n.rest;
  return x < 0.0f ? negative : x * FMA(-n.tail, n.rest, splat(1.0f));
}

// Φ(x) + x · φ(x)
NABLA_INLINE f16 gelu_slope(f16 x) {
  Normal n = normal_tail(x);
  f16 bounded = not_below_minus_200(x);
  bounded = bounded > 200.0f ? splat(200.0f) : bounded;
  f16 tail = n.tail * n.rest;
  return FMA(bounded * 0.398942280f, n.bell * n.rest, x < 0.0f ? tail : 1.0f - tail);
}

// 2 √(2/π) (x + 0.044715 x³): the tanh form of GELU is x times the sigmoid of it.
NABLA_INLINE f16 gelu_tanh_exponent(f16 x) {
  return 1.59576912f * x * FMA(splat(0.044715f), x * x, splat(1.0f));
}

NABLA_INLINE f16 gelu_tanh16(f16 x) {
  f16 bounded = not_below_minus_200(x);
  f16 u = gelu_tanh_exponent(bounded);
  f16 e = exp_minus_absolute(u);
  return bounded * (u < 0.0f ? e : splat(1.0f)) / (1.0f + e);
}

// σ(u) · (1 + x · u′ · (1 − σ(u)))
NABLA_INLINE f16 gelu_tanh_slope(f16 x) {
  f16 bounded = not_below_minus_200(x);
  bounded = bounded > 200.0f ? splat(200.0f) : bounded;
  f16 e = exp_minus_absolute(gelu_tanh_exponent(bounded));
  f16 near = 1.0f / (1.0f + e), far = e / (1.0f + e);
  f16 s = x < 0.0f ? far : near, rest = x < 0.0f ? near : far;
  f16 steep = 1.59576912f * FMA(splat(0.134145f), bounded * bounded, splat(1.0f));
  return FMA((s * bounded) * steep, rest, s);
}

// alpha · (exp(x) − 1) below zero
NABLA_INLINE f16 elu16(f16 x, float alpha) {
  f16 negative = x < 0.0f ? x : splat(0.0f);
  f16 y = alpha * expm1_negative(negative);
  return x < 0.0f ? y : x;
}
