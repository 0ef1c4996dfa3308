// exp, log, tanh, erf and their relatives for sixteen floats at once. Coefficients of exp, log and
// tanh are those of Cephes (S. Moshier, expf.c, logf.c, tanhf.c); erf's are our own fit.

// Adding it rounds a float of modest size to a whole number, kept in the low bits.
#define ROUND_TO_WHOLE_FLOAT 0x1.8p23f

// x = n·ln 2 + r; exp(r) = 1 + r + r²·P(r).
typedef struct { i16 n; f16 r, polynomial; } Exponential;

NABLA_INLINE Exponential split_exponential(f16 x) {
  f16 z = FMA(x, splat(1.44269504f), splat(ROUND_TO_WHOLE_FLOAT));
  f16 k = z - ROUND_TO_WHOLE_FLOAT;
  f16 r = FMA(k, splat(-0.693359375f), x);
  r = FMA(k, splat(2.12194440e-4f), r);
  f16 p = splat(1.9875691500e-4f);
  p = FMA(p, r, splat(1.3981999507e-3f));
  p = FMA(p, r, splat(8.3334519073e-3f));
  p = FMA(p, r, splat(4.1665795894e-2f));
  p = FMA(p, r, splat(1.6666665459e-1f));
  p = FMA(p, r, splat(5.0000001201e-1f));
  i16 n = (i16)((u16)z - (u16)splat(ROUND_TO_WHOLE_FLOAT));
  return (Exponential){.n = n, .r = r, .polynomial = p};
}

NABLA_INLINE f16 power_of_two(i16 n) { return (f16)((u16)(n + 127) << 23); }

// exp(x) = kept · rest: `kept` is a normal number even where the product is not, and what has to be
// multiplied on may go before the rest.
typedef struct { f16 kept, rest; } Scaled;

NABLA_INLINE Scaled exp_scaled(f16 x) {
  x = x > 89.0f ? splat(89.0f) : x;
  x = x < -150.0f ? splat(-150.0f) : x;
  Exponential e = split_exponential(x);
  f16 y = FMA(e.polynomial, e.r * e.r, e.r) + 1.0f;
  i16 half = e.n >> 1;
  return (Scaled){.kept = y * power_of_two(half), .rest = power_of_two(e.n - half)};
}

NABLA_INLINE f16 exp16(f16 x) {
  Scaled e = exp_scaled(x);
  return e.kept * e.rest;
}

// exp(x) for −87 ≤ x ≤ 88, in one step.
NABLA_INLINE f16 exp_moderate(f16 x) {
  Exponential e = split_exponential(x);
  return (FMA(e.polynomial, e.r * e.r, e.r) + 1.0f) * power_of_two(e.n);
}

// exp(x) − 1 for x ≤ 20, accurate near 0.
NABLA_INLINE f16 expm1_negative(f16 x) {
  x = x < -40.0f ? splat(-40.0f) : x;
  Exponential e = split_exponential(x);
  f16 scale = power_of_two(e.n);
  return FMA(scale, FMA(e.polynomial, e.r * e.r, e.r), scale - 1.0f);
}

// exp(x) − 1, accurate near 0. Beyond 20 the 1 is less than half a unit of the last place.
NABLA_INLINE f16 expm1_16(f16 x) {
  f16 bounded = x > 20.0f ? splat(20.0f) : x;
  f16 near = expm1_negative(bounded);
  // Nothing is left of the series, and −0 stays −0.
  near = absolute(x) < 0x1p-25f ? x : near;
  return x > 20.0f ? exp16(x) : near;
}

NABLA_INLINE f16 log16(f16 x) {
  f16 scaled = x < 0x1p-126f ? x * 0x1p24f : x;
  u16 bits = (u16)scaled;
  // m in [√½, √2), x = 2^e · m.
  i16 e = (i16)(bits - 0x3f3504f3u) >> 23;
  f16 f = (f16)(bits - ((u16)e << 23)) - 1.0f;
  f16 k = __builtin_convertvector(e, f16);
  k = x < 0x1p-126f ? k - 24.0f : k;
  f16 z = f * f;
  f16 p = splat(7.0376836292e-2f);
  p = FMA(p, f, splat(-1.1514610310e-1f));
  p = FMA(p, f, splat(1.1676998740e-1f));
  p = FMA(p, f, splat(-1.2420140846e-1f));
  p = FMA(p, f, splat(1.4249322787e-1f));
  p = FMA(p, f, splat(-1.6668057665e-1f));
  p = FMA(p, f, splat(2.0000714765e-1f));
  p = FMA(p, f, splat(-2.4999993993e-1f));
  p = FMA(p, f, splat(3.3333331174e-1f));
  f16 y = FMA(k, splat(-2.12194440e-4f), p * f * z);
  y = FMA(splat(-0.5f), z, y);
  y = FMA(k, splat(0.693359375f), f + y);
  f16 special = x == 0.0f ? splat(-INFINITY) : x < 0.0f ? splat(NAN) : x;
  return ((x > 0.0f) & (x < INFINITY)) ? y : special;
}

