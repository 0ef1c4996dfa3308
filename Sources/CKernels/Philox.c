// Counter-based random numbers: any element of any stream at any step, in any order.

#include "Internal.h"

static inline void rounds(uint32_t c[4], uint32_t k0, uint32_t k1) {
  for (int round = 0; round < 10; round++) {
    uint64_t p0 = (uint64_t)0xD2511F53u * c[0], p1 = (uint64_t)0xCD9E8D57u * c[2];
    uint32_t c1 = c[1], c3 = c[3];
    c[0] = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
    c[1] = (uint32_t)p1;
    c[2] = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
    c[3] = (uint32_t)p0;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
}

void nabla_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]) {
  for (int i = 0; i < 4; i++) out[i] = counter[i];
  rounds(out, key[0], key[1]);
}

uint64_t nabla_random_key(uint64_t seed, uint64_t stream) {
  uint32_t c[4] = {(uint32_t)stream, (uint32_t)(stream >> 32), 0, 0};
  rounds(c, (uint32_t)seed, (uint32_t)(seed >> 32));
  return (uint64_t)c[1] << 32 | c[0];
}

static inline void block_at(uint64_t key, uint64_t step, uint64_t block, uint32_t out[4]) {
  out[0] = (uint32_t)block;
  out[1] = (uint32_t)(block >> 32);
  out[2] = (uint32_t)step;
  out[3] = (uint32_t)(step >> 32);
  rounds(out, (uint32_t)key, (uint32_t)(key >> 32));
}

void nabla_random_words(uint64_t key, uint64_t step, uint64_t first, long count, uint32_t *out) {
  long i = 0;
  while (i < count) {
    uint32_t words[4];
    uint64_t at = first + (uint64_t)i;
    block_at(key, step, at / 4, words);
    for (uint64_t j = at % 4; j < 4 && i < count; j++) out[i++] = words[j];
  }
}

enum { BATCH = 64 };

void nabla_random_uniforms(uint64_t key, uint64_t step, uint64_t first, long count, float *out) {
  uint32_t words[BATCH];
  for (long i = 0; i < count; i += BATCH) {
    long here = count - i < BATCH ? count - i : BATCH;
    nabla_random_words(key, step, first + (uint64_t)i, here, words);
    for (long j = 0; j < here; j++) out[i + j] = (float)(int32_t)(words[j] >> 8) * 0x1p-24f;
  }
}

void nabla_random_normals(uint64_t key, uint64_t step, uint64_t first, long count, float *out) {
  const NablaKernels *kernels = nabla_kernels();
  for (long i = 0; i < count;) {
    uint64_t pair = (first + (uint64_t)i) & ~(uint64_t)1;
    uint32_t words[2];
    nabla_random_words(key, step, pair, 2, words);
    // The first in (0, 1], so that its logarithm is finite.
    double u = ((double)words[0] + 1.0) * 0x1p-32;
    double angle = (double)words[1] * 0x1p-32 * 6.28318530717958647692;
    double radius = __builtin_sqrt(-2.0 * kernels->log_double(u));
    if (first + (uint64_t)i == pair) out[i++] = (float)(radius * kernels->cos_double(angle));
    if (i < count) out[i++] = (float)(radius * kernels->sin_double(angle));
  }
}
