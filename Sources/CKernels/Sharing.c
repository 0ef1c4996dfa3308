// The account of the helper's time.

#include "include/Sharing.h"

// Neighbours that take the helper's processor for a few milliseconds now and then are put up with:
// that is what MOST_BALANCE pays for. One that stays leaves the helper on trial, for a smaller share
// of the time after each, 1 / MOST_PATIENCE in the end. MOST_ALONE is how late it may be noticed that
// the neighbour has gone.
enum {
  MOST_BALANCE = 10 * 1000 * 1000,
  LEAST_PATIENCE = 4,
  MOST_PATIENCE = 32,
  MOST_ALONE = 100 * 1000 * 1000,
};

int nabla_sharing_pays(const NablaSharing *sharing, int64_t now) {
  return now >= sharing->alone_until;
}

void nabla_sharing_settle(
  NablaSharing *sharing, int64_t now, int64_t working, int64_t waiting, long own, long chunks
) {
  // The helper's chunks would have taken us as long as our own did.
  int64_t saved = own > 0 ? working / own * (chunks - own) : working;
  sharing->balance += saved - waiting;
  if (sharing->balance >= MOST_BALANCE) {
    sharing->balance = MOST_BALANCE;
    sharing->patience = LEAST_PATIENCE;
  }
  if (sharing->balance >= 0) return;
  if (sharing->patience < LEAST_PATIENCE) sharing->patience = LEAST_PATIENCE;
  int64_t alone = -sharing->balance * sharing->patience;
  sharing->alone_until = now + (alone < MOST_ALONE ? alone : MOST_ALONE);
  if (sharing->patience < MOST_PATIENCE) sharing->patience *= 2;
  sharing->balance = 0;
}
