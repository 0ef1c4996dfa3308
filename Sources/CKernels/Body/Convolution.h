// Convolutions as matrix products over blocks of output pixels. The windows of a block are laid
// out as the columns of a matrix, taps × pixels, in a scratch that stays in the cache; a tap is a
// channel of the group with a row and a column of the kernel.

enum { BLOCK = CONVOLUTION_BLOCK };

// What all three products share: sizes of one group, and the image with its padding around it.
typedef struct {
  const NablaConvolution *s;
  long taps, pixels, channels, outputs;
  long height, width;  // of the padded image: as far as windows reach
  int padded;          // whether that differs from the image
  int plain;           // one tap a channel, nothing moved: no columns are needed
} Convolution;

static Convolution convolution_of(const NablaConvolution *s) {
  Convolution c = {.s = s};
  c.channels = s->in_channels / s->groups;
  c.outputs = s->out_channels / s->groups;
  c.taps = c.channels * s->kernel_height * s->kernel_width;
  c.pixels = s->out_height * s->out_width;
  c.height = (s->out_height - 1) * s->stride_y + (s->kernel_height - 1) * s->dilation_y + 1;
  c.width = (s->out_width - 1) * s->stride_x + (s->kernel_width - 1) * s->dilation_x + 1;
  c.padded = s->padding_y > 0 || s->padding_x > 0 || c.height > s->in_height
    || c.width > s->in_width;
  if (!c.padded) {
    c.height = s->in_height;
    c.width = s->in_width;
  }
  c.plain = !c.padded && s->kernel_height == 1 && s->kernel_width == 1 && s->stride_y == 1
    && s->stride_x == 1 && c.pixels == c.height * c.width;
  return c;
}

// The part of rows or columns of the padded image that the image lies in: begin ..< end, from
// `begin − padding` of the image.
static void inside(long padding, long extent, long padded, long *begin, long *end) {
  *begin = padding < padded ? padding : padded;
  *end = padding + extent < padded ? padding + extent : padded;
}

// One group of one sample with zeros around it.
static const float *padded_image(const Convolution *c, const float *image, float *to) {
  if (!c->padded) return image;
  const NablaConvolution *s = c->s;
  long top, bottom, left, right;
  inside(s->padding_y, s->in_height, c->height, &top, &bottom);
  inside(s->padding_x, s->in_width, c->width, &left, &right);
  for (long channel = 0; channel < c->channels; channel++) {
    for (long row = 0; row < c->height; row++) {
      float *line = to + (channel * c->height + row) * c->width;
      if (row < top || row >= bottom) {
        for (long i = 0; i < c->width; i++) line[i] = 0.0f;
        continue;
      }
      const float *from =
        image + (channel * s->in_height + row - s->padding_y) * s->in_width - s->padding_x;
      for (long i = 0; i < left; i++) line[i] = 0.0f;
      for (long i = left; i < right; i += 16)
        store_upto(line + i, right - i, load_upto(from + i, right - i));
      for (long i = right; i < c->width; i++) line[i] = 0.0f;
    }
  }
  return to;
}

// Adjacent pixels of one output row within a block.
typedef struct { long at, count, offset; } Segment;

static long segments_of(const Convolution *c, long first, long count, Segment *segments) {
  const NablaConvolution *s = c->s;
  long number = 0;
  for (long at = 0; at < count;) {
    long y = (first + at) / s->out_width, x = (first + at) % s->out_width;
    long here = s->out_width - x < count - at ? s->out_width - x : count - at;
    segments[number++] = (Segment){
      .at = at, .count = here, .offset = y * s->stride_y * c->width + x * s->stride_x};
    at += here;
  }
  return number;
}

// Where a tap's first window reads.
static long tap_offset(const Convolution *c, long tap) {
  const NablaConvolution *s = c->s;
  long column = tap % s->kernel_width, rest = tap / s->kernel_width;
  long row = rest % s->kernel_height, channel = rest / s->kernel_height;
  return (channel * c->height + row * s->dilation_y) * c->width + column * s->dilation_x;
}

