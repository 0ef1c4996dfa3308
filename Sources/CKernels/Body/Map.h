// y = f(x), element by element.

#define MAP(EXPRESSION)                             \
  for (long i = 0; i < n; i += 16) {                \
    f16 x = load_upto(px + i, n - i);               \
    store_upto(py + i, n - i, (EXPRESSION));        \
  }                                                 \
  break

static void map(NablaUnary f, long n, const float *px, float *py, float parameter) {
  switch (f) {
    case NABLA_NEGATE: MAP(-x);
    case NABLA_EXP: MAP(exp16(x));
    case NABLA_LOG: MAP(log16(x));
    case NABLA_SQRT: MAP(__builtin_elementwise_sqrt(x));
    case NABLA_TANH: MAP(tanh16(x));
    case NABLA_SIGMOID: MAP(sigmoid16(x));
    case NABLA_RELU: MAP(x <= 0.0f ? splat(0.0f) : x);
    case NABLA_ABS: MAP(absolute(x));
    case NABLA_SQUARE: MAP(x * x);
    case NABLA_RECIPROCAL: MAP(1.0f / x);
    case NABLA_ERF: MAP(erf16(x));
    case NABLA_SIN: MAP(sin16(x));
    case NABLA_COS: MAP(cos16(x));
    case NABLA_SIGN:
      MAP(x > 0.0f ? splat(1.0f) : x < 0.0f ? splat(-1.0f) : x == 0.0f ? splat(0.0f) : x);
    case NABLA_SOFTPLUS: MAP(softplus16(x));
    case NABLA_GELU: MAP(gelu16(x));
    case NABLA_SILU: MAP(silu16(x));
    case NABLA_LEAKY_RELU: MAP(x > 0.0f ? x : parameter * x);
    case NABLA_ELU: MAP(elu16(x, parameter));
    case NABLA_EXPM1: MAP(expm1_16(x));
    case NABLA_LOG1P: MAP(log1p_16(x));
    case NABLA_RSQRT: MAP(1.0f / __builtin_elementwise_sqrt(x));
    case NABLA_FLOOR: MAP(floor16(x));
    case NABLA_CEIL: MAP(ceil16(x));
    case NABLA_ROUND: MAP(round16(x));
    case NABLA_TRUNC: MAP(trunc16(x));
    case NABLA_GELU_TANH: MAP(gelu_tanh16(x));
    case NABLA_CLAMP_MIN: MAP(x < parameter ? splat(parameter) : x);
    case NABLA_CLAMP_MAX: MAP(x > parameter ? splat(parameter) : x);
  }
}

#undef MAP
