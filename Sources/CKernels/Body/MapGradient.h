// out = g · f′(x), element by element; where a derivative jumps, PyTorch's choice.

#define GRADIENT(EXPRESSION)                        \
  for (long i = 0; i < n; i += 16) {                \
    f16 g = load_upto(pg + i, n - i);               \
    f16 x = load_upto(px + i, n - i);               \
    f16 y = load_upto(py + i, n - i);               \
    (void)g, (void)x, (void)y;                      \
    store_upto(out + i, n - i, (EXPRESSION));       \
  }                                                 \
  break

static void map_gradient(
  NablaUnary f, long n, const float *pg, const float *px, const float *py, float *out,
  float parameter
) {
  switch (f) {
    case NABLA_NEGATE: GRADIENT(-g);
    case NABLA_EXP: GRADIENT(g * y);
    case NABLA_LOG: GRADIENT(g / x);
    case NABLA_SQRT: GRADIENT(g / (y + y));
    case NABLA_TANH: GRADIENT(g * FMA(-y, y, splat(1.0f)));
    case NABLA_SIGMOID: GRADIENT(g * ((1.0f - y) * y));
    case NABLA_RELU: GRADIENT(x <= 0.0f ? splat(0.0f) : g);
    case NABLA_ABS: GRADIENT(x > 0.0f ? g : x < 0.0f ? -g : g * 0.0f * x);
    case NABLA_SQUARE: GRADIENT(g * (x + x));
    case NABLA_RECIPROCAL: GRADIENT(-g * (y * y));
    case NABLA_ERF: GRADIENT(g * (1.12837917f * exp_minus_product(absolute(x), absolute(x))));
    case NABLA_SIN: GRADIENT(g * cos16(x));
    case NABLA_COS: GRADIENT(-g * sin16(x));
    case NABLA_SIGN: GRADIENT(splat(0.0f));
    case NABLA_SOFTPLUS: GRADIENT(g * sigmoid16(x));
    case NABLA_GELU: GRADIENT(g * gelu_slope(x));
    case NABLA_SILU: GRADIENT(g * silu_slope(x));
    case NABLA_LEAKY_RELU: GRADIENT(x > 0.0f ? g : parameter * g);
    case NABLA_ELU: GRADIENT(x > 0.0f ? g : g * (parameter * exp16(x)));
    case NABLA_EXPM1: GRADIENT(g * (y + 1.0f));
    case NABLA_LOG1P: GRADIENT(g / (x + 1.0f));
    case NABLA_RSQRT: GRADIENT(-g * ((0.5f * y) * (y * y)));
    case NABLA_FLOOR: case NABLA_CEIL: case NABLA_ROUND: case NABLA_TRUNC: GRADIENT(splat(0.0f));
    case NABLA_GELU_TANH: GRADIENT(g * gelu_tanh_slope(x));
    case NABLA_CLAMP_MIN: GRADIENT(x <= parameter ? splat(0.0f) : g);
    case NABLA_CLAMP_MAX: GRADIENT(x >= parameter ? splat(0.0f) : g);
  }
}

#undef GRADIENT
