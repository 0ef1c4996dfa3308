// out = a ∘ b over a rectangle; either side may repeat along rows or columns.

NABLA_INLINE f16 truth(i16 condition) { return condition ? splat(1.0f) : splat(0.0f); }

// A row of a or b from element i on: consecutive elements, or one number throughout.
NABLA_INLINE f16 row_part(const float *p, long column_stride, long i, long left) {
  return column_stride ? load_upto(p + i, left) : splat(*p);
}

#define ZIP_ROWS(EXPRESSION)                                \
  for (long row = 0; row < rows; row++) {                   \
    const float *ra = pa + row * a_row;                     \
    const float *rb = pb + row * b_row;                     \
    float *ro = out + row * columns;                        \
    for (long i = 0; i < columns; i += 16) {                \
      f16 a = row_part(ra, a_column, i, columns - i);       \
      f16 b = row_part(rb, b_column, i, columns - i);       \
      store_upto(ro + i, columns - i, (EXPRESSION));        \
    }                                                       \
  }                                                         \
  break

static void zip(
  NablaBinary f, long rows, long columns, const float *pa, long a_row, long a_column,
  const float *pb, long b_row, long b_column, float *out
) {
  switch (f) {
    case NABLA_ADD: ZIP_ROWS(a + b);
    case NABLA_SUBTRACT: ZIP_ROWS(a - b);
    case NABLA_MULTIPLY: ZIP_ROWS(a * b);
    case NABLA_DIVIDE: ZIP_ROWS(a / b);
    case NABLA_POWER: ZIP_ROWS(power16(a, b));
    case NABLA_MAXIMUM: ZIP_ROWS(maximum(a, b));
    case NABLA_MINIMUM: ZIP_ROWS(minimum(a, b));
    case NABLA_EQUAL: ZIP_ROWS(truth(a == b));
    case NABLA_NOT_EQUAL: ZIP_ROWS(truth(a != b));
    case NABLA_LESS: ZIP_ROWS(truth(a < b));
    case NABLA_LESS_OR_EQUAL: ZIP_ROWS(truth(a <= b));
    case NABLA_GREATER: ZIP_ROWS(truth(a > b));
    case NABLA_GREATER_OR_EQUAL: ZIP_ROWS(truth(a >= b));
    case NABLA_REMAINDER: ZIP_ROWS(remainder16(a, b));
  }
}

#undef ZIP_ROWS
