// The inner loops of the engine. Shapes, layouts, broadcasting and dispatch are Swift's business;
// here are flat, checked-before arrays of floats.
//
// The same bits on every machine: an element of a matrix product is one ascending chain of fused
// multiply-adds over k; a sum along the innermost axis uses 16 lanes and a fixed tree; a sum along
// another axis is one ascending chain; exp, log, tanh … are our own polynomials; contraction is
// off. Vector width and thread count never change a result.

#ifndef NABLA_CKERNELS_H
#define NABLA_CKERNELS_H

#include <stdint.h>

#include "Batch.h"
#include "Bands.h"
#include "Sharing.h"
#include "Tiles.h"
#include "Windows.h"

typedef enum {
  NABLA_NEGATE, NABLA_EXP, NABLA_LOG, NABLA_SQRT, NABLA_TANH, NABLA_SIGMOID, NABLA_RELU,
  NABLA_ABS, NABLA_SQUARE, NABLA_RECIPROCAL, NABLA_ERF, NABLA_SIN, NABLA_COS, NABLA_SIGN,
  NABLA_SOFTPLUS, NABLA_GELU, NABLA_SILU, NABLA_LEAKY_RELU, NABLA_ELU, NABLA_EXPM1, NABLA_LOG1P,
  NABLA_RSQRT, NABLA_FLOOR, NABLA_CEIL, NABLA_ROUND, NABLA_TRUNC, NABLA_GELU_TANH,
  // The bound is the parameter; the derivative there is 0.
  NABLA_CLAMP_MIN, NABLA_CLAMP_MAX
} NablaUnary;

typedef enum {
  NABLA_ADD, NABLA_SUBTRACT, NABLA_MULTIPLY, NABLA_DIVIDE, NABLA_POWER, NABLA_MAXIMUM,
  NABLA_MINIMUM, NABLA_EQUAL, NABLA_NOT_EQUAL, NABLA_LESS, NABLA_LESS_OR_EQUAL, NABLA_GREATER,
  NABLA_GREATER_OR_EQUAL, NABLA_REMAINDER
} NablaBinary;

typedef enum { NABLA_SUM, NABLA_MEAN, NABLA_MAX, NABLA_MIN, NABLA_PRODUCT } NablaReduction;

// The instruction set: 0 baseline, 1 AVX2 + FMA, 2 AVX-512. The best one is chosen at the first
// call; the environment variable NABLA_SIMD=baseline|avx2|avx512 lowers it.
int nabla_simd_level(void);
// Lowers (never raises above the hardware's) the level; for tests. Not while kernels run.
void nabla_set_simd_level(int level);
// 1 or 2. One persistent helper thread is started when first needed.
void nabla_set_threads(int threads);
int nabla_threads(void);

// C[m,n] = op(A)[m,k] · op(B)[k,n], or += when accumulate. op transposes when its flag is set; the
// leading dimension is that of the array as it is stored.
void nabla_gemm(
  int transpose_a, int transpose_b, long m, long n, long k, const float *a, long lda,
  const float *b, long ldb, float *c, long ldc, int accumulate);

// The operands of one product of a sum, with their leading dimensions.
typedef struct {
  const float *a, *b;
  long k, lda, ldb;
} NablaPair;

// C = Σ op(A) op(B) over pairs of operands: each element one chain through all of them, in their
// order, with the bits of a nabla_gemm and accumulating ones after it.
void nabla_gemm_sum(
  int transpose_a, int transpose_b, long m, long n, long count, const NablaPair *pairs, float *c,
  long ldc);

typedef struct {
  const float *from;
  float *to;
  long count;
} NablaCopy;

// Copies to places that do not overlap.
void nabla_copy(long count, const NablaCopy *copies);

// outer × inner products in one call, with the bits of one nabla_gemm each. With leading dimensions
// wider than the matrices, the heads of [n, t, heads·d] are products without a copy: outer n, inner
// heads, steps t·heads·d and d, leading dimension heads·d.
void nabla_gemm_batched(
  int transpose_a, int transpose_b, long m, long n, long k, const float *a, long lda,
  const float *b, long ldb, float *c, long ldc, int accumulate, NablaBatch batch);

