// The pieces of an optimizer's update.

static void scaled_add(long n, float scale, const float *x, const float *y, float *out) {
  for (long i = 0; i < n; i += 16) {
    f16 a = load_upto(x + i, n - i), b = load_upto(y + i, n - i);
    store_upto(out + i, n - i, FMA(splat(scale), a, b));
  }
}

static void moving_average(long n, float decay, const float *state, const float *g, float *out) {
  float rest = 1.0f - decay;
  for (long i = 0; i < n; i += 16) {
    f16 s = load_upto(state + i, n - i), v = load_upto(g + i, n - i);
    store_upto(out + i, n - i, FMA(splat(decay), s, rest * v));
  }
}

static void moving_square(long n, float decay, const float *state, const float *g, float *out) {
  float rest = 1.0f - decay;
  for (long i = 0; i < n; i += 16) {
    f16 s = load_upto(state + i, n - i), v = load_upto(g + i, n - i);
    store_upto(out + i, n - i, FMA(splat(decay), s, (rest * v) * v));
  }
}

static void adam_delta(
  long n, float rate, float epsilon, const float *m, const float *v, float *out
) {
  for (long i = 0; i < n; i += 16) {
    f16 a = load_upto(m + i, n - i), b = load_upto(v + i, n - i);
    store_upto(out + i, n - i, (-rate * a) / (__builtin_elementwise_sqrt(b) + epsilon));
  }
}
