#ifndef NABLA_ALLOCATIONS_H
#define NABLA_ALLOCATIONS_H

// How often the calling thread has asked for memory, in a program that links this target.
long nabla_allocations(void);

#endif
