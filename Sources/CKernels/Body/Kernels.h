// One instruction set's kernels: included once by each file of Levels/, which says the target.

#include <math.h>

#include "../Internal.h"

// Vectors wider than the registers never cross a real call: every such function is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#include "Vectors.h"
#include "DoubleMath.h"
#include "FloatMath.h"
#include "Trigonometry.h"
#include "Activations.h"
#include "Rounding.h"
#include "Power.h"
#include "Map.h"
#include "MapGradient.h"
#include "Zip.h"
#include "Reduce.h"
#include "Softmax.h"
#include "Optimizer.h"
#include "Tiles.h"
#include "GemmTile.h"
#include "GemmPack.h"
#include "Gemm.h"
#include "Convolution.h"
#include "Pooling.h"

const NablaKernels LEVEL_TABLE = {
  .gemm = gemm,
  .gemm_in_place = gemm_in_place,
  .gemm_pack = gemm_pack,
  .gemm_packed = gemm_packed,
  .map = map,
  .map_gradient = map_gradient,
  .zip = zip,
  .reduce = reduce,
  .sum_squares = sum_squares,
  .softmax = softmax,
  .log_softmax = log_softmax,
  .softmax_gradient = softmax_gradient,
  .log_softmax_gradient = log_softmax_gradient,
  .scaled_add = scaled_add,
  .moving_average = moving_average,
  .moving_square = moving_square,
  .adam_delta = adam_delta,
  .adam_update = adam_update,
  .convolution = convolution,
  .convolution_input_gradient = convolution_input_gradient,
  .convolution_weight_gradient = convolution_weight_gradient,
  .max_pool = max_pool,
  .max_pool_gradient = max_pool_gradient,
  .tiles = run_tiles,
  .exp_double = exp_double,
  .log_double = log_double,
  .sin_double = sin_double,
  .cos_double = cos_double,
};
