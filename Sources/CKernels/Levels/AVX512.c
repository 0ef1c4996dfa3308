// The kernels for x86-64 with AVX-512.

#if defined(__x86_64__)
#define LEVEL_AVX512
#define LEVEL_TABLE nabla_kernels_avx512
#include <immintrin.h>
#pragma clang attribute push(                                                                  \
  __attribute__((target("avx2,fma,avx512f,avx512dq,avx512bw,avx512vl"))), apply_to = function)
#include "../Body/Kernels.h"
#pragma clang attribute pop
#else
typedef int nabla_no_avx512;
#endif
