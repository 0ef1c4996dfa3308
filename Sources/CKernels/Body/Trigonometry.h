// sin and cos. Floats are reduced modulo π/2 in double precision, so sixteen at once stay accurate
// up to 10⁹; beyond, one by one with as many digits of 2/π as it takes. The double-precision
// polynomials are those of FreeBSD's msun (k_sin.c, k_cos.c; Sun Microsystems, 1993).

#define TWO_OVER_PI 6.36619772367581382433e-01
#define HALF_PI_HIGH 1.57079632679489655800e+00
#define HALF_PI_MIDDLE 6.12323399573676603587e-17
#define HALF_PI_LOW (-1.49738490485919000000e-33)

typedef struct { d8 r; l8 quadrant; } Reduced;

NABLA_INLINE Reduced reduce_eight(d8 x) {
  d8 z = FMA(x, (d8)TWO_OVER_PI, (d8)0x1.8p52);
  d8 k = z - 0x1.8p52;
  d8 r = FMA(k, (d8)-HALF_PI_HIGH, x);
  return (Reduced){.r = FMA(k, (d8)-HALF_PI_MIDDLE, r), .quadrant = (l8)z};
}

// sin of x shifted by `turn` quarter turns.
NABLA_INLINE f16 sine(f16 x, int turn) {
  Reduced low = reduce_eight(__builtin_convertvector(x.lo, d8));
  Reduced high = reduce_eight(__builtin_convertvector(x.hi, d8));
  f8 r0 = __builtin_convertvector(low.r, f8), r1 = __builtin_convertvector(high.r, f8);
  i8 q0 = __builtin_convertvector(low.quadrant, i8);
  i8 q1 = __builtin_convertvector(high.quadrant, i8);
  f16 r = __builtin_shufflevector(r0, r1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  i16 q = __builtin_shufflevector(q0, q1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  i16 huge = (absolute(x) > 1e9f) & (absolute(x) < INFINITY);
  if (__builtin_expect(__builtin_reduce_or(huge), 0)) {
    for (int lane = 0; lane < 16; lane++) {
      if (!huge[lane]) continue;
      double remainder;
      q[lane] = nabla_reduce_large((double)x[lane], &remainder);
      r[lane] = (float)remainder;
    }
  }
  q = q + turn;
  f16 z = r * r;
  f16 s = splat(-1.9515295891e-4f);
  s = FMA(s, z, splat(8.3321608736e-3f));
  s = FMA(s, z, splat(-1.6666654611e-1f));
  s = FMA(s * z, r, r);
  f16 c = splat(2.443315711809948e-5f);
  c = FMA(c, z, splat(-1.388731625493765e-3f));
  c = FMA(c, z, splat(4.166664568298827e-2f));
  c = FMA(c * z, z, FMA(splat(-0.5f), z, splat(1.0f)));
  f16 y = (q & 1) != 0 ? c : s;
  return (f16)((i16)y ^ ((q & 2) << 30));
}

NABLA_INLINE f16 sin16(f16 x) {
  f16 y = sine(x, 0);
  return x == 0.0f ? x : y;
}

NABLA_INLINE f16 cos16(f16 x) { return sine(x, 1); }

// The same for one double: the remainder in two parts.
NABLA_INLINE double sine_scalar(double x, int turn) {
  if (!(__builtin_fabs(x) < INFINITY)) return x - x;
  double high, low = 0;
  int quadrant;
  if (__builtin_fabs(x) > 1e5) {
    quadrant = nabla_reduce_large(x, &high);
  } else {
    double z = __builtin_fma(x, TWO_OVER_PI, 0x1.8p52);
    double k = z - 0x1.8p52;
    quadrant = (int)(bits_scalar(z) & 3);
    double r = __builtin_fma(-k, HALF_PI_HIGH, x);
    high = __builtin_fma(-k, HALF_PI_MIDDLE, r);
    low = __builtin_fma(-k, HALF_PI_MIDDLE, r - high) - k * HALF_PI_LOW;
  }
  quadrant += turn;
  double z = high * high, y;
  if (quadrant & 1) {
    double p = -1.13596475577881948265e-11;
    p = __builtin_fma(p, z, 2.08757232129817482790e-09);
    p = __builtin_fma(p, z, -2.75573143513906633035e-07);
    p = __builtin_fma(p, z, 2.48015872894767294178e-05);
    p = __builtin_fma(p, z, -1.38888888888741095749e-03);
    p = __builtin_fma(p, z, 4.16666666666666019037e-02);
    double half = 0.5 * z, w = 1.0 - half;
    y = w + (((1.0 - w) - half) + __builtin_fma(z * z, p, -(high * low)));
  } else {
    double p = 1.58969099521155010221e-10;
    p = __builtin_fma(p, z, -2.50507602534068634195e-08);
    p = __builtin_fma(p, z, 2.75573137070700676789e-06);
    p = __builtin_fma(p, z, -1.98412698298579493134e-04);
    p = __builtin_fma(p, z, 8.33333333332248946124e-03);
    double v = z * high;
    y = high - ((z * __builtin_fma(-v, p, 0.5 * low) - low) - v * -1.66666666666666324348e-01);
  }
  return quadrant & 2 ? -y : y;
}

static double sin_double(double x) { return x == 0 ? x : sine_scalar(x, 0); }
static double cos_double(double x) { return sine_scalar(x, 1); }
