// The pieces of an optimizer's update.

static void scaled_add(long n, float scale, const float *x, const float *y, float *out) {
  for (long i = 0; i < n; i += 16) {
    f16 a = load_upto(x + i, n - i), b = load_upto(y + i, n - i);
    store_upto(out + i, n - i, FMA(splat(scale), a, b));
  }
}

// Moments below the smallest normal number are 0.
NABLA_INLINE f16 flushed(f16 x) { return absolute(x) < 0x1p-126f ? splat(0.0f) : x; }

NABLA_INLINE f16 averaged(float decay, f16 state, f16 g) {
  return flushed(FMA(splat(decay), state, (1.0f - decay) * g));
}

NABLA_INLINE f16 averaged_square(float decay, f16 state, f16 g) {
  return flushed(FMA(splat(decay), state, ((1.0f - decay) * g) * g));
}

NABLA_INLINE f16 adam_direction(float rate, float epsilon, f16 m, f16 v) {
  return (-rate * m) / (__builtin_elementwise_sqrt(v) + epsilon);
}

static void moving_average(long n, float decay, const float *state, const float *g, float *out) {
  for (long i = 0; i < n; i += 16) {
    f16 s = load_upto(state + i, n - i), v = load_upto(g + i, n - i);
    store_upto(out + i, n - i, averaged(decay, s, v));
  }
}

static void moving_square(long n, float decay, const float *state, const float *g, float *out) {
  for (long i = 0; i < n; i += 16) {
    f16 s = load_upto(state + i, n - i), v = load_upto(g + i, n - i);
    store_upto(out + i, n - i, averaged_square(decay, s, v));
  }
}

static void adam_delta(
  long n, float rate, float epsilon, const float *m, const float *v, float *out
) {
  for (long i = 0; i < n; i += 16) {
    f16 a = load_upto(m + i, n - i), b = load_upto(v + i, n - i);
    store_upto(out + i, n - i, adam_direction(rate, epsilon, a, b));
  }
}

NABLA_INLINE void adam_part(
  const NablaAdam *adam, const int plain, long left, float *pw, const float *pg, float *pm,
  float *pv
) {
  f16 w = load_upto(pw, left), g = load_upto(pg, left);
  if (!plain) {
    if (adam->gradient_scale != 1.0f) g = g * adam->gradient_scale;
    if (adam->decoupled != 0.0f) w = FMA(splat(-adam->decoupled), w, w);
    if (adam->l2 != 0.0f) g = FMA(splat(adam->l2), w, g);
  }
  f16 m = averaged(adam->beta1, load_upto(pm, left), g);
  f16 v = averaged_square(adam->beta2, load_upto(pv, left), g);
  store_upto(pm, left, m);
  store_upto(pv, left, v);
  f16 step =
    adam_direction(adam->rate, adam->epsilon, m * adam->correction1, v * adam->correction2);
  store_upto(pw, left, w + step);
}

static void adam_update(
  const NablaAdam *adam, long n, float *w, const float *g, float *m, float *v
) {
  const NablaAdam constants = *adam;
  int plain = adam->gradient_scale == 1.0f && adam->decoupled == 0.0f && adam->l2 == 0.0f;
  if (plain) {
    for (long i = 0; i < n; i += 16) adam_part(&constants, 1, n - i, w + i, g + i, m + i, v + i);
  } else {
    for (long i = 0; i < n; i += 16) adam_part(&constants, 0, n - i, w + i, g + i, m + i, v + i);
  }
}

// A plain update that also adds the squares of the gradient to the lanes of its block, as
// add_squares does: the loop waits for divisions and roots, so they are for nothing.
static void adam_update_squared(
  const NablaAdam *adam, long n, float *w, const float *g, float *m, float *v, int from_zero,
  float *lanes
) {
  const NablaAdam constants = *adam;
  f16 s0 = splat(0.0f), s1 = s0, s2 = s0, s3 = s0;
  if (!from_zero) {
    s0 = load(lanes), s1 = load(lanes + 16);
    s2 = load(lanes + 32), s3 = load(lanes + 48);
  }
#define PART(J, SUM)                                                                     \
  {                                                                                      \
    f16 x = load(g + i + 16 * J);                                                        \
    SUM += x * x;                                                                        \
    adam_part(                                                                           \
      &constants, 1, 16, w + i + 16 * J, g + i + 16 * J, m + i + 16 * J, v + i + 16 * J); \
  }
  long i = 0;
  for (; i + 64 <= n; i += 64) {
    PART(0, s0) PART(1, s1) PART(2, s2) PART(3, s3)
  }
#undef PART
  store(lanes, s0), store(lanes + 16, s1), store(lanes + 32, s2), store(lanes + 48, s3);
  for (float *lane = lanes; i < n; i += 16, lane += 16) {
    f16 x = load_upto(g + i, n - i);
    store(lane, load(lane) + x * x);
    adam_part(&constants, 1, n - i, w + i, g + i, m + i, v + i);
  }
}
