// Whether the helper is worth its while. On a busy machine it may be off its processor in the middle
// of a chunk for longer than the job takes, and everybody waits. So an account is kept of the time
// that it saves and of the time that it is waited for. What is overdrawn is won back alone.

#ifndef NABLA_SHARING_H
#define NABLA_SHARING_H

#include <stdint.h>

// Nanoseconds throughout; all zeros to begin with.
typedef struct {
  int64_t balance;      // saved less waited
  int64_t alone_until;  // a time of the clock
  int64_t patience;     // an overdraft is followed by so many times as long alone
} NablaSharing;

// Whether a job that begins now should be shared.
int nabla_sharing_pays(const NablaSharing *sharing, int64_t now);
// A shared job of `chunks` is done: `own` of them took the caller `working`, then it waited.
void nabla_sharing_settle(
  NablaSharing *sharing, int64_t now, int64_t working, int64_t waiting, long own, long chunks);

#endif
