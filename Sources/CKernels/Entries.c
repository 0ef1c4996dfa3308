// The public kernels: each hands its work to the table in force, large work in chunks to two
// threads. Chunks are ranges of outputs, so sharing never changes a bit.

#include "Internal.h"

// Pointwise work over n elements in up to CHUNKS ranges. `body` is a statement over i (first
// element) and count.
typedef struct {
  const NablaKernels *kernels;
  int f;
  long n, columns;
  const float *a, *b, *c;
  float *out;
  float scalar;
} RangeJob;

enum { UNIT = 64 };

static int heavy(NablaUnary f) {
  switch (f) {
    case NABLA_NEGATE: case NABLA_SQRT: case NABLA_RELU: case NABLA_ABS: case NABLA_SQUARE:
    case NABLA_RECIPROCAL: case NABLA_SIGN: case NABLA_LEAKY_RELU: case NABLA_RSQRT:
    case NABLA_FLOOR: case NABLA_CEIL: case NABLA_ROUND: case NABLA_TRUNC: case NABLA_CLAMP_MIN:
    case NABLA_CLAMP_MAX: return 0;
    default: return 1;
  }
}

// A chunk of a job over elements: fills in the range.
#define RANGE                                                \
  const RangeJob *j = context;                               \
  long i = lower_bound(j->n, UNIT, chunk, CHUNKS);           \
  long count = lower_bound(j->n, UNIT, chunk + 1, CHUNKS) - i

// The same for a job over rows of `columns` elements.
#define ROW_RANGE                                            \
  const RangeJob *j = context;                               \
  long first = lower_bound(j->n, 1, chunk, CHUNKS);          \
  long rows = lower_bound(j->n, 1, chunk + 1, CHUNKS) - first; \
  long i = first * j->columns

static void map_chunk(void *context, long chunk) {
  RANGE;
  j->kernels->map((NablaUnary)j->f, count, j->a + i, j->out + i, j->scalar);
}

void nabla_map(NablaUnary f, long n, const float *x, float *y, float parameter) {
  const NablaKernels *kernels = nabla_kernels();
  if (n < HEAVY_GRAIN || (n < LIGHT_GRAIN && !heavy(f))) {
    kernels->map(f, n, x, y, parameter);
    return;
  }
  RangeJob job = {.kernels = kernels, .f = (int)f, .n = n, .a = x, .out = y, .scalar = parameter};
  nabla_parallel(CHUNKS, map_chunk, &job);
}

static void map_gradient_chunk(void *context, long chunk) {
  RANGE;
  j->kernels->map_gradient(
    (NablaUnary)j->f, count, j->a + i, j->b + i, j->c + i, j->out + i, j->scalar);
}

void nabla_map_gradient(
  NablaUnary f, long n, const float *g, const float *x, const float *y, float *out,
  float parameter
) {
  const NablaKernels *kernels = nabla_kernels();
  // These have their answer in y: a product or two.
  int light = !heavy(f) || f == NABLA_EXP || f == NABLA_TANH || f == NABLA_SIGMOID;
  if (n < HEAVY_GRAIN || (n < LIGHT_GRAIN && light)) {
    kernels->map_gradient(f, n, g, x, y, out, parameter);
    return;
  }
  RangeJob job = {
    .kernels = kernels, .f = (int)f, .n = n, .a = g, .b = x, .c = y, .out = out,
    .scalar = parameter};
  nabla_parallel(CHUNKS, map_gradient_chunk, &job);
}

static int same_layout(long rows, long columns, long row, long column) {
  return rows == 1 || (column == 1 && row == columns) || (column == 0 && row == 0);
}

void nabla_zip(
  NablaBinary f, long rows, long columns, const float *a, long a_row, long a_column,
  const float *b, long b_row, long b_column, float *out
) {
  const NablaKernels *kernels = nabla_kernels();
  // A column is better walked as a row.
  if (columns == 1 && (a_row == 0 || a_row == 1) && (b_row == 0 || b_row == 1)) {
    columns = rows;
    rows = 1;
    a_column = a_row;
    b_column = b_row;
  }
  // And rows that follow each other as one long row.
  if (same_layout(rows, columns, a_row, a_column) && same_layout(rows, columns, b_row, b_column)) {
    columns *= rows;
    rows = 1;
  }
  kernels->zip(f, rows, columns, a, a_row, a_column, b, b_row, b_column, out);
}

void nabla_reduce(
  NablaReduction f, long outer, long n, long inner, const float *x, float *out
) {
  nabla_kernels()->reduce(f, outer, n, inner, x, out);
}

