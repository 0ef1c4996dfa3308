// Runs bands: packs what products read, then takes part after part of the rows through all steps.

#include <string.h>

#include "Internal.h"

typedef struct {
  const NablaKernels *kernels;
  const NablaBand *band;
  long parts;
} BandJob;

enum { PACK_PARTS = 4 };

long nabla_packed_count(long n, long k) {
  return (n + NABLA_PACK_UNIT - 1) / NABLA_PACK_UNIT * NABLA_PACK_UNIT * k;
}

static NablaProduct product_of(const NablaBandProduct *p) {
  return (NablaProduct){
    .m = p->m, .n = p->n, .k = p->k, .a = p->a, .a_row = p->transpose_a ? 1 : p->lda,
    .a_k = p->transpose_a ? p->lda : 1, .b = p->b, .ldb = p->ldb, .transpose_b = p->transpose_b,
    .c = p->c, .ldc = p->ldc};
}

static void pack_part(void *context, long chunk) {
  const BandJob *job = context;
  const NablaPacking *packing = &job->band->packings[chunk / PACK_PARTS];
  NablaProduct p = product_of(packing->product);
  long panels = (p.n + NABLA_PACK_PANEL - 1) / NABLA_PACK_PANEL;
  long from = lower_bound(panels, 1, chunk % PACK_PARTS, PACK_PARTS);
  long to = lower_bound(panels, 1, chunk % PACK_PARTS + 1, PACK_PARTS);
  job->kernels->gemm_pack(&p, from, to, packing->packed);
}

// The units [from, to) of `units`, in rows.
typedef struct {
  long from, to;
} Rows;

static Rows rows_of(Rows part, long units, long rows) {
  return (Rows){.from = part.from * (rows / units), .to = part.to * (rows / units)};
}

static void band_product(
  const NablaKernels *kernels, const NablaBandProduct *step, Rows part, long units
) {
  NablaProduct p = product_of(step);
  const NablaBatch *batch = &step->batch;
  if (batch->outer == 0) {
    Rows rows = rows_of(part, units, p.m);
    if (step->packed) {
      kernels->gemm_packed(&p, step->packed, rows.from, rows.to);
    } else {
      kernels->gemm(&p, rows.from, rows.to, 0, p.n);
    }
    return;
  }
  int by_outer = batch->outer > 1;
  Rows some = rows_of(part, units, by_outer ? batch->outer : batch->inner);
  long outer0 = by_outer ? some.from : 0, outer1 = by_outer ? some.to : 1;
  long inner0 = by_outer ? 0 : some.from, inner1 = by_outer ? batch->inner : some.to;
  for (long o = outer0; o < outer1; o++) {
    for (long i = inner0; i < inner1; i++) {
      NablaProduct one = p;
      one.a += o * batch->a_outer + i * batch->a_inner;
      one.b += o * batch->b_outer + i * batch->b_inner;
      one.c += o * batch->c_outer + i * batch->c_inner;
      kernels->gemm(&one, 0, p.m, 0, p.n);
    }
  }
}

static void band_copy(
  const NablaKernels *kernels, const NablaBandCopy *copy, Rows part, long units
) {
  static const float zero = 0.0f;
  Rows rows = rows_of(part, units, copy->rows);
  for (long row = rows.from; row < rows.to; row++) {
    const float *from = copy->from + row * copy->columns;
    float *to = copy->to + row * copy->to_row;
    if (copy->adds_zero) {
      kernels->zip(NABLA_ADD, 1, copy->columns, from, 0, 1, &zero, 0, 0, to);
    } else {
      memcpy(to, from, (size_t)copy->columns * sizeof(float));
    }
  }
}

static void band_part(void *context, long chunk) {
  const BandJob *job = context;
  const NablaBand *band = job->band;
  Rows part = {
    .from = band->units * chunk / job->parts, .to = band->units * (chunk + 1) / job->parts};
  for (long i = 0; i < band->count; i++) {
    const NablaBandStep *step = &band->steps[i];
    if (step->group) {
      Rows rows = rows_of(part, band->units, step->group->rows);
      job->kernels->tiles(step->group, rows.from, rows.to);
    } else if (step->product) {
      band_product(job->kernels, step->product, part, band->units);
    } else {
      band_copy(job->kernels, step->copy, part, band->units);
    }
  }
}

void nabla_run_band(const void *context) {
  const NablaBand *band = context;
  BandJob job = {
    .kernels = nabla_kernels(), .band = band, .parts = nabla_threads() > 1 ? band->parts : 1};
  nabla_parallel(band->packing_count * PACK_PARTS, pack_part, &job);
  nabla_parallel(job.parts, band_part, &job);
}
