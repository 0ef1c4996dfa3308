// Matrix products, one or a batch, shared with the helper by ranges of C or by matrices.

#include <stdatomic.h>
#include <stdlib.h>

#include "Internal.h"

// Rows of C are shared in multiples of ROW_UNIT, when there are MANY_ROWS.
enum { ROW_UNIT = 24, MANY_ROWS = 96 };

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

// A copy of B that both threads read. Whoever finds it taken does without.
static struct {
  atomic_flag taken;
  float *floats;
  long count;
} shared_copy = {.taken = ATOMIC_FLAG_INIT};

static float *take_copy(long count) {
  if (atomic_flag_test_and_set(&shared_copy.taken)) return 0;
  if (shared_copy.count < count) {
    free(shared_copy.floats);
    shared_copy.floats = aligned_alloc(64, (size_t)(count + 15) / 16 * 16 * sizeof(float));
    shared_copy.count = shared_copy.floats ? count : 0;
  }
  if (!shared_copy.floats) atomic_flag_clear(&shared_copy.taken);
  return shared_copy.floats;
}

typedef struct {
  const NablaKernels *kernels;
  const NablaProduct *product;
  float *packed;
  long panels, unit, chunks;
} PackedJob;

static void pack_chunk(void *context, long chunk) {
  const PackedJob *job = context;
  long from = lower_bound(job->panels, 1, chunk, CHUNKS);
  long to = lower_bound(job->panels, 1, chunk + 1, CHUNKS);
  job->kernels->gemm_pack(job->product, from, to, job->packed);
}

static void packed_chunk(void *context, long chunk) {
  const PackedJob *job = context;
  long from = lower_bound(job->product->m, job->unit, chunk, job->chunks);
  long to = lower_bound(job->product->m, job->unit, chunk + 1, job->chunks);
  if (from < to) job->kernels->gemm_packed(job->product, job->packed, from, to);
}

// Shares the rows of C, so that a thread writes and reads the same rows from one instruction to the
// next; B is packed once for both. Returns 0 when there is no place for that.
static int run_packed(const NablaKernels *kernels, const NablaProduct *p) {
  PackedJob job = {
    .kernels = kernels, .product = p, .unit = ROW_UNIT,
    .panels = (p->n + NABLA_PACK_PANEL - 1) / NABLA_PACK_PANEL};
  job.packed = take_copy(nabla_packed_count(p->n, p->k));
  if (!job.packed) return 0;
  long units = (p->m + job.unit - 1) / job.unit;
  job.chunks = units < CHUNKS ? units : CHUNKS;
  nabla_parallel(CHUNKS, pack_chunk, &job);
  nabla_parallel(job.chunks, packed_chunk, &job);
  atomic_flag_clear(&shared_copy.taken);
  return 1;
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
  // Rows when there are many: a thread then reads a part of A, and all of B as one copy. The rows of
  // a turned A lie across it, so of A and B the larger is parted.
  if (p->m >= MANY_ROWS && p->m >= (p->a_k != 1 ? p->n : p->n / 4)) {
    long units = (p->m + ROW_UNIT - 1) / ROW_UNIT;
    if (job.kernels->gemm_in_place(p, p->m)) {
      job.unit = ROW_UNIT;
      job.chunks = units < CHUNKS ? units : CHUNKS;
      nabla_parallel(job.chunks, product_chunk, &job);
      return;
    }
    if (run_packed(job.kernels, p)) return;
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
  const NablaPair *pairs;
  long count;
  int turned, by_columns;
  long unit, chunks;
} SumJob;

// A part of C, through all the pairs.
static void sum_chunk(void *context, long chunk) {
  const SumJob *job = context;
  NablaProduct p = job->product;
  long n = job->by_columns ? p.n : p.m;
  long from = lower_bound(n, job->unit, chunk, job->chunks);
  long to = lower_bound(n, job->unit, chunk + 1, job->chunks);
  if (from >= to) return;
  for (long i = 0; i < job->count; i++) {
    const NablaPair *pair = &job->pairs[i];
    if (pair->k <= 0) continue;
    p.a = pair->a;
    p.a_row = job->turned ? 1 : pair->lda;
    p.a_k = job->turned ? pair->lda : 1;
    p.b = pair->b;
    p.ldb = pair->ldb;
    p.k = pair->k;
    if (job->by_columns) {
      job->kernels->gemm(&p, 0, p.m, from, to);
    } else {
      job->kernels->gemm(&p, from, to, 0, p.n);
    }
    p.accumulate = 1;
  }
}

void nabla_gemm_sum(
  int transpose_a, int transpose_b, long m, long n, long count, const NablaPair *pairs, float *c,
  long ldc
) {
  if (m <= 0 || n <= 0) return;
  double depth = 0;
  for (long i = 0; i < count; i++) depth += (double)pairs[i].k;
  SumJob job = {
    .kernels = nabla_kernels(), .pairs = pairs, .count = count, .turned = transpose_a != 0,
    .unit = 64, .by_columns = n > m,
    .product = product(transpose_a, transpose_b, m, n, 0, 0, 0, 0, 0, c, ldc, 0)};
  if (depth <= 0) {
    for (long i = 0; i < m; i++)
      for (long j = 0; j < n; j++) c[i * ldc + j] = 0.0f;
    return;
  }
  long units = ((job.by_columns ? n : m) + job.unit - 1) / job.unit;
  job.chunks = (double)m * (double)n * depth < PRODUCT_GRAIN ? 1 : units < CHUNKS ? units : CHUNKS;
  nabla_parallel(job.chunks, sum_chunk, &job);
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
