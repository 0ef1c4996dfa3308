// Angles too large for reduction modulo π/2 in working precision (Payne and Hanek, 1983).

#include <string.h>

#include "Internal.h"

// 2/π = 0.b₁b₂b₃…, the first bit highest.
static const uint64_t two_over_pi[20] = {
  0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
  0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484,
  0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f,
  0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b,
  0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
};

// Sixty-four bits of 2/π after the first `skip`.
static uint64_t window(int skip) {
  int word = skip / 64, shift = skip % 64;
  uint64_t high = two_over_pi[word] << shift;
  return shift == 0 ? high : high | two_over_pi[word + 1] >> (64 - shift);
}

int nabla_reduce_large(double x, double *remainder) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  // |x| = mantissa · 2^exponent
  int exponent = (int)(bits >> 52 & 0x7ff) - 1075;
  uint64_t mantissa = (bits & 0xfffffffffffff) | 0x10000000000000;
  // Bits of 2/π that contribute multiples of 4 quadrants are skipped. For a negative exponent
  // the mantissa is too wide by as many bits, which then stand below the point.
  int skip = exponent > 2 ? exponent - 2 : 0;
  uint64_t w0 = window(skip), w1 = window(skip + 64), w2 = window(skip + 128);
  // mantissa · 0.w0w1w2: `whole`, and a fraction in units of 2⁻¹²⁸.
  unsigned __int128 high = (unsigned __int128)mantissa * w0;
  unsigned __int128 below =
    (unsigned __int128)mantissa * w1 + (((unsigned __int128)mantissa * w2) >> 64);
  unsigned __int128 fraction = (high << 64) + below;
  uint64_t whole = (uint64_t)(high >> 64) + (fraction < below);
  // value = (whole + fraction / 2¹²⁸) · 2^(exponent − skip) quadrants
  int shift = exponent - skip;
  if (shift > 0) {
    whole = whole << shift | (uint64_t)(fraction >> (128 - shift));
    fraction <<= shift;
  } else if (shift < 0) {
    fraction = fraction >> -shift | (unsigned __int128)whole << (128 + shift);
    whole >>= -shift;
  }
  int quadrant = (int)(whole & 3);
  // To the nearest quadrant.
  int down = (int)(fraction >> 127);
  if (down) {
    quadrant++;
    fraction = -fraction;
  }
  double r = (double)(uint64_t)(fraction >> 64) * 0x1p-64 + (double)(uint64_t)fraction * 0x1p-128;
  r *= down ? -1.57079632679489655800 : 1.57079632679489655800;
  *remainder = x < 0 ? -r : r;
  return x < 0 ? -quadrant & 3 : quadrant & 3;
}