// The same for output rows of whole eights, where every eight pixels are adjacent in the image.
static void columns_of_eights(
  const Convolution *c, const float *image, long from, long to, long first, long count,
  float *columns
) {
  const NablaConvolution *s = c->s;
  long offsets[BLOCK / 8];
  for (long i = 0; i < count / 8; i++) {
    long y = (first + 8 * i) / s->out_width, x = (first + 8 * i) % s->out_width;
    offsets[i] = y * s->stride_y * c->width + x;
  }
  for (long tap = from; tap < to; tap++) {
    const float *base = image + tap_offset(c, tap);
    float *row = columns + (tap - from) * BLOCK;
    if (count == BLOCK) {
      UNROLL for (long i = 0; i < BLOCK / 8; i++) store_eight(row + 8 * i, load_eight(base + offsets[i]));
    } else {
      for (long i = 0; i < count / 8; i++) store_eight(row + 8 * i, load_eight(base + offsets[i]));
    }
  }
}

// columns[tap − from][pixel] for the taps from ..< to; BLOCK floats a tap.
static void columns_of(
  const Convolution *c, const float *image, long from, long to, long first, long count,
  float *columns
) {
  long stride = c->s->stride_x;
  if (stride == 1 && c->s->out_width % 8 == 0) {
    columns_of_eights(c, image, from, to, first, count, columns);
    return;
  }
  Segment segments[BLOCK];
  long number = segments_of(c, first, count, segments);
  for (long tap = from; tap < to; tap++) {
    const float *base = image + tap_offset(c, tap);
    float *row = columns + (tap - from) * BLOCK;
    for (long i = 0; i < number; i++) {
      const float *source = base + segments[i].offset;
      float *target = row + segments[i].at;
      long count = segments[i].count;
      if (stride == 1) {
        for (long j = 0; j < count; j += 16)
          store_upto(target + j, count - j, load_upto(source + j, count - j));
      } else {
        for (long j = 0; j < count; j++) target[j] = source[j * stride];
      }
    }
  }
}

// Adds each channel's bias to its row of pixels, while the block is still at hand.
static void add_bias(const NablaProduct *p, const float *bias) {
  for (long row = 0; row < p->m; row++) {
    float *line = p->c + row * p->ldc;
    f16 all = splat(bias[row]);
    for (long i = 0; i < p->n; i += 16)
      store_upto(line + i, p->n - i, load_upto(line + i, p->n - i) + all);
  }
}

static void convolution(
  const NablaConvolution *s, const float *x, const float *w, const float *bias, float *y,
  long from, long to, float *scratch
) {
  Convolution c = convolution_of(s);
  float *columns = scratch, *room = scratch + c.taps * BLOCK;
  long blocks = (c.pixels + BLOCK - 1) / BLOCK;
  for (long group = 0; group < s->groups; group++) {
    long sample = -1;
    const float *image = 0;
    for (long block = from; block < to; block++) {
      if (block / blocks != sample) {
        sample = block / blocks;
        const float *whole = x
          + (sample * s->in_channels + group * c.channels) * s->in_height * s->in_width;
        image = padded_image(&c, whole, room);
      }
      long first = block % blocks * BLOCK;
      long count = c.pixels - first < BLOCK ? c.pixels - first : BLOCK;
      NablaProduct p = {
        .m = c.outputs, .n = count, .k = c.taps, .a = w + group * c.outputs * c.taps,
        .a_row = c.taps, .a_k = 1, .b = columns, .ldb = BLOCK,
        .c = y + (sample * s->out_channels + group * c.outputs) * c.pixels + first,
        .ldc = c.pixels};
      if (c.plain) {
        p.b = image + first;
        p.ldb = c.pixels;
      } else {
        columns_of(&c, image, 0, c.taps, first, count, columns);
      }
      product_in_place(&p, 0, p.m, 0, p.n);
      if (bias) add_bias(&p, bias + group * c.outputs);
    }
  }
}

