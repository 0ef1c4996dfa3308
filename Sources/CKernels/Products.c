// Matrix products, one or a batch, shared with the helper by ranges of C or by matrices.

#include "Internal.h"

typedef struct {
  const NablaKernels *kernels;
  NablaProduct product;
  int by_columns;
  long unit, chunks;
} ProductJob;

static void product_chunk(void *context, long chunk) {
  const ProductJob *job = context;
  const NablaProduct *p = &job->product;
  long n = job->by_columns ? p->n : p->m;
  long from = lower_bound(n, job->unit, chunk, job->chunks);
  long to = lower_bound(n, job->unit, chunk + 1, job->chunks);
  if (from >= to) return;
  if (job->by_columns) {
    job->kernels->gemm(p, 0, p->m, from, to);
  } else {
    job->kernels->gemm(p, from, to, 0, p->n);
  }
}

static NablaProduct product(
  int transpose_a, int transpose_b, long m, long n, long k, const float *a, long lda,
  const float *b, long ldb, float *c, long ldc, int accumulate
) {
  return (NablaProduct){
    .m = m, .n = n, .k = k, .a = a, .a_row = transpose_a ? 1 : lda, .a_k = transpose_a ? lda : 1,
    .b = b, .ldb = ldb, .transpose_b = transpose_b != 0, .c = c, .ldc = ldc,
    .accumulate = accumulate != 0};
}

static void run(const NablaProduct *p) {
  if (p->m <= 0 || p->n <= 0) return;
  if (p->k <= 0) {
    if (p->accumulate) return;
    for (long i = 0; i < p->m; i++)
      for (long j = 0; j < p->n; j++) p->c[i * p->ldc + j] = 0.0f;
    return;
  }
  ProductJob job = {.kernels = nabla_kernels(), .product = *p};
  double work = (double)p->m * (double)p->n * (double)p->k;
  if (work < PRODUCT_GRAIN || nabla_threads() == 1) {
    job.kernels->gemm(p, 0, p->m, 0, p->n);
    return;
  }
  // Columns when there are enough panels: then no panel of B is packed twice.
  job.by_columns = p->n >= 128 || p->n > p->m;
  job.unit = job.by_columns ? (p->n >= 128 ? 64 : 16) : 6;
  long units = ((job.by_columns ? p->n : p->m) + job.unit - 1) / job.unit;
  // Rows that pack B again for every chunk: only two.
  long most = job.by_columns ? CHUNKS : 2;
  // Few rows of A may be turned, by every chunk again.
  if (p->transpose_b && p->m <= 64) most = 4;
  job.chunks = units < most ? units : most;
  nabla_parallel(job.chunks, product_chunk, &job);
}

void nabla_gemm(
  int transpose_a, int transpose_b, long m, long n, long k, const float *a, long lda,
  const float *b, long ldb, float *c, long ldc, int accumulate
) {
  NablaProduct p = product(transpose_a, transpose_b, m, n, k, a, lda, b, ldb, c, ldc, accumulate);
  run(&p);
}

typedef struct {
  const NablaKernels *kernels;
  NablaProduct product;
  NablaBatch batch;
  long matrices, chunks;
} BatchJob;

// Matrix number `index` of a batch.
static NablaProduct member(const BatchJob *job, long index) {
  NablaProduct p = job->product;
  const NablaBatch *batch = &job->batch;
  long outer = index / batch->inner, inner = index % batch->inner;
  p.a += outer * batch->a_outer + inner * batch->a_inner;
  p.b += outer * batch->b_outer + inner * batch->b_inner;
  p.c += outer * batch->c_outer + inner * batch->c_inner;
  return p;
}

static void batch_chunk(void *context, long chunk) {
  const BatchJob *job = context;
  long from = lower_bound(job->matrices, 1, chunk, job->chunks);
  long to = lower_bound(job->matrices, 1, chunk + 1, job->chunks);
  for (long index = from; index < to; index++) {
    NablaProduct p = member(job, index);
    job->kernels->gemm(&p, 0, p.m, 0, p.n);
  }
}

void nabla_gemm_batched(
  int transpose_a, int transpose_b, long m, long n, long k, const float *a, long lda,
  const float *b, long ldb, float *c, long ldc, int accumulate, NablaBatch batch
) {
  if (batch.outer <= 0 || batch.inner <= 0 || m <= 0 || n <= 0) return;
  BatchJob job = {
    .kernels = nabla_kernels(),
    .product = product(transpose_a, transpose_b, m, n, k, a, lda, b, ldb, c, ldc, accumulate),
    .batch = batch, .matrices = batch.outer * batch.inner};
  // A few large ones are shared each, many small ones by matrices.
  if (k <= 0 || job.matrices < CHUNKS) {
    for (long index = 0; index < job.matrices; index++) {
      NablaProduct p = member(&job, index);
      run(&p);
    }
    return;
  }
  double work = (double)m * (double)n * (double)k * (double)job.matrices;
  job.chunks = work < PRODUCT_GRAIN ? 1 : job.matrices < 2 * CHUNKS ? job.matrices : 2 * CHUNKS;
  nabla_parallel(job.chunks, batch_chunk, &job);
}
