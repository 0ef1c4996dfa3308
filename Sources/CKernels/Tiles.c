// Runs compiled programs: steps one after the other, groups of instructions tile by tile, large
// ones in parcels that two threads share.

#include "Internal.h"

void nabla_run(const NablaStep *steps, long count) {
  for (long i = 0; i < count; i++) steps[i].run(steps[i].context);
}

typedef struct {
  const NablaKernels *kernels;
  const NablaTileWork *work;
} TileJob;

static void tile_parcel(void *context, long parcel) {
  const TileJob *job = context;
  const NablaTileWork *work = job->work;
  for (long i = work->parcels[parcel]; i < work->parcels[parcel + 1]; i++) {
    const NablaTileRange *range = &work->ranges[i];
    if (range->group) {
      job->kernels->tiles(range->group, range->from, range->to);
    } else {
      range->step.run(range->step.context);
    }
  }
}

void nabla_run_tiles(const void *context) {
  TileJob job = {.kernels = nabla_kernels(), .work = context};
  if (job.work->count == 1) {
    tile_parcel(&job, 0);
  } else {
    nabla_parallel(job.work->count, tile_parcel, &job);
  }
}

float nabla_square_sum(const float *lanes) {
  float sum[NABLA_SQUARES_LANES / 2];
  for (int i = 0; i < 32; i++) sum[i] = lanes[i] + lanes[i + 32];
  for (int half = 16; half > 0; half /= 2)
    for (int i = 0; i < half; i++) sum[i] += sum[i + half];
  return sum[0];
}

float nabla_square_sums(long blocks, const float *lanes) {
  float total = 0.0f;
  for (long i = 0; i < blocks; i++) total += nabla_square_sum(lanes + i * NABLA_SQUARES_LANES);
  return total;
}
