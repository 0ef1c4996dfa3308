// Pooling over windows of any places and sizes, which adaptive pooling needs, and where in a window
// its largest element lies.

#ifndef NABLA_WINDOWS_H
#define NABLA_WINDOWS_H

// Windows of [planes, height, width]: window i of an axis covers the places start[i],
// start[i] + step, … of which there are count[i].
typedef struct {
  long planes, height, width, out_height, out_width;
  const long *row_start, *row_count, *column_start, *column_count;
  long row_step, column_step;
} NablaWindows;

// Of equal elements the first is the largest, and the first NaN is larger than every number.
typedef enum {
  NABLA_WINDOW_MAXIMUM,  // out[window] = the largest x; −∞ for an empty window
  NABLA_WINDOW_INDEX,    // out[window] = its place in the plane; −1 for an empty window
  NABLA_WINDOW_PICK,     // out[window] = u there; 0 for an empty window
  NABLA_WINDOW_SCATTER   // out = 0, then out[there] += u[window], windows in ascending order
} NablaWindowMode;

void nabla_window_maximum(
  NablaWindowMode mode, const NablaWindows *windows, const float *x, const float *u, float *out);
// out[window] = Σ x / count, rows and columns ascending.
void nabla_window_mean(const NablaWindows *windows, const float *x, float *out);
// out = 0, then out[place] += g[window] / count, windows in ascending order.
void nabla_window_mean_gradient(const NablaWindows *windows, const float *g, float *out);

#endif
