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

typedef enum {
  NABLA_NEGATE, NABLA_EXP, NABLA_LOG, NABLA_SQRT, NABLA_TANH, NABLA_SIGMOID, NABLA_RELU,
  NABLA_ABS, NABLA_SQUARE, NABLA_RECIPROCAL, NABLA_ERF, NABLA_SIN, NABLA_COS, NABLA_SIGN,
  NABLA_SOFTPLUS, NABLA_GELU, NABLA_SILU, NABLA_LEAKY_RELU, NABLA_ELU, NABLA_EXPM1, NABLA_LOG1P,
  NABLA_RSQRT, NABLA_FLOOR, NABLA_CEIL, NABLA_ROUND, NABLA_TRUNC, NABLA_GELU_TANH,
  // The bound is the parameter. At it clamp passes the gradient, hard does not.
  NABLA_CLAMP_MIN, NABLA_CLAMP_MAX, NABLA_HARD_MIN, NABLA_HARD_MAX
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
// Σ x² by the rule of sums along the innermost axis.
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
// out = decay · state + (1 − decay) · g: fma(decay, state, (1 − decay) · g)
void nabla_moving_average(long n, float decay, const float *state, const float *g, float *out);
// out = fma(decay, state, ((1 − decay) · g) · g)
void nabla_moving_square(long n, float decay, const float *state, const float *g, float *out);
// out = −rate · m / (sqrt(v) + epsilon)
void nabla_adam_delta(
  long n, float rate, float epsilon, const float *m, const float *v, float *out);

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
