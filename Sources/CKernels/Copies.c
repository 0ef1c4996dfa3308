// Copies of stretches of memory, many of them shared with the helper.

#include <string.h>

#include "Internal.h"

// Floats that are worth a second thread.
enum { COPY_GRAIN = 1 << 16 };

typedef struct {
  const NablaCopy *copies;
  long count;
} CopyJob;

static void copy_chunk(void *context, long chunk) {
  const CopyJob *job = context;
  long to = lower_bound(job->count, 1, chunk + 1, CHUNKS);
  for (long i = lower_bound(job->count, 1, chunk, CHUNKS); i < to; i++) {
    const NablaCopy *copy = &job->copies[i];
    memcpy(copy->to, copy->from, (size_t)copy->count * sizeof(float));
  }
}

void nabla_copy(long count, const NablaCopy *copies) {
  CopyJob job = {.copies = copies, .count = count};
  long floats = 0;
  for (long i = 0; i < count && floats < COPY_GRAIN; i++) floats += copies[i].count;
  if (floats >= COPY_GRAIN) {
    nabla_parallel(CHUNKS, copy_chunk, &job);
  } else {
    for (long chunk = 0; chunk < CHUNKS; chunk++) copy_chunk(&job, chunk);
  }
}
