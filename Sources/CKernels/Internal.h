// What the C files share: the table of one instruction set's kernels, and the helper thread.

#ifndef NABLA_INTERNAL_H
#define NABLA_INTERNAL_H

#include "include/CKernels.h"

#define NABLA_INLINE static inline __attribute__((always_inline))

// Below these, waking the helper costs more than it saves.
enum {
  PRODUCT_GRAIN = 400 * 1000,  // multiply-adds
  HEAVY_GRAIN = 1 << 15,       // elements of exp, tanh …
  LIGHT_GRAIN = 1 << 18,       // elements of add, relu …
  CHUNKS = 8,
};

// Channels whose products with a sample's gradients are held at a time: they should stay in the cache.
NABLA_INLINE long nabla_gathered_channels(const NablaConvolution *s) {
  long area = s->kernel_height * s->kernel_width * s->out_height * s->out_width;
  long channels = s->in_channels / s->groups, most = area > 0 ? (64 * 1024) / area : 1;
  return most < 1 ? 1 : most < channels ? most : channels;
}

// Output pixels that are multiplied at a time: one panel of the widest tile.
enum { CONVOLUTION_BLOCK = 64 };

// Where a chunk begins when 0 ..< n is shared out in whole units.
NABLA_INLINE long lower_bound(long n, long unit, long chunk, long chunks) {
  long units = (n + unit - 1) / unit;
  long at = units * chunk / chunks * unit;
  return at < n ? at : n;
}

// One matrix product as it is handed down; element (i, k) of op(A) is a[i·a_row + k·a_k].
typedef struct {
  long m, n, k;
  const float *a;
  long a_row, a_k;
  const float *b;
  long ldb;
  int transpose_b;
  float *c;
  long ldc;
  int accumulate;
} NablaProduct;

// Columns of a packed panel of B, the same at every level; the last panel is as narrow as units allow.
enum { NABLA_PACK_PANEL = 64, NABLA_PACK_UNIT = 16 };

// The kernels of one instruction set. Every level computes the same bits.
typedef struct {
  // The rectangle [row0, row1) × [column0, column1) of C.
  void (*gemm)(const NablaProduct *p, long row0, long row1, long column0, long column1);
  // Whether these rows of C read B where it is, so that sharing by rows copies nothing twice.
  int (*gemm_in_place)(const NablaProduct *p, long rows);
  // B as the tiles want it, n rounded up to NABLA_PACK_UNIT columns of k numbers: the panels
  // [from, to) of NABLA_PACK_PANEL columns.
  void (*gemm_pack)(const NablaProduct *p, long from, long to, float *packed);
  // Rows of C with B packed.
  void (*gemm_packed)(const NablaProduct *p, const float *packed, long row0, long row1);
  void (*map)(NablaUnary f, long n, const float *x, float *y, float parameter);
  void (*map_gradient)(
    NablaUnary f, long n, const float *g, const float *x, const float *y, float *out,
    float parameter);
  void (*zip)(
    NablaBinary f, long rows, long columns, const float *a, long a_row, long a_column,
    const float *b, long b_row, long b_column, float *out);
  void (*reduce)(NablaReduction f, long outer, long n, long inner, const float *x, float *out);
  float (*sum_squares)(long n, const float *x);
  void (*softmax)(long rows, long columns, const float *x, float *y);
  void (*log_softmax)(long rows, long columns, const float *x, float *y);
  void (*softmax_gradient)(long rows, long columns, const float *g, const float *y, float *out);
  void (*log_softmax_gradient)(
    long rows, long columns, const float *g, const float *y, float *out);
  void (*scaled_add)(long n, float scale, const float *x, const float *y, float *out);
  void (*moving_average)(long n, float decay, const float *state, const float *g, float *out);
  void (*moving_square)(long n, float decay, const float *state, const float *g, float *out);
  void (*adam_delta)(
    long n, float rate, float epsilon, const float *m, const float *v, float *out);
  void (*adam_update)(
    const NablaAdam *adam, long n, float *w, const float *g, float *m, float *v);
  // Blocks of CONVOLUTION_BLOCK output pixels, numbered through all samples; bias may be null.
  void (*convolution)(
    const NablaConvolution *s, const float *x, const float *w, const float *bias, float *y,
    long from, long to, float *scratch);
  // Whole samples.
  void (*convolution_input_gradient)(
    const NablaConvolution *s, const float *g, const float *w, float *dx, long from, long to,
    float *scratch);
  // Taps (channel of the group, kernel row, kernel column) of every group.
  void (*convolution_weight_gradient)(
    const NablaConvolution *s, const float *x, const float *g, float *dw, long from, long to,
    float *scratch);
  // Planes.
  void (*max_pool)(const NablaPooling *s, const float *x, float *y, long from, long to);
  void (*max_pool_gradient)(
    const NablaPooling *s, const float *x, const float *g, float *dx, long from, long to);
  // The rows [from, to) of a group of instructions.
  void (*tiles)(const NablaTileGroup *group, long from, long to);
  double (*exp_double)(double x);
  double (*log_double)(double x);
  double (*sin_double)(double x);
  double (*cos_double)(double x);
} NablaKernels;

extern const NablaKernels nabla_kernels_baseline;
#if defined(__x86_64__)
extern const NablaKernels nabla_kernels_avx2;
extern const NablaKernels nabla_kernels_avx512;
#endif

// The table in force; chosen at the first call.
const NablaKernels *nabla_kernels(void);

// Runs body(context, chunk) for every chunk of 0 ..< chunks, on the caller and, when it is free,
// the helper. Chunks must write to different places.
void nabla_parallel(long chunks, void (*body)(void *context, long chunk), void *context);

// x modulo π/2 for a finite x of any size: the remainder within ±π/4; returns the quadrant.
int nabla_reduce_large(double x, double *remainder);

#endif
