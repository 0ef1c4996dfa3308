// The kernels for x86-64 with AVX2 and fused multiply-add.

#if defined(__x86_64__)
#define LEVEL_AVX2
#define LEVEL_TABLE nabla_kernels_avx2
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "../Body/Kernels.h"
#pragma clang attribute pop
#else
typedef int nabla_no_avx2;
#endif
