// Copies of a block of B as a tile wants it: `panel_width` floats for each k, the columns past the
// end zero.

// k-major B: rows are copied.
static void pack_rows(
  const float *b, long ldb, long k, long columns, long panel_width, float *panel
) {
  long whole = columns / WIDTH * WIDTH, rest = columns - whole;
  for (long i = 0; i < k; i++) {
    const float *from = b + i * ldb;
    float *to = panel + i * panel_width;
    for (long j = 0; j < whole; j += WIDTH) store_vector(to + j, load_vector(from + j));
    if (rest) store_vector(to + whole, load_vector_some(from + whole, rest));
  }
}

// A square block, one register a row, turned by log₂ WIDTH rounds of interleaving. The rows from
// `rows` on are zeros.
NABLA_INLINE void turn_block(
  const float *from, long stride, long rows, float *to, long panel_width
) {
  vector x[WIDTH], y[WIDTH];
  UNROLL for (int i = 0; i < WIDTH; i++) {
    x[i] = i < rows ? load_vector(from + i * stride) : (vector)0.0f;
  }
  // Each round interleaves row i with row i + WIDTH / 2 (a perfect shuffle of the whole block).
#if WIDTH == 16
#define LOW_HALVES 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
#define HIGH_HALVES 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31
#define ROUNDS 4
#elif WIDTH == 8
#define LOW_HALVES 0, 8, 1, 9, 2, 10, 3, 11
#define HIGH_HALVES 4, 12, 5, 13, 6, 14, 7, 15
#define ROUNDS 3
#else
#define LOW_HALVES 0, 4, 1, 5
#define HIGH_HALVES 2, 6, 3, 7
#define ROUNDS 2
#endif
  UNROLL for (int round = 0; round < ROUNDS; round++) {
    UNROLL for (int i = 0; i < WIDTH / 2; i++) {
      y[2 * i] = __builtin_shufflevector(x[i], x[i + WIDTH / 2], LOW_HALVES);
      y[2 * i + 1] = __builtin_shufflevector(x[i], x[i + WIDTH / 2], HIGH_HALVES);
    }
    UNROLL for (int i = 0; i < WIDTH; i++) x[i] = y[i];
  }
  UNROLL for (int i = 0; i < WIDTH; i++) store_vector(to + i * panel_width, x[i]);
}

// Column-major B (each of its columns is k adjacent floats): transposed on the way.
static void pack_columns(
  const float *b, long ldb, long k, long columns, long panel_width, float *panel
) {
  for (long j = 0; j < panel_width; j += WIDTH) {
    long here = columns - j < WIDTH ? columns - j : WIDTH;
    long i = 0;
    if (here == WIDTH) {
      for (; i + WIDTH <= k; i += WIDTH)
        turn_block(b + j * ldb + i, ldb, WIDTH, panel + i * panel_width + j, panel_width);
    } else {
      for (; i + WIDTH <= k; i += WIDTH)
        turn_block(b + j * ldb + i, ldb, here, panel + i * panel_width + j, panel_width);
    }
    for (; i < k; i++) {
      float *to = panel + i * panel_width + j;
      for (long l = 0; l < here; l++) to[l] = b[(j + l) * ldb + i];
      for (long l = here; l < WIDTH; l++) to[l] = 0.0f;
    }
  }
}
