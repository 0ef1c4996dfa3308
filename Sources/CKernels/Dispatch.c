// Which instruction set's kernels are in force.

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "Internal.h"

enum { BASELINE, AVX2, AVX512 };

static _Atomic(const NablaKernels *) active;
static _Atomic int active_level;

static int hardware_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  int avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (!avx2) return BASELINE;
  int avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
    && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
  return avx512 ? AVX512 : AVX2;
#else
  return BASELINE;
#endif
}

static const NablaKernels *install(int level) {
  const NablaKernels *table = &nabla_kernels_baseline;
#if defined(__x86_64__)
  if (level == AVX2) table = &nabla_kernels_avx2;
  if (level == AVX512) table = &nabla_kernels_avx512;
#endif
  atomic_store(&active_level, level);
  atomic_store(&active, table);
  return table;
}

static __attribute__((noinline)) const NablaKernels *choose(void) {
  int level = hardware_level();
  const char *wish = getenv("NABLA_SIMD");
  if (wish) {
    if (strcmp(wish, "baseline") == 0) level = BASELINE;
    if (strcmp(wish, "avx2") == 0 && level > AVX2) level = AVX2;
  }
  return install(level);
}

const NablaKernels *nabla_kernels(void) {
  const NablaKernels *table = atomic_load_explicit(&active, memory_order_acquire);
  return __builtin_expect(table != 0, 1) ? table : choose();
}

int nabla_simd_level(void) {
  nabla_kernels();
  return atomic_load(&active_level);
}

void nabla_set_simd_level(int level) {
  int most = hardware_level();
  install(level < BASELINE ? BASELINE : level > most ? most : level);
}
