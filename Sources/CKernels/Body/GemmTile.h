// The register tile of the matrix product: up to ROWS × VECTORS accumulators, each one chain of
// fused multiply-adds over k in ascending order.

#if defined(LEVEL_AVX512)
typedef f16 vector;
typedef f16_unaligned vector_unaligned;
#define WIDTH 16
#define TILE_VECTORS 4
#define NARROW_ROWS 12
#elif defined(LEVEL_AVX2)
typedef f8 vector;
typedef f8_unaligned vector_unaligned;
#define WIDTH 8
#define TILE_VECTORS 2
#define NARROW_ROWS 10
#elif defined(__x86_64__)
// Here a fused multiply-add is a call; large tiles would only be large.
typedef f4 vector;
typedef f4_unaligned vector_unaligned;
#define WIDTH 4
#define TILE_VECTORS 1
#define NARROW_ROWS 6
#else
typedef f4 vector;
typedef f4_unaligned vector_unaligned;
#define WIDTH 4
#define TILE_VECTORS 4
#define NARROW_ROWS 12
#endif

// The widest tile's columns: a packed panel of B is this wide.
#define PANEL (WIDTH * TILE_VECTORS)

NABLA_INLINE vector load_vector(const float *p) { return *(const vector_unaligned *)p; }
NABLA_INLINE void store_vector(float *p, vector v) { *(vector_unaligned *)p = v; }

// The first 1 ≤ count ≤ WIDTH elements, zeros in the other lanes.
NABLA_INLINE vector load_vector_some(const float *p, long count) {
#if defined(LEVEL_AVX512)
  return (f16)_mm512_maskz_loadu_ps((__mmask16)(0xffffu >> (16 - count)), p);
#elif defined(LEVEL_AVX2)
  return (f8)_mm256_maskload_ps(p, mask_of(count));
#else
  vector v = (vector)0.0f;
  v.x = p[0];
  if (count > 1) v.y = p[1];
  if (count > 2) v.z = p[2];
  if (count > 3) v.w = p[3];
  return v;
#endif
}

NABLA_INLINE void store_vector_some(float *p, long count, vector v) {
#if defined(LEVEL_AVX512)
  _mm512_mask_storeu_ps(p, (__mmask16)(0xffffu >> (16 - count)), (__m512)v);
#elif defined(LEVEL_AVX2)
  _mm256_maskstore_ps(p, mask_of(count), (__m256)v);
#else
  p[0] = v.x;
  if (count > 1) p[1] = v.y;
  if (count > 2) p[2] = v.z;
  if (count > 3) p[3] = v.w;
#endif
}

// What a tile works on. `last` counts the columns of the last vector.
typedef struct {
  long k;
  const float *a;
  long a_row, a_k;
  const float *b;
  long b_k;
  long last;
  float *c;
  long ldc;
  int accumulate;
} Tile;

#define UNROLL _Pragma("clang loop unroll(full)")