// Errors, in units of the last place: exp, log 1; tanh, erf, softplus, elu, sin, cos (of any size),
// expm1, log1p, rsqrt 2; sigmoid, silu 3; gelu, by erf, 5; gelu by tanh 4, its lower tail 4e-8.
// round goes to even. Limits at ±∞ are exact: gelu(−∞) and silu(−∞) are −0. The sign of NaN is NaN.
// y[i] = f(x[i]); parameter is the slope, alpha or bound of those that have one, else ignored.
// y may be x.
void nabla_map(NablaUnary f, long n, const float *x, float *y, float parameter);
// out[i] = g[i] · f′(x[i]), where y[i] = f(x[i]) is at hand.
void nabla_map_gradient(
  NablaUnary f, long n, const float *g, const float *x, const float *y, float *out,
  float parameter);
// out[i·columns + j] = a[i·a_row + j·a_column] ∘ b[i·b_row + j·b_column]; column strides are 0 or 1.
// Comparisons give 1 or 0. Power has the special cases of C's pow; the remainder has the sign of b,
// as PyTorch's; NaN wins in maximum and minimum.
void nabla_zip(
  NablaBinary f, long rows, long columns, const float *a, long a_row, long a_column,
  const float *b, long b_row, long b_column, float *out);

// out[o·inner + i] = reduction over r of x[(o·n + r)·inner + i]. NaN wins over every number in max
// and min; the sum of nothing is 0, its mean NaN, the max of nothing −∞, the min +∞, the
// product 1. When
// inner is 1, element r goes to lane r mod 16; lane l meets lane l + 8, then l + 4, l + 2, l + 1.
void nabla_reduce(
  NablaReduction f, long outer, long n, long inner, const float *x, float *out);
// Σ x²: of each block of NABLA_SQUARES_BLOCK elements in lanes, element i going to lane i mod
// NABLA_SQUARES_LANES; the lanes meet as those of row sums do, l with l + 32, then + 16 …; the blocks
// are added in ascending order.
float nabla_sum_squares(long n, const float *x);

// Along rows: y = softmax(x), log softmax(x); a row of −∞ alone gives NaN, as in PyTorch.
void nabla_softmax(long rows, long columns, const float *x, float *y);
void nabla_log_softmax(long rows, long columns, const float *x, float *y);
// out = y ⊙ (g − Σ g y)    out = g − exp(y) Σ g
void nabla_softmax_gradient(long rows, long columns, const float *g, const float *y, float *out);
void nabla_log_softmax_gradient(
  long rows, long columns, const float *g, const float *y, float *out);

// Optimizer pieces; each may run in place.
// out = fma(scale, x, y)
void nabla_scaled_add(long n, float scale, const float *x, const float *y, float *out);
// out = decay · state + (1 − decay) · g: fma(decay, state, (1 − decay) · g). A result below the
// smallest normal number, 2⁻¹²⁶, is +0: the moments of a unit that died would else stay subnormal
// for thousands of steps, and arithmetic on those is a hundred times slower.
void nabla_moving_average(long n, float decay, const float *state, const float *g, float *out);
// out = fma(decay, state, ((1 − decay) · g) · g), below 2⁻¹²⁶ again +0.
void nabla_moving_square(long n, float decay, const float *state, const float *g, float *out);
// out = −rate · m / (sqrt(v) + epsilon)
void nabla_adam_delta(
  long n, float rate, float epsilon, const float *m, const float *v, float *out);

// The constants of one Adam or AdamW step; those that are absent have the value in brackets.
typedef struct {
  float gradient_scale;  // of clipping by norm [1]
  float l2;              // weight decay as a part of the gradient [0]
  float decoupled;       // weight decay apart from the gradient, times the learning rate [0]
  float beta1, beta2;
  // 1 / (1 − βᵗ), rounded once from double precision.
  float correction1, correction2;
  float rate, epsilon;
} NablaAdam;

// A whole update in one pass over w, g, m and v, in place, with the roundings, and so the bits, of
// its pieces in this order:
//   g′ = g · gradient_scale (multiply), if that is not 1;
//   w  = fma(−decoupled, w, w) (scaled add), if that is not 0;
//   g′ = fma(l2, w, g′) (scaled add), if that is not 0;
//   m  = moving average of g′, v = moving square of g′;
//   w  = w + adam_delta(m · correction1, v · correction2).
void nabla_adam_update(
  const NablaAdam *adam, long n, float *w, const float *g, float *m, float *v);

