// Vector types and their loads and stores. The sixteen lanes of `f16` are the unit of every
// pointwise kernel and of row sums, whatever the registers' width.

typedef float f16 __attribute__((ext_vector_type(16)));
typedef float f16_unaligned __attribute__((ext_vector_type(16), aligned(4), may_alias));
typedef int32_t i16 __attribute__((ext_vector_type(16)));
typedef uint32_t u16 __attribute__((ext_vector_type(16)));
typedef float f8 __attribute__((ext_vector_type(8)));
typedef float f8_unaligned __attribute__((ext_vector_type(8), aligned(4), may_alias));
typedef float f4 __attribute__((ext_vector_type(4)));
typedef float f4_unaligned __attribute__((ext_vector_type(4), aligned(4), may_alias));
typedef int32_t i8 __attribute__((ext_vector_type(8)));
typedef double d8 __attribute__((ext_vector_type(8)));
typedef int64_t l8 __attribute__((ext_vector_type(8)));

#define FMA(a, b, c) __builtin_elementwise_fma((a), (b), (c))

NABLA_INLINE f16 splat(float x) { return (f16)x; }

NABLA_INLINE f16 load(const float *p) { return *(const f16_unaligned *)p; }

NABLA_INLINE void store(float *p, f16 v) { *(f16_unaligned *)p = v; }

NABLA_INLINE f8 load_eight(const float *p) { return *(const f8_unaligned *)p; }

NABLA_INLINE void store_eight(float *p, f8 v) { *(f8_unaligned *)p = v; }

#if defined(LEVEL_AVX2)
// A window of ones at mask + 16 − count selects the first `count` lanes.
static const int32_t lane_mask[32] = {
  -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

NABLA_INLINE __m256i mask_of(long count) {
  return _mm256_loadu_si256((const __m256i *)(lane_mask + 16 - count));
}
#endif

// The first `count` < 16 elements, zeros in the other lanes.
NABLA_INLINE f16 load_some(const float *p, long count) {
#if defined(LEVEL_AVX512)
  return (f16)_mm512_maskz_loadu_ps((__mmask16)((1u << count) - 1), p);
#elif defined(LEVEL_AVX2)
  f8 low = (f8)_mm256_maskload_ps(p, mask_of(count));
  f8 high = (f8)_mm256_maskload_ps(p + 8, mask_of(count - 8 > 0 ? count - 8 : 0));
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
#else
  union { float f[16]; f16 v; } lanes = {.v = (f16)0.0f};
  for (long i = 0; i < count; i++) lanes.f[i] = p[i];
  return lanes.v;
#endif
}

NABLA_INLINE void store_some(float *p, long count, f16 v) {
#if defined(LEVEL_AVX512)
  _mm512_mask_storeu_ps(p, (__mmask16)((1u << count) - 1), (__m512)v);
#elif defined(LEVEL_AVX2)
  _mm256_maskstore_ps(p, mask_of(count), (__m256)v.lo);
  _mm256_maskstore_ps(p + 8, mask_of(count - 8 > 0 ? count - 8 : 0), (__m256)v.hi);
#else
  union { float f[16]; f16 v; } lanes = {.v = v};
  for (long i = 0; i < count; i++) p[i] = lanes.f[i];
#endif
}

// Up to sixteen elements.
NABLA_INLINE f16 load_upto(const float *p, long count) {
  return __builtin_expect(count >= 16, 1) ? load(p) : load_some(p, count);
}

NABLA_INLINE void store_upto(float *p, long count, f16 v) {
  if (__builtin_expect(count >= 16, 1)) {
    store(p, v);
  } else {
    store_some(p, count, v);
  }
}

NABLA_INLINE f16 absolute(f16 x) { return (f16)((i16)x & 0x7fffffff); }

// |x| with the sign of s.
NABLA_INLINE f16 with_sign(f16 x, f16 s) {
  return (f16)(((i16)x & 0x7fffffff) | ((i16)s & (int32_t)0x80000000));
}

// NaN wins over every number; of equal numbers the first stays.
NABLA_INLINE f16 maximum(f16 a, f16 b) { return ((b > a) | (b != b)) ? b : a; }

NABLA_INLINE f16 minimum(f16 a, f16 b) { return ((b < a) | (b != b)) ? b : a; }

// The fixed trees over sixteen lanes: lane l with l + 8, then + 4, + 2, + 1.
NABLA_INLINE float tree_sum(f16 v) {
  f8 a = v.lo + v.hi;
  f4 b = a.lo + a.hi;
  return (b.x + b.z) + (b.y + b.w);
}

NABLA_INLINE float maximum_scalar(float a, float b) { return b > a || b != b ? b : a; }

NABLA_INLINE float minimum_scalar(float a, float b) { return b < a || b != b ? b : a; }

NABLA_INLINE float tree_maximum(f16 v) {
  f8 a = ((v.hi > v.lo) | (v.hi != v.hi)) ? v.hi : v.lo;
  f4 b = ((a.hi > a.lo) | (a.hi != a.hi)) ? a.hi : a.lo;
  return maximum_scalar(maximum_scalar(b.x, b.z), maximum_scalar(b.y, b.w));
}

NABLA_INLINE float tree_minimum(f16 v) {
  f8 a = ((v.hi < v.lo) | (v.hi != v.hi)) ? v.hi : v.lo;
  f4 b = ((a.hi < a.lo) | (a.hi != a.hi)) ? a.hi : a.lo;
  return minimum_scalar(minimum_scalar(b.x, b.z), minimum_scalar(b.y, b.w));
}
