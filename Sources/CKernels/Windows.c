// Windows of any places and sizes, by plain loops. Work is shared by planes.

#include "Internal.h"

typedef struct {
  const NablaWindows *w;
  const float *x, *u;
  float *out;
  NablaWindowMode mode;
} Job;

static void share(Job *job, void (*body)(void *, long)) {
  const NablaWindows *w = job->w;
  if (w->planes * w->height * w->width >= HEAVY_GRAIN) {
    nabla_parallel(CHUNKS, body, job);
  } else {
    for (long chunk = 0; chunk < CHUNKS; chunk++) body(job, chunk);
  }
}

#define PLANES                                           \
  const Job *j = context;                                \
  const NablaWindows *w = j->w;                          \
  long area = w->height * w->width;                      \
  long windows = w->out_height * w->out_width;           \
  long first = lower_bound(w->planes, 1, chunk, CHUNKS); \
  long last = lower_bound(w->planes, 1, chunk + 1, CHUNKS)

// The place of a window's first largest element; −1 when it is empty.
static long largest(const NablaWindows *w, const float *x, long row, long column) {
  long rows = w->row_count[row], columns = w->column_count[column];
  if (rows <= 0 || columns <= 0) return -1;
  long best = w->row_start[row] * w->width + w->column_start[column];
  float most = -__builtin_inff();
  for (long i = 0; i < rows; i++) {
    long place = (w->row_start[row] + i * w->row_step) * w->width + w->column_start[column];
    for (long k = 0; k < columns; k++, place += w->column_step) {
      if (x[place] > most || (x[place] != x[place] && most == most)) {
        most = x[place];
        best = place;
      }
    }
  }
  return best;
}

static void maximum_chunk(void *context, long chunk) {
  PLANES;
  for (long plane = first; plane < last; plane++) {
    const float *x = j->x + plane * area;
    int scatters = j->mode == NABLA_WINDOW_SCATTER;
    float *out = j->out + plane * (scatters ? area : windows);
    if (scatters)
      for (long i = 0; i < area; i++) out[i] = 0.0f;
    for (long window = 0; window < windows; window++) {
      long best = largest(w, x, window / w->out_width, window % w->out_width);
      switch (j->mode) {
        case NABLA_WINDOW_MAXIMUM: out[window] = best < 0 ? -__builtin_inff() : x[best]; break;
        case NABLA_WINDOW_INDEX: out[window] = (float)best; break;
        case NABLA_WINDOW_PICK: out[window] = best < 0 ? 0.0f : j->u[plane * area + best]; break;
        case NABLA_WINDOW_SCATTER:
          if (best >= 0) out[best] += j->u[plane * windows + window];
          break;
      }
    }
  }
}

void nabla_window_maximum(
  NablaWindowMode mode, const NablaWindows *windows, const float *x, const float *u, float *out
) {
  Job job = {.w = windows, .x = x, .u = u, .out = out, .mode = mode};
  share(&job, maximum_chunk);
}

static float size(const NablaWindows *w, long row, long column) {
  return (float)(w->row_count[row] * w->column_count[column]);
}

static void mean_chunk(void *context, long chunk) {
  PLANES;
  for (long plane = first; plane < last; plane++) {
    const float *x = j->x + plane * area;
    float *out = j->out + plane * windows;
    for (long row = 0; row < w->out_height; row++) {
      for (long column = 0; column < w->out_width; column++) {
        float sum = 0.0f;
        for (long i = 0; i < w->row_count[row]; i++) {
          const float *line = x + (w->row_start[row] + i * w->row_step) * w->width;
          for (long k = 0; k < w->column_count[column]; k++) {
            sum += line[w->column_start[column] + k * w->column_step];
          }
        }
        out[row * w->out_width + column] = sum / size(w, row, column);
      }
    }
  }
}

void nabla_window_mean(const NablaWindows *windows, const float *x, float *out) {
  Job job = {.w = windows, .x = x, .out = out};
  share(&job, mean_chunk);
}

static void mean_gradient_chunk(void *context, long chunk) {
  PLANES;
  for (long plane = first; plane < last; plane++) {
    const float *g = j->x + plane * windows;
    float *out = j->out + plane * area;
    for (long i = 0; i < area; i++) out[i] = 0.0f;
    for (long row = 0; row < w->out_height; row++) {
      for (long column = 0; column < w->out_width; column++) {
        float part = g[row * w->out_width + column] / size(w, row, column);
        for (long i = 0; i < w->row_count[row]; i++) {
          float *line = out + (w->row_start[row] + i * w->row_step) * w->width;
          for (long k = 0; k < w->column_count[column]; k++) {
            line[w->column_start[column] + k * w->column_step] += part;
          }
        }
      }
    }
  }
}

void nabla_window_mean_gradient(const NablaWindows *windows, const float *g, float *out) {
  Job job = {.w = windows, .x = g, .out = out};
  share(&job, mean_gradient_chunk);
}