// A convolution over [batch, channels, height, width], or along one axis with height 1. Padding is
// what is added before the first row and column; what the last window reaches past the end is zeros
// as well. Weights are [out_channels, in_channels / groups, kernel_height, kernel_width].
typedef struct {
  long batch, groups;
  long in_channels, in_height, in_width;
  long out_channels, out_height, out_width;
  long kernel_height, kernel_width;
  long stride_y, stride_x, padding_y, padding_x, dilation_y, dilation_x;
} NablaConvolution;

// y = x ⋆ w (the kernel is not turned). Each element is one chain of fused multiply-adds from 0,
// ascending over the group's channels, the kernel's rows, its columns; zeros of the padding take
// part.
void nabla_convolution(const NablaConvolution *shape, const float *x, const float *w, float *y);
// The same, then bias[channel] added to every element.
void nabla_convolution_with_bias(
  const NablaConvolution *shape, const float *x, const float *w, const float *bias, float *y);
// ∂L/∂x from g = ∂L/∂y; the transposed convolution. Each element is the sum, from 0, over the
// output pixels it went into, ascending by row and column, of one chain of fused multiply-adds each,
// ascending over the group's output channels. With a kernel of one, stride 1 and no padding it is
// that chain itself.
void nabla_convolution_input_gradient(
  const NablaConvolution *shape, const float *g, const float *w, float *dx);
// ∂L/∂w. Each element is one chain of fused multiply-adds from 0, ascending over samples, output
// rows, output columns; zeros of the padding take part.
void nabla_convolution_weight_gradient(
  const NablaConvolution *shape, const float *x, const float *g, float *dw);

// Windows over [planes, in_height, in_width], planes being batch times channels. Padding is what is
// added before the first row and column; a window may reach past the end as well.
typedef struct {
  long planes, in_height, in_width, out_height, out_width;
  long kernel_height, kernel_width;
  long stride_y, stride_x, padding_y, padding_x, dilation_y, dilation_x;
} NablaPooling;

// The largest element of each window, padding never; NaN wins; a window of padding alone gives −∞.
void nabla_max_pool(const NablaPooling *shape, const float *x, float *y);
// dx = g at the first place, row by row, that is its window's largest (or NaN), windows that share a
// place added in ascending order; 0 elsewhere.
void nabla_max_pool_gradient(const NablaPooling *shape, const float *x, const float *g, float *dx);
// The mean of each window: one ascending sum over its rows and columns, divided by the number of
// elements: the kernel's, padding included (counts_padding), or those that are no padding.
// Dilation is not looked at. `divisor` replaces the number when it is not 0.
void nabla_average_pool(
  const NablaPooling *shape, int counts_padding, long divisor, const float *x, float *y);
// dx = Σ g / number over the windows that an element is in, ascending.
void nabla_average_pool_gradient(
  const NablaPooling *shape, int counts_padding, long divisor, const float *g, float *dx);

// Scalars in double precision for initial values and the reference machine: the same bits on every
// machine, accurate to a few units in the last place.
double nabla_exp_double(double x);
double nabla_log_double(double x);
double nabla_sin_double(double x);
double nabla_cos_double(double x);

// Philox 4×32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3",
// 2011). Words first ..< first + count, where word i is number i mod 4 of the block at counter
// (i / 4, counter[0], counter[1], counter[2]).
void nabla_random_words(
  const uint32_t key[2], const uint32_t counter[3], long first, long count, uint32_t *out);
// The high 24 bits of each word, in [0, 1).
void nabla_random_uniforms(
  const uint32_t key[2], const uint32_t counter[3], long first, long count, float *out);

// SHA-256 (FIPS 180-4), incremental.
typedef struct {
  uint32_t state[8];
  uint64_t length;
  uint8_t pending[64];
} NablaSHA256;
void nabla_sha256_start(NablaSHA256 *hash);
void nabla_sha256_update(NablaSHA256 *hash, const uint8_t *bytes, long count);
// The floats' bits, little-endian, every NaN as 0x7fc00000.
void nabla_sha256_update_floats(NablaSHA256 *hash, const float *x, long n);
void nabla_sha256_finish(const NablaSHA256 *hash, uint8_t digest[32]);

// For benchmarks: sixteen independent chains of fused multiply-adds; returns the operations done.
double nabla_fma_rounds(long rounds);

#endif
