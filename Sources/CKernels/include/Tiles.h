// Groups of instructions that are run tile by tile, so that what passes between them stays in the
// first-level cache. A member computes what its kernel computes, element by element and row by
// row; only the order of the work differs, so the bits are the same.

#ifndef NABLA_TILES_H
#define NABLA_TILES_H

typedef enum {
  NABLA_TILE_COPY,                  // out = a
  NABLA_TILE_FILL,                  // out = scalar 0
  NABLA_TILE_MAP,                   // out = f(a), parameter in scalar 0
  NABLA_TILE_MAP_GRADIENT,          // g, x, y; parameter in scalar 0
  NABLA_TILE_ZIP,                   // out = a ∘ b
  NABLA_TILE_SELECT,                // out = b ≠ 0 ? scalar 0 : a
  NABLA_TILE_REDUCE,                // one number a row
  NABLA_TILE_SOFTMAX,
  NABLA_TILE_LOG_SOFTMAX,
  NABLA_TILE_SOFTMAX_GRADIENT,      // g, y
  NABLA_TILE_LOG_SOFTMAX_GRADIENT,  // g, y
  NABLA_TILE_PICK,                  // x, index: one number a row
  NABLA_TILE_PICK_GRADIENT,         // g, index: one number a row each
  NABLA_TILE_SCALED_ADD,            // out = fma(scalar 0, a, b)
  NABLA_TILE_MOVING_AVERAGE,        // state, g; decay in scalar 0
  NABLA_TILE_MOVING_SQUARE,         // state, g; decay in scalar 0
  NABLA_TILE_MOMENTUM,              // state, g; momentum in scalar 0; g itself when scalar 1 ≤ 1
  NABLA_TILE_ADAM_DELTA,            // m, v; rate in scalar 0, epsilon in scalar 1
  // A whole update of w in one pass: g, m, v, of which m and v change; scalars β₁, β₂, the two
  // corrections, rate, epsilon.
  NABLA_TILE_ADAM,
  // Adds the squares of a to the lanes, and nothing else.
  NABLA_TILE_SQUARES,
} NablaTileKind;

enum { NABLA_TILE_OPERANDS = 3, NABLA_TILE_SCALARS = 6 };

// Where the elements of an operand are, seen from the rows and columns of its instruction.
typedef struct {
  float *base;   // the element of row 0, column 0; null for a value that lives in the tile only
  long scratch;  // such a value's place among the tile's floats
  long row;      // from row to row; 0 when all rows read the same
  long column;   // 0 or 1
  long divide;   // row r reads row (r / divide) mod modulo; 0 when row r reads row r
  long modulo;
} NablaTileOperand;

typedef struct {
  int kind;
  int f;         // NablaUnary, NablaBinary or NablaReduction
  int dense;     // operands and output are one run of numbers each, or one number
  int periodic;  // an operand divides or repeats its rows
  long columns;
  // The rows of `out` may lie further apart than they are long, unless dense.
  NablaTileOperand in[NABLA_TILE_OPERANDS], out;
  int operands;
  const float *scalar[NABLA_TILE_SCALARS];
  // Where the squares of the first operand are added, in the lanes of each block of
  // NABLA_SQUARES_BLOCK rows of one number: for ADAM and SQUARES; null for most.
  float *lanes;
} NablaTileMember;

typedef struct {
  const NablaTileMember *members;
  long count;
  long rows;
  long tile_rows;
} NablaTileGroup;

// One step of a compiled program.
typedef struct {
  void (*run)(const void *context);
  const void *context;
} NablaStep;

// A range of a group's rows, or, without a group, a step of its own.
typedef struct {
  const NablaTileGroup *group;
  long from, to;
  NablaStep step;
} NablaTileRange;

// Independent ranges in parcels that two threads may share: parcel i is ranges
// parcels[i] ..< parcels[i + 1].
typedef struct {
  const NablaTileRange *ranges;
  const long *parcels;
  long count;
} NablaTileWork;

// Sums of squares are made of blocks, so that tiles can make them.
enum { NABLA_SQUARES_BLOCK = 4096, NABLA_SQUARES_LANES = 64 };
// The sum of one block's lanes; of many blocks', one after the other.
float nabla_square_sum(const float *lanes);
float nabla_square_sums(long blocks, const float *lanes);

// Floats that the values inside one tile may take.
enum { NABLA_TILE_SCRATCH = 12288 };

// Runs steps one after the other.
void nabla_run(const NablaStep *steps, long count);
// A step's body; the context is a NablaTileWork.
void nabla_run_tiles(const void *work);

#endif
