// The matrix product over a rectangle of C: tiles of registers, and panels of B packed by blocks
// of k when they are read often enough to repay it.

// Longer blocks of k load and store C less often. Over a transposed A that spans more pages than the
// processor keeps track of, they are as short as that.
enum { K_BLOCK = 512, K_BLOCK_TURNED = 128 };

// The floats on those pages: beyond, walking over the rows of a matrix costs more than copying it.
enum { WALKABLE = 100 * 1024 };

// All the rows against up to PANEL columns of one block of k.
NABLA_INLINE void panel_product(
  Tile *t, long rows, long columns, int vectors, int partial, int transposed
) {
  const float *a = t->a;
  float *c = t->c;
  t->last = columns - (long)(vectors - 1) * WIDTH;
  // Rows are shared out evenly: 8 as 4 + 4, not 6 + 2.
  long most = tile_rows[vectors];
  long count = (rows + most - 1) / most;
  long each = rows / count, larger = rows % count;
  long row = 0;
  for (long i = 0; i < count; i++) {
    long height = each + (i < larger);
    t->a = a + row * t->a_row;
    t->c = c + row * t->ldc;
    tiles[vectors][height](t, partial, transposed);
    row += height;
  }
  t->a = a;
  t->c = c;
}

NABLA_INLINE int vectors_for(long columns) {
  return columns >= PANEL ? TILE_VECTORS : (int)((columns + WIDTH - 1) / WIDTH);
}

// B is read where it is.
static void product_in_place(
  const NablaProduct *p, long row0, long row1, long column0, long column1
) {
  int transposed = p->a_k != 1;
  for (long column = column0; column < column1; column += PANEL) {
    long columns = column1 - column < PANEL ? column1 - column : PANEL;
    int vectors = vectors_for(columns);
    Tile t = {
      .k = p->k, .a = p->a + row0 * p->a_row, .a_row = p->a_row, .a_k = p->a_k,
      .b = p->b + column, .b_k = p->ldb, .c = p->c + row0 * p->ldc + column, .ldc = p->ldc,
      .accumulate = p->accumulate};
    panel_product(&t, row1 - row0, columns, vectors, columns % WIDTH != 0, transposed);
  }
}

static __attribute__((noinline)) void product_packed(
  const NablaProduct *p, long row0, long row1, long column0, long column1
) {
  float panel[K_BLOCK * PANEL] __attribute__((aligned(64)));
  int transposed = p->a_k != 1;
  long most = transposed && p->a_k * p->k > WALKABLE ? K_BLOCK_TURNED : K_BLOCK;
  for (long k0 = 0; k0 < p->k; k0 += most) {
    long k = p->k - k0 < most ? p->k - k0 : most;
    for (long column = column0; column < column1; column += PANEL) {
      long columns = column1 - column < PANEL ? column1 - column : PANEL;
      int vectors = vectors_for(columns);
      long width = (long)vectors * WIDTH;
      if (p->transpose_b) {
        pack_columns(p->b + column * p->ldb + k0, p->ldb, k, columns, width, panel);
      } else {
        pack_rows(p->b + k0 * p->ldb + column, p->ldb, k, columns, width, panel);
      }
      Tile t = {
        .k = k, .a = p->a + row0 * p->a_row + k0 * p->a_k, .a_row = p->a_row, .a_k = p->a_k,
        .b = panel, .b_k = width, .c = p->c + row0 * p->ldc + column, .ldc = p->ldc,
        .accumulate = p->accumulate || k0 > 0};
      panel_product(&t, row1 - row0, columns, vectors, 0, transposed);
    }
  }
}

enum { TURNED_K = 800, TURNED_COLUMNS = 48 };

// Few rows against a transposed B, as Cᵀ = Bᵀ Aᵀ: the rows of A and C are turned, which are fewer
// than those of B.
static __attribute__((noinline)) void product_turned(
  const NablaProduct *p, long row0, long row1, long column0, long column1
) {
  float panel[TURNED_K * PANEL] __attribute__((aligned(64)));
  float block[TURNED_COLUMNS * PANEL] __attribute__((aligned(64)));
  long rows = row1 - row0;
  int vectors = vectors_for(rows);
  long width = (long)vectors * WIDTH;
  pack_columns(p->a + row0 * p->a_row, p->a_row, p->k, rows, width, panel);
  for (long column = column0; column < column1; column += TURNED_COLUMNS) {
    long columns = column1 - column < TURNED_COLUMNS ? column1 - column : TURNED_COLUMNS;
    Tile t = {
      .k = p->k, .a = p->b + column * p->ldb, .a_row = p->ldb, .a_k = 1, .b = panel, .b_k = width,
      .c = block, .ldc = width};
    panel_product(&t, columns, width, vectors, 0, 0);
    float *c = p->c + row0 * p->ldc + column;
    for (long i = 0; i < rows; i += WIDTH) {
      for (long j = 0; j < columns; j += WIDTH) {
        if (i + WIDTH <= rows && j + WIDTH <= columns) {
          turn_block(block + j * width + i, width, WIDTH, c + i * p->ldc + j, p->ldc);
          continue;
        }
        for (long r = i; r < rows && r < i + WIDTH; r++)
          for (long l = j; l < columns && l < j + WIDTH; l++) c[r * p->ldc + l] = block[l * width + r];
      }
    }
  }
}

