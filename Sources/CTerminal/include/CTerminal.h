// ncurses and readline behind functions only: no curses header here, no macro, no global.
#ifndef NABLA_CTERMINAL_H
#define NABLA_CTERMINAL_H
#endif
