// exp and log in double precision, for one number and for eight, from one text. The polynomials
// are those of FreeBSD's msun (e_exp.c, e_log.c; Sun Microsystems, 1993), here with explicit fused
// multiply-adds.

// Included twice by itself: with D = double, then D = d8.
#ifndef DOUBLE_MATH_TEXT
#define DOUBLE_MATH_TEXT

NABLA_INLINE int64_t bits_scalar(double x) {
  union { double d; int64_t i; } u = {.d = x};
  return u.i;
}
NABLA_INLINE double from_bits_scalar(int64_t x) {
  union { int64_t i; double d; } u = {.i = x};
  return u.d;
}
NABLA_INLINE double to_double_scalar(int64_t x) { return (double)x; }
NABLA_INLINE l8 bits_eight(d8 x) { return (l8)x; }
NABLA_INLINE d8 from_bits_eight(l8 x) { return (d8)x; }
// For |x| < 2⁵¹: no instruction for this before AVX-512.
NABLA_INLINE d8 to_double_eight(l8 x) {
  const double magic = 0x1.8p52;
  return (d8)(x + bits_scalar(magic)) - magic;
}

#define D double
#define DI int64_t
#define NAME(x) x##_scalar
#include "DoubleMath.h"
#undef D
#undef DI
#undef NAME

#define D d8
#define DI l8
#define NAME(x) x##_eight
#include "DoubleMath.h"
#undef D
#undef DI
#undef NAME

static double exp_double(double x) { return exp_scalar(x); }
static double log_double(double x) { return log_scalar(x); }

#else

// Adding it rounds a double of modest size to a whole number, kept in the low bits.
#define ROUND_TO_WHOLE 0x1.8p52

NABLA_INLINE D NAME(exp)(D x) {
  x = x > 710.0 ? (D)710.0 : x;
  x = x < -746.0 ? (D)-746.0 : x;
  D z = FMA(x, (D)1.44269504088896338700, (D)ROUND_TO_WHOLE);
  DI n = NAME(bits)(z) - bits_scalar(ROUND_TO_WHOLE);
  D k = z - ROUND_TO_WHOLE;
  D high = FMA(k, (D)-6.93147180369123816490e-01, x);
  D low = k * 1.90821492927058770002e-10;
  D r = high - low;
  D t = r * r;
  D p = (D)4.13813679705723846039e-08;
  p = FMA(p, t, (D)-1.65339022054652515390e-06);
  p = FMA(p, t, (D)6.61375632143793436117e-05);
  p = FMA(p, t, (D)-2.77777777770155933842e-03);
  p = FMA(p, t, (D)1.66666666666666019037e-01);
  D c = FMA(-t, p, r);
  D y = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
  // In two steps, so that results below the smallest normal number are rounded once, by the last.
  DI half = n >> 1;
  return y * NAME(from_bits)((half + 1023) << 52) * NAME(from_bits)((n - half + 1023) << 52);
}

NABLA_INLINE D NAME(log)(D x) {
  D scaled = x < 0x1p-1022 ? x * 0x1p54 : x;
  DI bits = NAME(bits)(scaled);
  // m in [√½, √2), x = 2^e · m.
  DI e = (bits - 0x3fe6a09e667f3bcd) >> 52;
  D m = NAME(from_bits)(bits - (e << 52));
  D k = NAME(to_double)(e);
  k = x < 0x1p-1022 ? k - 54.0 : k;
  D f = m - 1.0;
  D s = f / (2.0 + f);
  D z = s * s;
  D p = (D)1.479819860511658591e-01;
  p = FMA(p, z, (D)1.531383769920937332e-01);
  p = FMA(p, z, (D)1.818357216161805012e-01);
  p = FMA(p, z, (D)2.222219843214978396e-01);
  p = FMA(p, z, (D)2.857142874366239149e-01);
  p = FMA(p, z, (D)3.999999999940941908e-01);
  p = FMA(p, z, (D)6.666666666666735130e-01);
  p = p * z;
  D h = 0.5 * f * f;
  D y = FMA(
    k, (D)6.93147180369123816490e-01,
    f - (h - FMA(s, h + p, k * 1.90821492927058770002e-10)));
  D special = x == 0.0 ? (D)-INFINITY : x < 0.0 ? (D)NAN : x;
  return ((x > 0.0) & (x < INFINITY)) ? y : special;
}

#endif