static int is_better_turned(const NablaProduct *p, long rows, long columns) {
  return p->transpose_b && p->a_k == 1 && !p->accumulate && rows >= WIDTH && rows <= PANEL
    && p->k <= TURNED_K && columns >= TURNED_COLUMNS
    && 4 * rows * (p->k + columns) <= 3 * p->k * columns;
}

static int gemm_in_place(const NablaProduct *p, long rows) {
  int walkable = p->k * p->ldb <= WALKABLE && (rows < 200 || p->ldb <= 2 * PANEL);
  if (p->a_k != 1 && p->a_k * p->k > WALKABLE) walkable = 0;
  return !p->transpose_b && (rows < 24 || walkable);
}

static void gemm(const NablaProduct *p, long row0, long row1, long column0, long column1) {
  if (is_better_turned(p, row1 - row0, column1 - column0)) {
    product_turned(p, row0, row1, column0, column1);
  } else if (gemm_in_place(p, row1 - row0)) {
    product_in_place(p, row0, row1, column0, column1);
  } else {
    product_packed(p, row0, row1, column0, column1);
  }
}

// Panel number i of PANEL columns lies at i · PANEL · k: one after the other for all its k.
static void gemm_pack(const NablaProduct *p, long from, long to, float *packed) {
  long end = to * NABLA_PACK_PANEL < p->n ? to * NABLA_PACK_PANEL : p->n;
  for (long column = from * NABLA_PACK_PANEL; column < end; column += PANEL) {
    long columns = p->n - column < PANEL ? p->n - column : PANEL;
    long width = (long)vectors_for(columns) * WIDTH;
    float *panel = packed + column * p->k;
    if (p->transpose_b) {
      pack_columns(p->b + column * p->ldb, p->ldb, p->k, columns, width, panel);
    } else {
      pack_rows(p->b + column, p->ldb, p->k, columns, width, panel);
    }
  }
}

// Rows of a turned A that are copied to lie together: a tile of it as it is has a few numbers on
// every k's page.
enum { A_ROWS = 48 };

static void pack_turned_rows(
  const float *a, long a_k, long k, long rows, float *block
) {
  for (long i = 0; i < k; i++) {
    const float *from = a + i * a_k;
    float *to = block + i * A_ROWS;
    for (long j = 0; j < rows; j += WIDTH) {
      if (rows - j >= WIDTH) store_vector(to + j, load_vector(from + j));
      else store_vector_some(to + j, rows - j, load_vector_some(from + j, rows - j));
    }
  }
}

static void gemm_packed(const NablaProduct *p, const float *packed, long row0, long row1) {
  float block[K_BLOCK * A_ROWS] __attribute__((aligned(64)));
  int transposed = p->a_k != 1;
  long height = transposed ? A_ROWS : row1 - row0;
  for (long k0 = 0; k0 < p->k; k0 += K_BLOCK) {
    long k = p->k - k0 < K_BLOCK ? p->k - k0 : K_BLOCK;
    for (long row = row0; row < row1; row += height) {
      long rows = row1 - row < height ? row1 - row : height;
      const float *a = p->a + row * p->a_row + k0 * p->a_k;
      if (transposed) pack_turned_rows(a, p->a_k, k, rows, block);
      for (long column = 0; column < p->n; column += PANEL) {
        long columns = p->n - column < PANEL ? p->n - column : PANEL;
        int vectors = vectors_for(columns);
        long width = (long)vectors * WIDTH;
        Tile t = {
          .k = k, .a = transposed ? block : a, .a_row = transposed ? 1 : p->a_row,
          .a_k = transposed ? A_ROWS : p->a_k,
          .b = packed + column * p->k + k0 * width, .b_k = width,
          .c = p->c + row * p->ldc + column, .ldc = p->ldc, .accumulate = p->accumulate || k0 > 0};
        panel_product(&t, rows, columns, vectors, 0, transposed);
      }
    }
  }
}