// log(1 + e) for 0 ≤ e ≤ 1: the rounding of 1 + e is put back to first order.
NABLA_INLINE f16 log1p_unit(f16 e) {
  f16 u = 1.0f + e;
  return log16(u) + (e - (u - 1.0f)) / u;
}

// log(1 + x), accurate near 0.
NABLA_INLINE f16 log1p_16(f16 x) {
  f16 u = 1.0f + x;
  f16 y = log16(u) + (x - (u - 1.0f)) / u;
  // At −1 and ∞ the correction has no value, at tiny x there is nothing to correct.
  y = ((x > -1.0f) & (x < INFINITY)) ? y : log16(u);
  return absolute(x) < 0x1p-25f ? x : y;
}

NABLA_INLINE f16 tanh16(f16 x) {
  f16 a = absolute(x);
  // Beyond 9.02 the nearest float is 1.
  f16 bounded = a > 10.0f ? splat(10.0f) : a;
  f16 large = 1.0f - 2.0f / (exp_moderate(bounded + bounded) + 1.0f);
  f16 z = x * x;
  f16 p = splat(-5.70498872745e-3f);
  p = FMA(p, z, splat(2.06390887954e-2f));
  p = FMA(p, z, splat(-5.37397155531e-2f));
  p = FMA(p, z, splat(1.33314422036e-1f));
  p = FMA(p, z, splat(-3.33332819422e-1f));
  f16 small = FMA(p * z, x, x);
  return with_sign(a < 0.625f ? small : large, x);
}

// exp(z²) · erfc(z) for 0 ≤ z ≤ 10.7, relative error of the fit 1e-8: w·P(1 − 5w), w = 1/(z + 2½).
NABLA_INLINE f16 scaled_erfc(f16 z) {
  f16 w = 1.0f / (z + 2.5f);
  f16 t = FMA(w, splat(-5.0f), splat(1.0f));
  f16 p = splat(1.38019095e-4f);
  p = FMA(p, t, splat(6.21321669e-4f));
  p = FMA(p, t, splat(-5.26027405e-4f));
  p = FMA(p, t, splat(-4.79878066e-3f));
  p = FMA(p, t, splat(8.42280779e-3f));
  p = FMA(p, t, splat(2.83595622e-2f));
  p = FMA(p, t, splat(-1.71254963e-1f));
  p = FMA(p, t, splat(4.53914225e-1f));
  p = FMA(p, t, splat(-8.04651737e-1f));
  p = FMA(p, t, splat(1.05403185f));
  return w * p;
}

// exp(−a·b) with the rounding of the product put back.
NABLA_INLINE Scaled exp_minus_product_scaled(f16 a, f16 b) {
  f16 s = a * b;
  f16 low = FMA(a, b, -s);
  Scaled e = exp_scaled(-s);
  return (Scaled){.kept = FMA(-e.kept, low, e.kept), .rest = e.rest};
}

NABLA_INLINE f16 exp_minus_product(f16 a, f16 b) {
  Scaled e = exp_minus_product_scaled(a, b);
  return e.kept * e.rest;
}

NABLA_INLINE f16 erf16(f16 x) {
  f16 a = absolute(x);
  // Beyond 3.92 the nearest float is 1.
  f16 bounded = a > 5.0f ? splat(5.0f) : a;
  f16 large = FMA(-exp_minus_product(bounded, bounded), scaled_erfc(bounded), splat(1.0f));
  f16 z = x * x;
  f16 p = splat(8.67539202e-5f);
  p = FMA(p, z, splat(-8.21110385e-4f));
  p = FMA(p, z, splat(5.20674745e-3f));
  p = FMA(p, z, splat(-2.68615838e-2f));
  p = FMA(p, z, splat(1.12837330e-1f));
  p = FMA(p, z, splat(-3.76126349e-1f));
  p = FMA(p, z, splat(1.28379167e-1f));
  return a < 0.875f ? FMA(p, x, x) : with_sign(large, x);
}
