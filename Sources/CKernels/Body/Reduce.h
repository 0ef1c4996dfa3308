// Sum, mean, maximum, minimum and product along one axis. Along the innermost axis element i goes to lane
// i mod 16 and the lanes meet in a fixed tree; along another axis each result is one ascending
// chain from the neutral element.

// Sixteen elements from i on; the neutral element stands in for those past the end.
NABLA_INLINE f16 load_or(const float *p, long left, i16 lanes, float neutral) {
  if (__builtin_expect(left >= 16, 1)) return load(p);
  f16 v = load_some(p, left);
  return lanes < (int32_t)left ? v : splat(neutral);
}

#define LANES ((i16){0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})

NABLA_INLINE float row_sum(long n, const float *x) {
  f16 sum = splat(0.0f);
  // Zeros past the end change nothing: a lane that starts at +0 never becomes −0.
  for (long i = 0; i < n; i += 16) sum += load_upto(x + i, n - i);
  return tree_sum(sum);
}

NABLA_INLINE float row_maximum(long n, const float *x) {
  f16 most = splat(-INFINITY);
  for (long i = 0; i < n; i += 16)
    most = maximum(most, load_or(x + i, n - i, LANES, -INFINITY));
  return tree_maximum(most);
}

NABLA_INLINE float row_minimum(long n, const float *x) {
  f16 least = splat(INFINITY);
  for (long i = 0; i < n; i += 16)
    least = minimum(least, load_or(x + i, n - i, LANES, INFINITY));
  return tree_minimum(least);
}

NABLA_INLINE float row_product(long n, const float *x) {
  f16 product = splat(1.0f);
  for (long i = 0; i < n; i += 16) product *= load_or(x + i, n - i, LANES, 1.0f);
  f8 a = product.lo * product.hi;
  f4 b = a.lo * a.hi;
  return (b.x * b.z) * (b.y * b.w);
}

// Four vectors of columns at a time while they last, so that the chains overlap.
#define REDUCE_COLUMNS(NEUTRAL, COMBINE, FINISH)                                    \
  for (long o = 0; o < outer; o++) {                                                \
    const float *block = x + o * n * inner;                                         \
    long i = 0;                                                                     \
    for (; i + 64 <= inner; i += 64) {                                              \
      f16 s0 = splat(NEUTRAL), s1 = s0, s2 = s0, s3 = s0;                           \
      for (long r = 0; r < n; r++) {                                                \
        const float *p = block + r * inner + i;                                     \
        s0 = COMBINE(s0, load(p));                                                  \
        s1 = COMBINE(s1, load(p + 16));                                             \
        s2 = COMBINE(s2, load(p + 32));                                             \
        s3 = COMBINE(s3, load(p + 48));                                             \
      }                                                                             \
      float *q = out + o * inner + i;                                               \
      store(q, FINISH(s0)), store(q + 16, FINISH(s1));                              \
      store(q + 32, FINISH(s2)), store(q + 48, FINISH(s3));                         \
    }                                                                               \
    for (; i < inner; i += 16) {                                                    \
      f16 s = splat(NEUTRAL);                                                       \
      for (long r = 0; r < n; r++)                                                  \
        s = COMBINE(s, load_upto(block + r * inner + i, inner - i));                \
      store_upto(out + o * inner + i, inner - i, FINISH(s));                        \
    }                                                                               \
  }

#define ADD(a, b) ((a) + (b))
#define MULTIPLY(a, b) ((a) * (b))
#define ITSELF(v) (v)
#define DIVIDED(v) ((v) / (float)n)

static void reduce_columns(
  NablaReduction f, long outer, long n, long inner, const float *x, float *out
) {
  switch (f) {
    case NABLA_SUM: REDUCE_COLUMNS(0.0f, ADD, ITSELF); break;
    case NABLA_MEAN: REDUCE_COLUMNS(0.0f, ADD, DIVIDED); break;
    case NABLA_MAX: REDUCE_COLUMNS(-INFINITY, maximum, ITSELF); break;
    case NABLA_MIN: REDUCE_COLUMNS(INFINITY, minimum, ITSELF); break;
    case NABLA_PRODUCT: REDUCE_COLUMNS(1.0f, MULTIPLY, ITSELF); break;
  }
}

static void reduce(
  NablaReduction f, long outer, long n, long inner, const float *x, float *out
) {
  if (inner != 1) {
    reduce_columns(f, outer, n, inner, x, out);
    return;
  }
  switch (f) {
    case NABLA_SUM:
      for (long o = 0; o < outer; o++) out[o] = row_sum(n, x + o * n);
      break;
    case NABLA_MEAN:
      for (long o = 0; o < outer; o++) out[o] = row_sum(n, x + o * n) / (float)n;
      break;
    case NABLA_MAX:
      for (long o = 0; o < outer; o++) out[o] = row_maximum(n, x + o * n);
      break;
    case NABLA_MIN:
      for (long o = 0; o < outer; o++) out[o] = row_minimum(n, x + o * n);
      break;
    case NABLA_PRODUCT:
      for (long o = 0; o < outer; o++) out[o] = row_product(n, x + o * n);
      break;
  }
}

// Squares are rounded before they are added. The lanes of a block, from 0 or from where they are.
static void add_squares(long n, const float *x, int from_zero, float *lanes) {
  f16 s0 = splat(0.0f), s1 = s0, s2 = s0, s3 = s0;
  if (!from_zero) {
    s0 = load(lanes), s1 = load(lanes + 16);
    s2 = load(lanes + 32), s3 = load(lanes + 48);
  }
  long i = 0;
  for (; i + 64 <= n; i += 64) {
    f16 a = load(x + i), b = load(x + i + 16), c = load(x + i + 32), d = load(x + i + 48);
    s0 += a * a, s1 += b * b, s2 += c * c, s3 += d * d;
  }
  // Zeros past the end change nothing.
  if (i < n) {
    f16 a = load_upto(x + i, n - i), b = splat(0.0f), c = b, d = b;
    if (i + 16 < n) b = load_upto(x + i + 16, n - i - 16);
    if (i + 32 < n) c = load_upto(x + i + 32, n - i - 32);
    if (i + 48 < n) d = load_upto(x + i + 48, n - i - 48);
    s0 += a * a, s1 += b * b, s2 += c * c, s3 += d * d;
  }
  store(lanes, s0), store(lanes + 16, s1), store(lanes + 32, s2), store(lanes + 48, s3);
}

static float sum_squares(long n, const float *x) {
  float total = 0.0f;
  for (long i = 0; i < n; i += NABLA_SQUARES_BLOCK) {
    float lanes[NABLA_SQUARES_LANES] __attribute__((aligned(64)));
    long block = n - i < NABLA_SQUARES_BLOCK ? n - i : NABLA_SQUARES_BLOCK;
    add_squares(block, x + i, 1, lanes);
    total += nabla_square_sum(lanes);
  }
  return total;
}
