// Groups of instructions, tile by tile: every member does its part of a few rows before the next
// rows are begun.

// Operands of one call, with the strides between rows and columns.
typedef struct {
  const float *p;
  long row, column;
} TileView;

NABLA_INLINE void tile_copy(long rows, long columns, TileView a, float *out, long out_row) {
  for (long r = 0; r < rows; r++) {
    const float *p = a.p + r * a.row;
    float *q = out + r * out_row;
    for (long i = 0; i < columns; i += 16)
      store_upto(q + i, columns - i, row_part(p, a.column, i, columns - i));
  }
}

NABLA_INLINE void tile_select(
  long rows, long columns, TileView a, TileView mask, float value, float *out, long out_row
) {
  for (long r = 0; r < rows; r++) {
    const float *p = a.p + r * a.row, *m = mask.p + r * mask.row;
    float *q = out + r * out_row;
    for (long i = 0; i < columns; i += 16) {
      f16 x = row_part(p, a.column, i, columns - i), s = row_part(m, mask.column, i, columns - i);
      store_upto(q + i, columns - i, s != 0.0f ? splat(value) : x);
    }
  }
}

// The place that a number names, or −1 when it names none.
NABLA_INLINE long tile_place(float index, long count) {
  return index >= 0.0f && index < (float)count && index == (float)(long)index ? (long)index : -1;
}

NABLA_INLINE NablaAdam tile_adam(const NablaTileMember *m) {
  return (NablaAdam){
    .gradient_scale = 1.0f, .beta1 = *m->scalar[0], .beta2 = *m->scalar[1],
    .correction1 = *m->scalar[2], .correction2 = *m->scalar[3], .rate = *m->scalar[4],
    .epsilon = *m->scalar[5]};
}

// Members whose kernels know no strides between rows are called row by row when they need them.
#define EACH_ROW(CALL)                                     \
  if (m->dense) {                                          \
    const long n = rows * columns, r = 0;                  \
    (void)r;                                               \
    CALL;                                                  \
  } else {                                                 \
    const long n = columns;                                \
    for (long r = 0; r < rows; r++) {                      \
      CALL;                                                \
    }                                                      \
  }                                                        \
  break

#define ROW(v) ((v).p + r * (v).row)

NABLA_INLINE void tile_call(
  const NablaTileMember *m, long rows, TileView a, TileView b, TileView c, float *out
) {
  const long columns = m->columns, out_row = m->out.row;
  switch ((NablaTileKind)m->kind) {
    case NABLA_TILE_COPY:
      if (m->dense) tile_copy(1, rows * columns, a, out, 0);
      else tile_copy(rows, columns, a, out, out_row);
      break;
    case NABLA_TILE_FILL: {
      f16 value = splat(*m->scalar[0]);
      for (long i = 0, n = rows * columns; i < n; i += 16) store_upto(out + i, n - i, value);
      break;
    }
    case NABLA_TILE_MAP:
      EACH_ROW(map((NablaUnary)m->f, n, ROW(a), out + r * out_row, *m->scalar[0]));
    case NABLA_TILE_MAP_GRADIENT:
      EACH_ROW(map_gradient(
        (NablaUnary)m->f, n, ROW(a), ROW(b), ROW(c), out + r * out_row, *m->scalar[0]));
    case NABLA_TILE_ZIP:
      if (m->dense) {
        zip((NablaBinary)m->f, 1, rows * columns, a.p, 0, a.column, b.p, 0, b.column, out);
      } else if (out_row != columns) {
        for (long r = 0; r < rows; r++)
          zip(
            (NablaBinary)m->f, 1, columns, ROW(a), 0, a.column, ROW(b), 0, b.column,
            out + r * out_row);
      } else if (columns == 1 && a.row <= 1 && b.row <= 1) {
        // A column is better walked as a row.
        zip((NablaBinary)m->f, 1, rows, a.p, 0, a.row, b.p, 0, b.row, out);
      } else {
        zip((NablaBinary)m->f, rows, columns, a.p, a.row, a.column, b.p, b.row, b.column, out);
      }
      break;
    case NABLA_TILE_SELECT: tile_select(rows, columns, a, b, *m->scalar[0], out, out_row); break;
    case NABLA_TILE_REDUCE:
      if (a.row == columns) {
        reduce((NablaReduction)m->f, rows, columns, 1, a.p, out);
      } else {
        for (long r = 0; r < rows; r++) reduce((NablaReduction)m->f, 1, columns, 1, ROW(a), out + r);
      }
      break;
    case NABLA_TILE_SOFTMAX:
      for (long r = 0; r < rows; r++) softmax(1, columns, ROW(a), out + r * columns);
      break;
    case NABLA_TILE_LOG_SOFTMAX:
      for (long r = 0; r < rows; r++) log_softmax(1, columns, ROW(a), out + r * columns);
      break;
    case NABLA_TILE_SOFTMAX_GRADIENT:
      for (long r = 0; r < rows; r++)
        softmax_gradient(1, columns, ROW(a), ROW(b), out + r * columns);
      break;
    case NABLA_TILE_LOG_SOFTMAX_GRADIENT:
      for (long r = 0; r < rows; r++)
        log_softmax_gradient(1, columns, ROW(a), ROW(b), out + r * columns);
      break;
    case NABLA_TILE_PICK:
      for (long r = 0; r < rows; r++) {
        long place = tile_place(*ROW(b), columns);
        out[r] = place < 0 ? NAN : ROW(a)[place];
      }
      break;
    case NABLA_TILE_PICK_GRADIENT:
      for (long r = 0; r < rows; r++) {
        long place = tile_place(*ROW(b), columns);
        float *q = out + r * columns;
        for (long i = 0; i < columns; i += 16) store_upto(q + i, columns - i, splat(0.0f));
        if (place >= 0) q[place] = *ROW(a);
      }
      break;
    case NABLA_TILE_SCALED_ADD:
      EACH_ROW(scaled_add(n, *m->scalar[0], ROW(a), ROW(b), out + r * out_row));
    case NABLA_TILE_SQUARES: break;  // see tile_squared
    case NABLA_TILE_MOVING_AVERAGE:
      EACH_ROW(moving_average(n, *m->scalar[0], ROW(a), ROW(b), out + r * out_row));
    case NABLA_TILE_MOVING_SQUARE:
      EACH_ROW(moving_square(n, *m->scalar[0], ROW(a), ROW(b), out + r * out_row));
    case NABLA_TILE_MOMENTUM:
      if (*m->scalar[1] <= 1.0f) {
        if (m->dense) tile_copy(1, rows * columns, b, out, 0);
        else tile_copy(rows, columns, b, out, out_row);
        break;
      }
      EACH_ROW(scaled_add(n, *m->scalar[0], ROW(a), ROW(b), out + r * out_row));
    case NABLA_TILE_ADAM_DELTA:
      EACH_ROW(adam_delta(n, *m->scalar[0], *m->scalar[1], ROW(a), ROW(b), out + r * out_row));
    case NABLA_TILE_ADAM: {
      NablaAdam adam = tile_adam(m);
      EACH_ROW(
        adam_update(&adam, n, out + r * out_row, ROW(a), (float *)ROW(b), (float *)ROW(c)));
    }
  }
}

