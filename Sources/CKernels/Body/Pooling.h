// The largest element of windows, and its gradient; 2 × 2 windows side by side are the usual case.

// Rows or columns of a window that lie in the image: from its first one on, `step` apart.
typedef struct { long first, end, step; } Reach;

NABLA_INLINE Reach reach_of(long at, long extent, long kernel, long dilation) {
  long skip = at < 0 ? (-at + dilation - 1) / dilation : 0;
  long end = at + kernel * dilation;
  return (Reach){
    .first = at + skip * dilation, .end = end < extent ? end : extent, .step = dilation};
}

static int halves(const NablaPooling *s) {
  return s->kernel_height == 2 && s->kernel_width == 2 && s->stride_y == 2 && s->stride_x == 2
    && s->padding_y == 0 && s->padding_x == 0 && s->dilation_y == 1 && s->dilation_x == 1
    && s->out_height * 2 <= s->in_height && s->out_width * 2 <= s->in_width;
}

// The even and the odd elements of up to 32 adjacent ones.
typedef struct { f16 even, odd; } Pairs;

NABLA_INLINE Pairs load_pairs(const float *p, long pairs) {
  f16 a, b;
  if (pairs >= 16) {
    a = load(p), b = load(p + 16);
  } else if (pairs > 8) {
    a = load(p), b = load_some(p + 16, 2 * pairs - 16);
  } else {
    a = pairs == 8 ? load(p) : load_some(p, 2 * pairs), b = splat(0.0f);
  }
  return (Pairs){
    .even = __builtin_shufflevector(
      a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30),
    .odd = __builtin_shufflevector(
      a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31)};
}

NABLA_INLINE void store_pairs(float *p, long pairs, Pairs v) {
  f16 a = __builtin_shufflevector(
    v.even, v.odd, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  f16 b = __builtin_shufflevector(
    v.even, v.odd, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  store_upto(p, 2 * pairs, a);
  if (pairs > 8) store_upto(p + 16, 2 * pairs - 16, b);
}

static void max_pool(const NablaPooling *s, const float *x, float *y, long from, long to) {
  int fast = halves(s);
  for (long plane = from; plane < to; plane++) {
    const float *image = x + plane * s->in_height * s->in_width;
    float *out = y + plane * s->out_height * s->out_width;
    for (long row = 0; row < s->out_height; row++) {
      float *line = out + row * s->out_width;
      if (fast) {
        const float *above = image + 2 * row * s->in_width, *below = above + s->in_width;
        for (long i = 0; i < s->out_width; i += 16) {
          long left = s->out_width - i;
          Pairs a = load_pairs(above + 2 * i, left), b = load_pairs(below + 2 * i, left);
          store_upto(line + i, left, maximum(maximum(a.even, a.odd), maximum(b.even, b.odd)));
        }
        continue;
      }
      Reach r = reach_of(
        row * s->stride_y - s->padding_y, s->in_height, s->kernel_height, s->dilation_y);
      for (long column = 0; column < s->out_width; column++) {
        Reach q = reach_of(
          column * s->stride_x - s->padding_x, s->in_width, s->kernel_width, s->dilation_x);
        float most = -INFINITY;
        for (long i = r.first; i < r.end; i += r.step)
          for (long j = q.first; j < q.end; j += q.step)
            most = maximum_scalar(most, image[i * s->in_width + j]);
        line[column] = most;
      }
    }
  }
}

// The window's first largest place of four takes g, the others nothing.
NABLA_INLINE void share_of_four(Pairs a, Pairs b, f16 g, Pairs *above, Pairs *below) {
  f16 zero = splat(0.0f);
  // Later places win only when they are larger, or the first NaN.
  i16 odd = (a.odd > a.even) | ((a.odd != a.odd) & (a.even == a.even));
  f16 most = odd ? a.odd : a.even;
  i16 even_below = (b.even > most) | ((b.even != b.even) & (most == most));
  most = even_below ? b.even : most;
  i16 odd_below = (b.odd > most) | ((b.odd != b.odd) & (most == most));
  i16 is_below = even_below | odd_below;
  above->even = (odd | is_below) ? zero : g;
  above->odd = (odd & ~is_below) ? g : zero;
  below->even = (even_below & ~odd_below) ? g : zero;
  below->odd = odd_below ? g : zero;
}

static void halves_gradient(
  const NablaPooling *s, const float *image, const float *g, float *dx
) {
  long width = s->in_width, whole = 2 * s->out_width;
  for (long row = 0; row < s->out_height; row++) {
    const float *above = image + 2 * row * width, *below = above + width;
    float *to_above = dx + 2 * row * width, *to_below = to_above + width;
    for (long i = 0; i < s->out_width; i += 16) {
      long left = s->out_width - i;
      Pairs a = load_pairs(above + 2 * i, left), b = load_pairs(below + 2 * i, left), da, db;
      share_of_four(a, b, load_upto(g + row * s->out_width + i, left), &da, &db);
      store_pairs(to_above + 2 * i, left, da);
      store_pairs(to_below + 2 * i, left, db);
    }
    for (long i = whole; i < width; i++) to_above[i] = to_below[i] = 0.0f;
  }
  for (long i = 2 * s->out_height * width; i < s->in_height * width; i++) dx[i] = 0.0f;
}

static void max_pool_gradient(
  const NablaPooling *s, const float *x, const float *g, float *dx, long from, long to
) {
  int fast = halves(s);
  long size = s->in_height * s->in_width;
  for (long plane = from; plane < to; plane++) {
    const float *image = x + plane * size, *upstream = g + plane * s->out_height * s->out_width;
    float *out = dx + plane * size;
    if (fast) {
      halves_gradient(s, image, upstream, out);
      continue;
    }
    for (long i = 0; i < size; i++) out[i] = 0.0f;
    for (long row = 0; row < s->out_height; row++) {
      Reach r = reach_of(
        row * s->stride_y - s->padding_y, s->in_height, s->kernel_height, s->dilation_y);
      for (long column = 0; column < s->out_width; column++) {
        Reach q = reach_of(
          column * s->stride_x - s->padding_x, s->in_width, s->kernel_width, s->dilation_x);
        long place = -1;
        for (long i = r.first; i < r.end; i += r.step) {
          for (long j = q.first; j < q.end; j += q.step) {
            long here = i * s->in_width + j;
            float v = image[here];
            if (place < 0 || v > image[place] || (v != v && image[place] == image[place]))
              place = here;
          }
        }
        if (place >= 0) out[place] += upstream[row * s->out_width + column];
      }
    }
  }
}