float nabla_sum_squares(long n, const float *x) { return nabla_kernels()->sum_squares(n, x); }

static void softmax_chunk(void *context, long chunk) {
  ROW_RANGE;
  j->kernels->softmax(rows, j->columns, j->a + i, j->out + i);
}

static void log_softmax_chunk(void *context, long chunk) {
  ROW_RANGE;
  j->kernels->log_softmax(rows, j->columns, j->a + i, j->out + i);
}

static void softmax_gradient_chunk(void *context, long chunk) {
  ROW_RANGE;
  j->kernels->softmax_gradient(rows, j->columns, j->a + i, j->b + i, j->out + i);
}

static void log_softmax_gradient_chunk(void *context, long chunk) {
  ROW_RANGE;
  j->kernels->log_softmax_gradient(rows, j->columns, j->a + i, j->b + i, j->out + i);
}

static void over_rows(
  long rows, long columns, const float *a, const float *b, float *out, int f,
  void (*body)(void *, long)
) {
  RangeJob job = {
    .kernels = nabla_kernels(), .f = f, .n = rows, .columns = columns, .a = a, .b = b, .out = out};
  nabla_parallel(CHUNKS, body, &job);
}

static int many(long rows, long columns) {
  return rows >= CHUNKS && columns > 0 && rows >= HEAVY_GRAIN / columns;
}

void nabla_softmax(long rows, long columns, const float *x, float *y) {
  if (many(rows, columns)) {
    over_rows(rows, columns, x, 0, y, 0, softmax_chunk);
  } else {
    nabla_kernels()->softmax(rows, columns, x, y);
  }
}

void nabla_log_softmax(long rows, long columns, const float *x, float *y) {
  if (many(rows, columns)) {
    over_rows(rows, columns, x, 0, y, 0, log_softmax_chunk);
  } else {
    nabla_kernels()->log_softmax(rows, columns, x, y);
  }
}

void nabla_softmax_gradient(
  long rows, long columns, const float *g, const float *y, float *out
) {
  if (many(rows, columns)) {
    over_rows(rows, columns, g, y, out, 0, softmax_gradient_chunk);
  } else {
    nabla_kernels()->softmax_gradient(rows, columns, g, y, out);
  }
}

void nabla_log_softmax_gradient(
  long rows, long columns, const float *g, const float *y, float *out
) {
  if (many(rows, columns)) {
    over_rows(rows, columns, g, y, out, 0, log_softmax_gradient_chunk);
  } else {
    nabla_kernels()->log_softmax_gradient(rows, columns, g, y, out);
  }
}

void nabla_scaled_add(long n, float scale, const float *x, const float *y, float *out) {
  nabla_kernels()->scaled_add(n, scale, x, y, out);
}

void nabla_moving_average(
  long n, float decay, const float *state, const float *g, float *out
) {
  nabla_kernels()->moving_average(n, decay, state, g, out);
}

void nabla_moving_square(long n, float decay, const float *state, const float *g, float *out) {
  nabla_kernels()->moving_square(n, decay, state, g, out);
}

void nabla_adam_delta(
  long n, float rate, float epsilon, const float *m, const float *v, float *out
) {
  nabla_kernels()->adam_delta(n, rate, epsilon, m, v, out);
}

typedef struct {
  const NablaKernels *kernels;
  const NablaAdam *adam;
  long n;
  float *w, *m, *v;
  const float *g;
} AdamJob;

static void adam_chunk(void *context, long chunk) {
  const AdamJob *j = context;
  long i = lower_bound(j->n, UNIT, chunk, CHUNKS);
  long count = lower_bound(j->n, UNIT, chunk + 1, CHUNKS) - i;
  j->kernels->adam_update(j->adam, count, j->w + i, j->g + i, j->m + i, j->v + i);
}

void nabla_adam_update(
  const NablaAdam *adam, long n, float *w, const float *g, float *m, float *v
) {
  AdamJob job = {
    .kernels = nabla_kernels(), .adam = adam, .n = n, .w = w, .m = m, .v = v, .g = g};
  if (n < HEAVY_GRAIN) {
    job.kernels->adam_update(adam, n, w, g, m, v);
  } else {
    nabla_parallel(CHUNKS, adam_chunk, &job);
  }
}

double nabla_exp_double(double x) { return nabla_kernels()->exp_double(x); }
double nabla_log_double(double x) { return nabla_kernels()->log_double(x); }
double nabla_sin_double(double x) { return nabla_kernels()->sin_double(x); }
double nabla_cos_double(double x) { return nabla_kernels()->cos_double(x); }
