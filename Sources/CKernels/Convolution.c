// Convolutions, shared with the helper: the output by blocks of pixels, the input's gradient by
// samples, the weight's by taps, so that every sum stays in one place.

#include <pthread.h>
#include <stdlib.h>

#include "Internal.h"

// A scratch for each thread that ever needed one; it only grows, and goes with the thread.
typedef struct {
  long count;
  float *floats;
} Scratch;

static pthread_key_t scratch_key;
static pthread_once_t scratch_once = PTHREAD_ONCE_INIT;

static void release_scratch(void *scratch) {
  free(((Scratch *)scratch)->floats);
  free(scratch);
}

static void make_scratch_key(void) { pthread_key_create(&scratch_key, release_scratch); }

static float *scratch_of(long count) {
  pthread_once(&scratch_once, make_scratch_key);
  Scratch *scratch = pthread_getspecific(scratch_key);
  if (!scratch) {
    scratch = calloc(1, sizeof *scratch);
    if (!scratch || pthread_setspecific(scratch_key, scratch) != 0) abort();
  }
  if (scratch->count < count) {
    free(scratch->floats);
    long bytes = (count * (long)sizeof(float) + 63) / 64 * 64;
    scratch->floats = aligned_alloc(64, (size_t)bytes);
    if (!scratch->floats) abort();
    scratch->count = count;
  }
  return scratch->floats;
}

typedef struct {
  const NablaKernels *kernels;
  const NablaConvolution *shape;
  const float *a, *b, *bias;
  float *out;
  long units, chunks, room;
} ConvolutionJob;

static long taps(const NablaConvolution *s) {
  return s->in_channels / s->groups * s->kernel_height * s->kernel_width;
}

static int is_empty(const NablaConvolution *s) {
  return s->batch <= 0 || s->out_height <= 0 || s->out_width <= 0 || s->out_channels <= 0
    || taps(s) <= 0;
}

// Floats of the image of one group with its padding.
static long padded_size(const NablaConvolution *s) {
  long height = (s->out_height - 1) * s->stride_y + (s->kernel_height - 1) * s->dilation_y + 1;
  long width = (s->out_width - 1) * s->stride_x + (s->kernel_width - 1) * s->dilation_x + 1;
  return s->in_channels / s->groups * height * width;
}

static void share(ConvolutionJob *job, long most, void (*body)(void *, long)) {
  const NablaConvolution *s = job->shape;
  double work = (double)s->batch * (double)(s->out_height * s->out_width)
    * (double)s->out_channels * (double)taps(s);
  job->kernels = nabla_kernels();
  job->chunks = work < PRODUCT_GRAIN || nabla_threads() == 1 ? 1
    : job->units < most                                      ? job->units
                                                             : most;
  nabla_parallel(job->chunks, body, job);
}

#define FROM lower_bound(j->units, 1, chunk, j->chunks)
#define TO lower_bound(j->units, 1, chunk + 1, j->chunks)

static void output_chunk(void *context, long chunk) {
  const ConvolutionJob *j = context;
  j->kernels->convolution(j->shape, j->a, j->b, j->bias, j->out, FROM, TO, scratch_of(j->room));
}

void nabla_convolution(const NablaConvolution *shape, const float *x, const float *w, float *y) {
  nabla_convolution_with_bias(shape, x, w, 0, y);
}

void nabla_convolution_with_bias(
  const NablaConvolution *shape, const float *x, const float *w, const float *bias, float *y
) {
  long pixels = shape->out_height * shape->out_width;
  if (is_empty(shape)) {
    for (long plane = 0; plane < shape->batch * shape->out_channels; plane++)
      for (long i = 0; i < pixels; i++)
        y[plane * pixels + i] = bias ? bias[plane % shape->out_channels] : 0.0f;
    return;
  }
  ConvolutionJob job = {
    .shape = shape, .a = x, .b = w, .bias = bias, .out = y,
    .units = shape->batch * ((pixels + CONVOLUTION_BLOCK - 1) / CONVOLUTION_BLOCK),
    .room = taps(shape) * CONVOLUTION_BLOCK + padded_size(shape)};
  share(&job, 2 * CHUNKS, output_chunk);
}

static void input_chunk(void *context, long chunk) {
  const ConvolutionJob *j = context;
  j->kernels->convolution_input_gradient(
    j->shape, j->a, j->b, j->out, FROM, TO, scratch_of(j->room));
}

void nabla_convolution_input_gradient(
  const NablaConvolution *shape, const float *g, const float *w, float *dx
) {
  if (is_empty(shape)) {
    long count = shape->batch * shape->in_channels * shape->in_height * shape->in_width;
    for (long i = 0; i < count; i++) dx[i] = 0.0f;
    return;
  }
  ConvolutionJob job = {
    .shape = shape, .a = g, .b = w, .out = dx, .units = shape->batch,
    .room = taps(shape) * CONVOLUTION_BLOCK + padded_size(shape)};
  if (shape->stride_x == 1)
    job.room = nabla_gathered_channels(shape) * shape->kernel_height * shape->kernel_width
      * shape->out_height * shape->out_width;
  share(&job, 2 * CHUNKS, input_chunk);
}

static void weight_chunk(void *context, long chunk) {
  const ConvolutionJob *j = context;
  if (FROM < TO)
    j->kernels->convolution_weight_gradient(
      j->shape, j->a, j->b, j->out, FROM, TO, scratch_of(j->room));
}

void nabla_convolution_weight_gradient(
  const NablaConvolution *shape, const float *x, const float *g, float *dw
) {
  if (is_empty(shape)) {
    long count = shape->out_channels * taps(shape);
    for (long i = 0; i < count; i++) dw[i] = 0.0f;
    return;
  }
  long outputs = shape->out_channels / shape->groups;
  ConvolutionJob job = {
    .shape = shape, .a = x, .b = g, .out = dw, .units = taps(shape),
    .room = taps(shape) * (CONVOLUTION_BLOCK + outputs) + padded_size(shape)};
  // Every chunk pads the images and turns the gradients again.
  share(&job, 2, weight_chunk);
}
