// What the files of this target share.
#ifndef NABLA_CTERMINAL_INTERNAL_H
#define NABLA_CTERMINAL_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

/// Writes everything, waiting where it must; safe in a signal handler.
void ct_write_all(int fd, const char *bytes, size_t count);
/// Handlers for the signals of a crash that restore the terminal and then do what was done before.
void ct_crash_install(void);
/// Resets the terminal from any context; safe in a signal handler. Nothing if it is ours no more.
void ct_settings_emergency(void);
/// Replaces what `ct_settings_guard` was given to write.
void ct_settings_set_reset(const char *reset);
/// The reset sequences are to be written, or (suspended) not.
void ct_settings_set_active(bool active);
/// Takes the line settings of this moment as those to be restored.
void ct_settings_refresh(void);
void ct_settings_apply(void);
bool ct_settings_in_foreground(void);

void ct_stderr_capture(void);
/// Safe in a signal handler.
void ct_stderr_release(void);

/// Makes ncurses' terminal the current one again after readline looked up its own.
void ct_screen_reselect(void);

#endif
