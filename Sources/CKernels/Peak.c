// How fast the machine can multiply and add at all: what a benchmark's share of the peak is a
// share of. Meant for machines with fused multiply-add units.

#include "CKernels.h"

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx512f")))
#define NARROW __attribute__((target("avx2,fma")))
#else
#define NARROW
#endif

typedef float Lanes8 __attribute__((vector_size(32)));
typedef float Lanes16 __attribute__((vector_size(64)));

static volatile float sink;

// Sixteen independent chains: more than the latency of a multiply-add times the units there are.
#define CHAINS(NAME, ATTRIBUTE, VECTOR, LANES)                                                   \
  ATTRIBUTE static double NAME(long rounds) {                                                   \
    VECTOR sums[16];                                                                             \
    for (int i = 0; i < 16; i++)                                                                 \
      for (int lane = 0; lane < LANES; lane++) sums[i][lane] = (float)(i + lane);                \
    VECTOR factor, term;                                                                         \
    for (int lane = 0; lane < LANES; lane++) {                                                   \
      factor[lane] = 0.999f;                                                                     \
      term[lane] = 0.001f;                                                                       \
    }                                                                                            \
    for (long round = 0; round < rounds; round++)                                                \
      _Pragma("clang loop unroll(full)") for (int i = 0; i < 16; i++) sums[i] =                  \
          __builtin_elementwise_fma(sums[i], factor, term);                                      \
    float total = 0;                                                                             \
    for (int i = 0; i < 16; i++) total += sums[i][0];                                            \
    sink = total;                                                                                \
    return (double)rounds * 16 * LANES * 2;                                                      \
  }

CHAINS(chains_narrow, NARROW, Lanes8, 8)
#if defined(__x86_64__)
CHAINS(chains_wide, WIDE, Lanes16, 16)
#endif

double nabla_fma_rounds(long rounds) {
#if defined(__x86_64__)
  if (nabla_simd_level() >= 2) return chains_wide(rounds);
#endif
  return chains_narrow(rounds);
}
