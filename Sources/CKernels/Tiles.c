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
  for (long i = work->parcels[parcel]; i < work->parcels[parcel + 1]; i++)
    job->kernels->tiles(work->ranges[i].group, work->ranges[i].from, work->ranges[i].to);
}

void nabla_run_tiles(const void *context) {
  TileJob job = {.kernels = nabla_kernels(), .work = context};
  if (job.work->count == 1) {
    tile_parcel(&job, 0);
  } else {
    nabla_parallel(job.work->count, tile_parcel, &job);
  }
}