// Adds each tap's products to the places that its windows read, so that every place meets its output
// pixels in ascending order: the last tap first.
static void add_columns(
  const Convolution *c, const float *columns, const Segment *segments, long number, float *image
) {
  const NablaConvolution *s = c->s;
  long stride = s->stride_x;
  for (long tap = c->taps - 1; tap >= 0; tap--) {
    float *base = image + tap_offset(c, tap);
    const float *row = columns + tap * BLOCK;
    for (long i = 0; i < number; i++) {
      float *target = base + segments[i].offset;
      const float *source = row + segments[i].at;
      long count = segments[i].count;
      if (stride == 1) {
        for (long j = 0; j < count; j += 16) {
          f16 sum = load_upto(target + j, count - j) + load_upto(source + j, count - j);
          store_upto(target + j, count - j, sum);
        }
      } else {
        for (long j = 0; j < count; j++) target[j * stride] += source[j];
      }
    }
  }
}

// The image without what was put around it.
static void cut_out(const Convolution *c, const float *from, float *image) {
  const NablaConvolution *s = c->s;
  long top, bottom, left, right;
  inside(s->padding_y, s->in_height, c->height, &top, &bottom);
  inside(s->padding_x, s->in_width, c->width, &left, &right);
  for (long channel = 0; channel < c->channels; channel++) {
    for (long row = 0; row < s->in_height; row++) {
      float *line = image + (channel * s->in_height + row) * s->in_width;
      long y = row + s->padding_y;
      const float *source = from + (channel * c->height + y) * c->width + s->padding_x;
      for (long i = 0; i < s->in_width; i++) {
        long column = i + s->padding_x;
        line[i] = y >= top && y < bottom && column >= left && column < right ? source[i] : 0.0f;
      }
    }
  }
}

// Lanes `first` ..< `end` of the sixteen elements at p, zeros in the others; those are not read.
NABLA_INLINE f16 load_window(const float *p, long first, long end) {
#if defined(LEVEL_AVX512)
  uint32_t mask = (0xffffu >> (16 - end)) & (0xffffu << first);
  return (f16)_mm512_maskz_loadu_ps((__mmask16)mask, p);
#else
  union { float f[16]; f16 v; } lanes = {.v = (f16)0.0f};
  for (long i = first; i < end; i++) lanes.f[i] = p[i];
  return lanes.v;
#endif
}

// One row of the input's gradient from the products of a channel's taps, [taps of a channel][pixels]:
// every place meets its output pixels in ascending order. Adding the zeros outside changes nothing.
static void gather_row(const Convolution *c, const float *products, long row, float *out) {
  const NablaConvolution *s = c->s;
  for (long i = 0; i < s->in_width; i += 16) {
    f16 sum = splat(0.0f);
    for (long ky = s->kernel_height - 1; ky >= 0; ky--) {
      long from_top = row + s->padding_y - ky * s->dilation_y;
      if (from_top < 0 || from_top % s->stride_y != 0) continue;
      long y = from_top / s->stride_y;
      if (y >= s->out_height) continue;
      const float *line = products + ky * s->kernel_width * c->pixels + y * s->out_width;
      for (long kx = s->kernel_width - 1; kx >= 0; kx--) {
        long x = i + s->padding_x - kx * s->dilation_x;
        const float *p = line + kx * c->pixels + x;
        if (x >= 0 && x + 16 <= s->out_width) {
          sum += load(p);
        } else if (x > -16 && x < s->out_width) {
          sum += load_window(p, x < 0 ? -x : 0, s->out_width - x < 16 ? s->out_width - x : 16);
        }
      }
    }
    store_upto(out + i, s->in_width - i, sum);
  }
}

