// Pooling: the largest element by the kernels of the table in force, means by plain loops.

#include "Internal.h"

typedef struct {
  const NablaKernels *kernels;
  const NablaPooling *shape;
  const float *x, *g;
  float *out;
  int counts_padding;
  long divisor;
} PoolingJob;

static void share(PoolingJob *job, void (*body)(void *, long)) {
  const NablaPooling *s = job->shape;
  double work = (double)s->planes * (double)(s->in_height * s->in_width);
  job->kernels = nabla_kernels();
  if (s->planes >= CHUNKS && work >= 2 * HEAVY_GRAIN) {
    nabla_parallel(CHUNKS, body, job);
  } else {
    for (long chunk = 0; chunk < CHUNKS; chunk++) body(job, chunk);
  }
}

#define FROM lower_bound(j->shape->planes, 1, chunk, CHUNKS)
#define TO lower_bound(j->shape->planes, 1, chunk + 1, CHUNKS)

static void max_chunk(void *context, long chunk) {
  const PoolingJob *j = context;
  j->kernels->max_pool(j->shape, j->x, j->out, FROM, TO);
}

void nabla_max_pool(const NablaPooling *shape, const float *x, float *y) {
  PoolingJob job = {.shape = shape, .x = x, .out = y};
  share(&job, max_chunk);
}

static void max_gradient_chunk(void *context, long chunk) {
  const PoolingJob *j = context;
  j->kernels->max_pool_gradient(j->shape, j->x, j->g, j->out, FROM, TO);
}

void nabla_max_pool_gradient(
  const NablaPooling *shape, const float *x, const float *g, float *dx
) {
  PoolingJob job = {.shape = shape, .x = x, .g = g, .out = dx};
  share(&job, max_gradient_chunk);
}

// A window's rows and columns within the image, and what it is divided by.
typedef struct {
  long top, bottom, left, right;
  float number;
} Window;

static Window window_of(const PoolingJob *j, long row, long column) {
  const NablaPooling *s = j->shape;
  long top = row * s->stride_y - s->padding_y, left = column * s->stride_x - s->padding_x;
  long bottom = top + s->kernel_height, right = left + s->kernel_width;
  // Padding counts as far as it goes on both sides; beyond lies nothing.
  long lowest = s->in_height + s->padding_y, rightmost = s->in_width + s->padding_x;
  long height = (bottom < lowest ? bottom : lowest) - top;
  long width = (right < rightmost ? right : rightmost) - left;
  Window w = {
    .top = top > 0 ? top : 0, .bottom = bottom < s->in_height ? bottom : s->in_height,
    .left = left > 0 ? left : 0, .right = right < s->in_width ? right : s->in_width};
  long number = j->counts_padding ? height * width : (w.bottom - w.top) * (w.right - w.left);
  w.number = (float)(j->divisor != 0 ? j->divisor : number);
  return w;
}

static void average_chunk(void *context, long chunk) {
  const PoolingJob *j = context;
  const NablaPooling *s = j->shape;
  for (long plane = FROM, end = TO; plane < end; plane++) {
    const float *image = j->x + plane * s->in_height * s->in_width;
    float *out = j->out + plane * s->out_height * s->out_width;
    for (long row = 0; row < s->out_height; row++) {
      for (long column = 0; column < s->out_width; column++) {
        Window w = window_of(j, row, column);
        float sum = 0.0f;
        for (long y = w.top; y < w.bottom; y++)
          for (long x = w.left; x < w.right; x++) sum += image[y * s->in_width + x];
        out[row * s->out_width + column] = sum / w.number;
      }
    }
  }
}

void nabla_average_pool(
  const NablaPooling *shape, int counts_padding, long divisor, const float *x, float *y
) {
  PoolingJob job = {
    .shape = shape, .x = x, .out = y, .counts_padding = counts_padding, .divisor = divisor};
  share(&job, average_chunk);
}

static void average_gradient_chunk(void *context, long chunk) {
  const PoolingJob *j = context;
  const NablaPooling *s = j->shape;
  long size = s->in_height * s->in_width;
  for (long plane = FROM, end = TO; plane < end; plane++) {
    const float *g = j->g + plane * s->out_height * s->out_width;
    float *out = j->out + plane * size;
    for (long i = 0; i < size; i++) out[i] = 0.0f;
    for (long row = 0; row < s->out_height; row++) {
      for (long column = 0; column < s->out_width; column++) {
        Window w = window_of(j, row, column);
        float share = g[row * s->out_width + column] / w.number;
        for (long y = w.top; y < w.bottom; y++)
          for (long x = w.left; x < w.right; x++) out[y * s->in_width + x] += share;
      }
    }
  }
}

void nabla_average_pool_gradient(
  const NablaPooling *shape, int counts_padding, long divisor, const float *g, float *dx
) {
  PoolingJob job = {
    .shape = shape, .g = g, .out = dx, .counts_padding = counts_padding, .divisor = divisor};
  share(&job, average_gradient_chunk);
}
