// Counter-based random numbers: any element of any stream at any step, in any order.

#include "Internal.h"

// Blocks computed side by side, so that the compiler can make vectors of them.
enum { BLOCKS = 16, WORDS = 4 * BLOCKS };

static void blocks_from(
  const uint32_t key[2], const uint32_t counter[3], uint32_t first, uint32_t out[WORDS]
) {
  uint32_t c0[BLOCKS], c1[BLOCKS], c2[BLOCKS], c3[BLOCKS];
  for (int i = 0; i < BLOCKS; i++) {
    c0[i] = first + (uint32_t)i;
    c1[i] = counter[0], c2[i] = counter[1], c3[i] = counter[2];
  }
  uint32_t k0 = key[0], k1 = key[1];
  for (int round = 0; round < 10; round++) {
    for (int i = 0; i < BLOCKS; i++) {
      uint64_t p0 = (uint64_t)0xD2511F53u * c0[i], p1 = (uint64_t)0xCD9E8D57u * c2[i];
      c0[i] = (uint32_t)(p1 >> 32) ^ c1[i] ^ k0;
      c1[i] = (uint32_t)p1;
      c2[i] = (uint32_t)(p0 >> 32) ^ c3[i] ^ k1;
      c3[i] = (uint32_t)p0;
    }
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  for (int i = 0; i < BLOCKS; i++) {
    out[4 * i] = c0[i];
    out[4 * i + 1] = c1[i];
    out[4 * i + 2] = c2[i];
    out[4 * i + 3] = c3[i];
  }
}

void nabla_random_words(
  const uint32_t key[2], const uint32_t counter[3], long first, long count, uint32_t *out
) {
  uint32_t words[WORDS];
  for (long i = 0; i < count;) {
    long at = first + i;
    blocks_from(key, counter, (uint32_t)(at / 4), words);
    for (long j = at % 4; j < WORDS && i < count; j++) out[i++] = words[j];
  }
}

void nabla_random_uniforms(
  const uint32_t key[2], const uint32_t counter[3], long first, long count, float *out
) {
  uint32_t words[WORDS];
  for (long i = 0; i < count;) {
    long at = first + i;
    blocks_from(key, counter, (uint32_t)(at / 4), words);
    for (long j = at % 4; j < WORDS && i < count; j++)
      out[i++] = (float)(int32_t)(words[j] >> 8) * 0x1p-24f;
  }
}