// Where outputs are one place apart: the products of some channels over all pixels, gathered.
static void gather_channels(
  const Convolution *c, const float *g, const float *w, float *dx, float *scratch
) {
  const NablaConvolution *s = c->s;
  long area = s->kernel_height * s->kernel_width;
  long together = nabla_gathered_channels(s);
  for (long channel = 0; channel < c->channels; channel += together) {
    long here = c->channels - channel < together ? c->channels - channel : together;
    NablaProduct p = {
      .m = here * area, .n = c->pixels, .k = c->outputs, .a = w + channel * area, .a_row = 1,
      .a_k = c->taps, .b = g, .ldb = c->pixels, .c = scratch, .ldc = c->pixels};
    gemm(&p, 0, p.m, 0, p.n);
    for (long i = 0; i < here; i++) {
      float *plane = dx + (channel + i) * s->in_height * s->in_width;
      for (long row = 0; row < s->in_height; row++)
        gather_row(c, scratch + i * area * c->pixels, row, plane + row * s->in_width);
    }
  }
}

static void convolution_input_gradient(
  const NablaConvolution *s, const float *g, const float *w, float *dx, long from, long to,
  float *scratch
) {
  Convolution c = convolution_of(s);
  float *columns = scratch, *room = scratch + c.taps * BLOCK;
  long size = c.channels * c.height * c.width;
  Segment segments[BLOCK];
  for (long sample = from; sample < to; sample++) {
    for (long group = 0; group < s->groups; group++) {
      float *whole =
        dx + (sample * s->in_channels + group * c.channels) * s->in_height * s->in_width;
      if (s->stride_x == 1 && !c.plain) {
        gather_channels(
          &c, g + (sample * s->out_channels + group * c.outputs) * c.pixels,
          w + group * c.outputs * c.taps, whole, scratch);
        continue;
      }
      float *image = c.padded ? room : whole;
      if (!c.plain)
        for (long i = 0; i < size; i++) image[i] = 0.0f;
      for (long first = 0; first < c.pixels; first += BLOCK) {
        long count = c.pixels - first < BLOCK ? c.pixels - first : BLOCK;
        NablaProduct p = {
          .m = c.taps, .n = count, .k = c.outputs, .a = w + group * c.outputs * c.taps,
          .a_row = 1, .a_k = c.taps,
          .b = g + (sample * s->out_channels + group * c.outputs) * c.pixels + first,
          .ldb = c.pixels, .c = c.plain ? image + first : columns,
          .ldc = c.plain ? c.pixels : BLOCK};
        gemm(&p, 0, p.m, 0, p.n);
        if (c.plain) continue;
        long number = segments_of(&c, first, count, segments);
        add_columns(&c, columns, segments, number, image);
      }
      if (c.padded) cut_out(&c, room, whole);
    }
  }
}

static void convolution_weight_gradient(
  const NablaConvolution *s, const float *x, const float *g, float *dw, long from, long to,
  float *scratch
) {
  Convolution c = convolution_of(s);
  long taps = to - from;
  float *columns = scratch, *sums = columns + taps * BLOCK, *room = sums + taps * c.outputs;
  for (long group = 0; group < s->groups; group++) {
    for (long i = 0; i < taps * c.outputs; i++) sums[i] = 0.0f;
    for (long sample = 0; sample < s->batch; sample++) {
      const float *whole =
        x + (sample * s->in_channels + group * c.channels) * s->in_height * s->in_width;
      const float *image = padded_image(&c, whole, room);
      for (long first = 0; first < c.pixels; first += BLOCK) {
        long count = c.pixels - first < BLOCK ? c.pixels - first : BLOCK;
        columns_of(&c, image, from, to, first, count, columns);
        NablaProduct p = {
          .m = taps, .n = c.outputs, .k = count, .a = columns, .a_row = BLOCK, .a_k = 1,
          .b = g + (sample * s->out_channels + group * c.outputs) * c.pixels + first,
          .ldb = c.pixels, .transpose_b = 1, .c = sums, .ldc = c.outputs, .accumulate = 1};
        gemm(&p, 0, p.m, 0, p.n);
      }
    }
    for (long output = 0; output < c.outputs; output++) {
      float *row = dw + (group * c.outputs + output) * c.taps + from;
      for (long tap = 0; tap < taps; tap++) row[tap] = sums[tap * c.outputs + output];
    }
  }
}