#undef EACH_ROW
#undef ROW

NABLA_INLINE TileView tile_view(
  const NablaTileOperand *o, long tile, long row, float *scratch
) {
  if (!o->base) {
    return (TileView){
      .p = scratch + o->scratch + (row - tile) * o->row, .row = o->row, .column = o->column};
  }
  return (TileView){.p = o->base + row * o->row, .row = o->row, .column = o->column};
}

// Rows from `row` on for which an operand's rows follow each other, at most `rows`.
NABLA_INLINE long tile_run(const NablaTileOperand *o, long row, long rows) {
  if (o->divide == 0) return rows;
  long left = o->divide > 1 ? o->divide - row % o->divide : o->modulo - row % o->modulo;
  return left < rows ? left : rows;
}

NABLA_INLINE TileView tile_periodic_view(
  const NablaTileOperand *o, long tile, long row, float *scratch
) {
  if (o->divide == 0) return tile_view(o, tile, row, scratch);
  return (TileView){
    .p = o->base + (row / o->divide) % o->modulo * o->row, .row = o->divide > 1 ? 0 : o->row,
    .column = o->column};
}

static void tile_periodic_member(const NablaTileMember *m, long tile, long end, float *scratch) {
  long row = tile;
  while (row < end) {
    long rows = end - row;
    for (int i = 0; i < m->operands; i++) rows = tile_run(&m->in[i], row, rows);
    TileView v[NABLA_TILE_OPERANDS];
    for (int i = 0; i < NABLA_TILE_OPERANDS; i++)
      v[i] = tile_periodic_view(&m->in[i], tile, row, scratch);
    tile_call(m, rows, v[0], v[1], v[2], (float *)tile_view(&m->out, tile, row, scratch).p);
    row += rows;
  }
}

// Rows of one number; a tile lies within one block.
// A member with lanes; its rows are single numbers.
static void tile_squared(const NablaTileMember *m, long row, long rows) {
  float *lanes = m->lanes + row / NABLA_SQUARES_BLOCK * NABLA_SQUARES_LANES;
  int from_zero = row % NABLA_SQUARES_BLOCK == 0;
  const float *g = m->in[0].base + row;
  if (m->kind == NABLA_TILE_SQUARES) {
    add_squares(rows, g, from_zero, lanes);
    return;
  }
  NablaAdam adam = tile_adam(m);
  adam_update_squared(
    &adam, rows, m->out.base + row, g, m->in[1].base + row, m->in[2].base + row, from_zero, lanes);
}

static void run_tiles(const NablaTileGroup *group, long from, long to) {
  float scratch[NABLA_TILE_SCRATCH] __attribute__((aligned(64)));
  for (long row = from; row < to; row += group->tile_rows) {
    long rows = to - row < group->tile_rows ? to - row : group->tile_rows;
    for (long i = 0; i < group->count; i++) {
      const NablaTileMember *m = &group->members[i];
      if (m->lanes) {
        tile_squared(m, row, rows);
        continue;
      }
      if (__builtin_expect(m->periodic, 0)) {
        tile_periodic_member(m, row, row + rows, scratch);
        continue;
      }
      tile_call(
        m, rows, tile_view(&m->in[0], row, row, scratch), tile_view(&m->in[1], row, row, scratch),
        tile_view(&m->in[2], row, row, scratch),
        (float *)tile_view(&m->out, row, row, scratch).p);
    }
  }
}
