// Bands: steps of a compiled program that work on every row by itself, one after the other on a
// part of the rows. A part goes through all the steps while its values are in the cache, and two
// threads work on parts of their own without waiting for each other in between.

#ifndef NABLA_BANDS_H
#define NABLA_BANDS_H

#include "Batch.h"
#include "Tiles.h"

// A product whose rows of C are parted (batch.outer and batch.inner are 0), or a batch of products
// of which each part has some: those of `outer`, or of `inner` when there is one outer.
typedef struct {
  int transpose_a, transpose_b;
  long m, n, k;
  const float *a;
  long lda;
  const float *b;
  long ldb;
  float *c;
  long ldc;
  NablaBatch batch;
  const float *packed;  // B as the tiles want it; null when B is read where it is
} NablaBandProduct;

// Rows of a gradient of a slice, put where they belong: x, or x + 0 as a sum of all of them has it.
typedef struct {
  const float *from;
  float *to;
  long rows, columns, to_row;
  int adds_zero;
} NablaBandCopy;

// One of them is set.
typedef struct {
  const NablaTileGroup *group;
  const NablaBandProduct *product;
  const NablaBandCopy *copy;
} NablaBandStep;

// A right operand to be packed before the band is run.
typedef struct {
  const NablaBandProduct *product;
  float *packed;
} NablaPacking;

typedef struct {
  const NablaBandStep *steps;
  long count;
  long units;  // of rows that belong together; every step's rows are a multiple
  long parts;  // for two threads
  const NablaPacking *packings;
  long packing_count;
} NablaBand;

// A step's body; the context is a NablaBand.
void nabla_run_band(const void *band);
// The floats that a right operand takes when it is packed.
long nabla_packed_count(long n, long k);

#endif
