// SHA-256 after FIPS 180-4.

#include <string.h>

#include "Internal.h"

static const uint32_t k[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static inline uint32_t rotate(uint32_t x, int by) { return x >> by | x << (32 - by); }

static inline uint32_t big_endian(const uint8_t *p) {
  return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void compress(uint32_t state[8], const uint8_t *block) {
  uint32_t w[64];
  for (int i = 0; i < 16; i++) w[i] = big_endian(block + 4 * i);
  for (int i = 16; i < 64; i++) {
    uint32_t s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
    uint32_t s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
  for (int i = 0; i < 64; i++) {
    uint32_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + k[i] + w[i];
    uint32_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + t1;
    d = c, c = b, b = a, a = t1 + t2;
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d;
  state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

void nabla_sha256_start(NablaSHA256 *hash) {
  *hash = (NablaSHA256){
    .state = {
      0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

void nabla_sha256_update(NablaSHA256 *hash, const uint8_t *bytes, long count) {
  while (count > 0) {
    long filled = (long)(hash->length % 64);
    if (filled == 0 && count >= 64) {
      compress(hash->state, bytes);
      hash->length += 64, bytes += 64, count -= 64;
      continue;
    }
    long here = count < 64 - filled ? count : 64 - filled;
    memcpy(hash->pending + filled, bytes, (size_t)here);
    hash->length += (uint64_t)here, bytes += here, count -= here;
    if (filled + here == 64) compress(hash->state, hash->pending);
  }
}

void nabla_sha256_update_floats(NablaSHA256 *hash, const float *x, long n) {
  uint8_t bytes[256];
  for (long i = 0; i < n; i += 64) {
    long here = n - i < 64 ? n - i : 64;
    for (long j = 0; j < here; j++) {
      uint32_t bits;
      memcpy(&bits, x + i + j, 4);
      if ((bits & 0x7fffffff) > 0x7f800000) bits = 0x7fc00000;
      bytes[4 * j] = (uint8_t)bits;
      bytes[4 * j + 1] = (uint8_t)(bits >> 8);
      bytes[4 * j + 2] = (uint8_t)(bits >> 16);
      bytes[4 * j + 3] = (uint8_t)(bits >> 24);
    }
    nabla_sha256_update(hash, bytes, 4 * here);
  }
}

void nabla_sha256_finish(const NablaSHA256 *hash, uint8_t digest[32]) {
  NablaSHA256 last = *hash;
  uint8_t padding[72] = {0x80};
  long zeros = (long)((119 - last.length % 64) % 64);
  for (int i = 0; i < 8; i++)
    padding[1 + zeros + i] = (uint8_t)((hash->length << 3) >> (56 - 8 * i));
  nabla_sha256_update(&last, padding, 1 + zeros + 8);
  for (int i = 0; i < 32; i++) digest[i] = (uint8_t)(last.state[i / 4] >> (24 - 8 * (i % 4)));
}