// `partial`: the last vector of B ends early; `transposed`: A's rows are adjacent, else its k are.
NABLA_INLINE void tile_body(
  const int rows, const int vectors, const int partial, const int transposed, const Tile *t
) {
  vector sum[NARROW_ROWS][TILE_VECTORS];
  const long a_row = transposed ? 1 : t->a_row, a_k = transposed ? t->a_k : 1;
  const long last = t->last, b_k = t->b_k, k = t->k, ldc = t->ldc;
  float *c = t->c;
  if (t->accumulate) {
    UNROLL for (int r = 0; r < rows; r++) {
      UNROLL for (int v = 0; v < vectors - 1; v++) sum[r][v] = load_vector(c + r * ldc + v * WIDTH);
      sum[r][vectors - 1] = load_vector_some(c + r * ldc + (vectors - 1) * WIDTH, last);
    }
  } else {
    UNROLL for (int r = 0; r < rows; r++) {
      UNROLL for (int v = 0; v < vectors; v++) sum[r][v] = (vector)0.0f;
    }
  }
  const float *a = t->a, *b = t->b;
  for (long i = 0; i < k; i++) {
    vector bv[TILE_VECTORS];
    UNROLL for (int v = 0; v < vectors; v++) {
      bv[v] = partial && v == vectors - 1 ? load_vector_some(b + v * WIDTH, last)
                                          : load_vector(b + v * WIDTH);
    }
    UNROLL for (int r = 0; r < rows; r++) {
      vector av = (vector)a[r * a_row];
      UNROLL for (int v = 0; v < vectors; v++) sum[r][v] = FMA(av, bv[v], sum[r][v]);
    }
    a += a_k;
    b += b_k;
  }
  UNROLL for (int r = 0; r < rows; r++) {
    UNROLL for (int v = 0; v < vectors - 1; v++) store_vector(c + r * ldc + v * WIDTH, sum[r][v]);
    store_vector_some(c + r * ldc + (vectors - 1) * WIDTH, last, sum[r][vectors - 1]);
  }
}

// One function a shape; VECTORS 1 has more rows, to keep enough chains in flight.
#define TILE_FUNCTION(R, V)                                                                    \
  static __attribute__((noinline)) void tile_##R##_##V(const Tile *t, int partial, int trans) { \
    if (partial) {                                                                             \
      if (trans) tile_body(R, V, 1, 1, t); else tile_body(R, V, 1, 0, t);                      \
    } else {                                                                                   \
      if (trans) tile_body(R, V, 0, 1, t); else tile_body(R, V, 0, 0, t);                      \
    }                                                                                          \
  }

typedef void (*TileFunction)(const Tile *t, int partial, int transposed);

#define SIX_ROWS(V)                                                                   \
  TILE_FUNCTION(1, V) TILE_FUNCTION(2, V) TILE_FUNCTION(3, V) TILE_FUNCTION(4, V)      \
  TILE_FUNCTION(5, V) TILE_FUNCTION(6, V)
#define TEN_ROWS(V)                                                                   \
  SIX_ROWS(V) TILE_FUNCTION(7, V) TILE_FUNCTION(8, V) TILE_FUNCTION(9, V) TILE_FUNCTION(10, V)
#define TWELVE_ROWS(V) TEN_ROWS(V) TILE_FUNCTION(11, V) TILE_FUNCTION(12, V)
#define SIX_NAMES(V) 0, tile_1_##V, tile_2_##V, tile_3_##V, tile_4_##V, tile_5_##V, tile_6_##V
#define TEN_NAMES(V) SIX_NAMES(V), tile_7_##V, tile_8_##V, tile_9_##V, tile_10_##V
#define TWELVE_NAMES(V) TEN_NAMES(V), tile_11_##V, tile_12_##V

#if defined(LEVEL_AVX2)
TEN_ROWS(1)
SIX_ROWS(2)
static const TileFunction tiles[TILE_VECTORS + 1][NARROW_ROWS + 1] = {
  {0}, {TEN_NAMES(1)}, {SIX_NAMES(2)}};
static const int tile_rows[TILE_VECTORS + 1] = {0, 10, 6};
#elif TILE_VECTORS == 1
SIX_ROWS(1)
static const TileFunction tiles[TILE_VECTORS + 1][NARROW_ROWS + 1] = {{0}, {SIX_NAMES(1)}};
static const int tile_rows[TILE_VECTORS + 1] = {0, 6};
#else
TWELVE_ROWS(1)
TWELVE_ROWS(2)
SIX_ROWS(3)
SIX_ROWS(4)
static const TileFunction tiles[TILE_VECTORS + 1][NARROW_ROWS + 1] = {
  {0}, {TWELVE_NAMES(1)}, {TWELVE_NAMES(2)}, {SIX_NAMES(3)}, {SIX_NAMES(4)}};
static const int tile_rows[TILE_VECTORS + 1] = {0, 12, 12, 6, 6};
#endif
