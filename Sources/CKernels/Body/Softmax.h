// Softmax and its logarithm along rows, with their gradients. Sums follow the rule of row sums.

// exp(x − most), written to y unless it is null; returns the sum.
NABLA_INLINE float exponentials(long columns, const float *x, float most, float *y) {
  f16 sum = splat(0.0f);
  for (long i = 0; i < columns; i += 16) {
    long left = columns - i;
    f16 e = exp16(load_upto(x + i, left) - most);
    if (y) store_upto(y + i, left, e);
    sum += left >= 16 ? e : (LANES < (int32_t)left ? e : splat(0.0f));
  }
  return tree_sum(sum);
}

static void softmax(long rows, long columns, const float *px, float *py) {
  for (long row = 0; row < rows; row++) {
    const float *x = px + row * columns;
    float *y = py + row * columns;
    float sum = exponentials(columns, x, row_maximum(columns, x), y);
    for (long i = 0; i < columns; i += 16)
      store_upto(y + i, columns - i, load_upto(y + i, columns - i) / sum);
  }
}

static void log_softmax(long rows, long columns, const float *px, float *py) {
  for (long row = 0; row < rows; row++) {
    const float *x = px + row * columns;
    float *y = py + row * columns;
    float most = row_maximum(columns, x);
    float sum = exponentials(columns, x, most, 0);
    float log_sum = log16(splat(sum)).x;
    for (long i = 0; i < columns; i += 16)
      store_upto(y + i, columns - i, (load_upto(x + i, columns - i) - most) - log_sum);
  }
}

static void softmax_gradient(
  long rows, long columns, const float *pg, const float *py, float *out
) {
  for (long row = 0; row < rows; row++) {
    const float *g = pg + row * columns, *y = py + row * columns;
    float *o = out + row * columns;
    f16 lanes = splat(0.0f);
    for (long i = 0; i < columns; i += 16)
      lanes += load_upto(g + i, columns - i) * load_upto(y + i, columns - i);
    float dot = tree_sum(lanes);
    for (long i = 0; i < columns; i += 16) {
      f16 v = load_upto(y + i, columns - i) * (load_upto(g + i, columns - i) - dot);
      store_upto(o + i, columns - i, v);
    }
  }
}

static void log_softmax_gradient(
  long rows, long columns, const float *pg, const float *py, float *out
) {
  for (long row = 0; row < rows; row++) {
    const float *g = pg + row * columns, *y = py + row * columns;
    float *o = out + row * columns;
    float sum = row_sum(columns, g);
    for (long i = 0; i < columns; i += 16) {
      f16 e = exp16(load_upto(y + i, columns - i));
      store_upto(o + i, columns - i, FMA(-e, splat(sum), load_upto(g + i, columns - i)));
    }
  }
}
