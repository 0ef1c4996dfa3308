// The helper thread: one, persistent, started when first needed. Work comes in chunks that caller
// and helper claim off one counter, so nobody waits for a helper that was slow to wake: it merely
// finds fewer chunks, or none. The caller works from the first chunk up, the helper from the last
// down, so that each tends to meet the same memory again. Who computes a chunk never changes its
// result.

#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

#include "Internal.h"
#include "include/Sharing.h"

// The gaps between the jobs of a training step are shorter than this: some 50 µs of spinning, then a
// few milliseconds of offering the processor to whoever wants it, then sleep. To be woken costs more
// than many a job takes.
enum { SPINS = 2000, YIELDS = 10000 };

static atomic_int wanted_threads;  // 0 until first asked
static atomic_flag busy = ATOMIC_FLAG_INIT;
static atomic_int helper_started;

// The job. A ticket is odd while a job is open to the helper; `inside` counts the helper's visit.
static void (*job_body)(void *, long);
static void *job_context;
static long job_chunks;
static int job_processor;
static atomic_long claimed;
static atomic_uint ticket;
static atomic_int inside;

// Belongs to the owner of `busy`.
static NablaSharing sharing;

static atomic_int asleep;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake = PTHREAD_COND_INITIALIZER;

static inline void relax(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static inline int this_processor(void) {
#if defined(__linux__)
  return sched_getcpu();
#else
  return -1;
#endif
}

// Two threads on one processor gain nothing, and a scheduler can take seconds to part them: the
// helper leaves the caller's processor by forbidding it to itself for a moment.
static void step_aside(int processor) {
#if defined(__linux__)
  if (processor < 0 || sched_getcpu() != processor) return;
  cpu_set_t allowed, others;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
  others = allowed;
  CPU_CLR((size_t)processor, &others);
  if (CPU_COUNT(&others) == 0) return;
  sched_setaffinity(0, sizeof others, &others);
  sched_setaffinity(0, sizeof allowed, &allowed);
#else
  (void)processor;
#endif
}

// Returns how many were taken.
static long take_chunks(long chunk, long direction) {
  long taken = 0;
  while (atomic_fetch_add(&claimed, 1) < job_chunks) {
    job_body(job_context, chunk);
    chunk += direction;
    taken++;
  }
  return taken;
}

// Returns at the first call after falling asleep, or at once when a job is open.
static void sleep_until_called(unsigned seen) {
  pthread_mutex_lock(&mutex);
  atomic_store(&asleep, 1);
  unsigned now = atomic_load(&ticket);
  if (now == seen || (now & 1) == 0) pthread_cond_wait(&wake, &mutex);
  atomic_store(&asleep, 0);
  pthread_mutex_unlock(&mutex);
}

static void *helper_main(void *unused) {
  (void)unused;
  unsigned seen = 0;
  for (;;) {
    unsigned now;
    int waits = 0;
    while (now = atomic_load(&ticket), now == seen || (now & 1) == 0) {
      waits++;
      if (waits < SPINS) {
        relax();
      } else if (waits < SPINS + YIELDS) {
        sched_yield();
      } else {
        sleep_until_called(seen);
        // Short jobs are over before we are awake: be at hand for the next.
        waits = 0;
      }
    }
    // Enter, then look again: the caller closes the job, then looks whether we are inside.
    atomic_store(&inside, 1);
    int processor = -1;
    if (atomic_load(&ticket) == now) {
      processor = job_processor;
      take_chunks(job_chunks - 1, -1);
    }
    atomic_store(&inside, 0);
    step_aside(processor);
    seen = now;
  }
  return 0;
}

static int start_helper(void) {
  if (atomic_load(&helper_started)) return 1;
  pthread_t thread;
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return 0;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 1 << 20);
  int failed = pthread_create(&thread, &attributes, helper_main, 0);
  pthread_attr_destroy(&attributes);
  if (failed) {
    atomic_store(&wanted_threads, 1);
    return 0;
  }
  atomic_store(&helper_started, 1);
  return 1;
}

int nabla_threads(void) {
  int threads = atomic_load_explicit(&wanted_threads, memory_order_relaxed);
  if (threads != 0) return threads;
  threads = sysconf(_SC_NPROCESSORS_ONLN) > 1 ? 2 : 1;
  int unset = 0;
  atomic_compare_exchange_strong(&wanted_threads, &unset, threads);
  return atomic_load(&wanted_threads);
}

void nabla_set_threads(int threads) { atomic_store(&wanted_threads, threads >= 2 ? 2 : 1); }

// Decides who works, never what comes out.
static int64_t nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

// Waits until the helper has left the job.
static void wait_for_helper(void) {
  int spins = 0;
  while (atomic_load(&inside)) {
    if (++spins < SPINS) {
      relax();
    } else {
      sched_yield();
    }
  }
}

void nabla_parallel(long chunks, void (*body)(void *, long), void *context) {
  int shared = chunks > 1 && nabla_threads() > 1 && !atomic_flag_test_and_set(&busy);
  int64_t started = shared ? nanoseconds() : 0;
  if (shared && !(nabla_sharing_pays(&sharing, started) && start_helper())) {
    atomic_flag_clear(&busy);
    shared = 0;
  }
  if (!shared) {
    for (long chunk = 0; chunk < chunks; chunk++) body(context, chunk);
    return;
  }
  job_body = body;
  job_context = context;
  job_chunks = chunks;
  job_processor = this_processor();
  atomic_store(&claimed, 0);
  atomic_fetch_add(&ticket, 1);  // odd: open
  if (atomic_load(&asleep)) {
    pthread_mutex_lock(&mutex);
    pthread_cond_signal(&wake);
    pthread_mutex_unlock(&mutex);
  }
  long own = take_chunks(0, 1);
  atomic_fetch_add(&ticket, 1);  // even: closed
  int64_t worked = nanoseconds();
  wait_for_helper();
  int64_t ended = nanoseconds();
  nabla_sharing_settle(&sharing, ended, worked - started, ended - worked, own, chunks);
  atomic_flag_clear(&busy);
}
