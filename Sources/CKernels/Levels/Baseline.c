// The kernels for any machine: SSE2 with fmaf in software, or NEON.

#define LEVEL_BASELINE
#define LEVEL_TABLE nabla_kernels_baseline
#include "../Body/Kernels.h"
