// Batches of matrices.

#ifndef NABLA_BATCH_H
#define NABLA_BATCH_H

// Where the matrices of a batch lie: number (o, i) of A begins at a + o·a_outer + i·a_inner,
// likewise B and C. A step of 0 repeats a matrix of A or B; those of C must not overlap.
typedef struct {
  long outer, inner;
  long a_outer, a_inner, b_outer, b_inner, c_outer, c_inner;
} NablaBatch;

#endif
