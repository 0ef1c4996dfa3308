// What the two ways of using readline share.
#ifndef NABLA_CTERMINAL_EDITOR_H
#define NABLA_CTERMINAL_EDITOR_H

#include "CTerminal.h"

extern struct ct_editor_callbacks ct_callbacks;
extern bool ct_readline_in_use;

/// Reads the person's inputrc and sets completion up.
void ct_readline_start(void);
/// After an inputrc was read: Enter asks whether the input is complete, the usual keys of a keyboard
/// work, and nothing is set that cannot be in a frame.
void ct_readline_bind(void);

void ct_popup_store(char **matches, int count, int longest);
void ct_popup_reset(void);

#endif
