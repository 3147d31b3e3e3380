// What the terminal needs of signals: requests wake the event loop, a crash gives the terminal back first.
#pragma once
#include <stdbool.h>
#include <stddef.h>

#define TERMGUARD_SWIFT(name) __attribute__((swift_name(name)))

/// What signals have asked for since the last look.
typedef enum TERMGUARD_SWIFT("SignalNews") __attribute__((flag_enum, enum_extensibility(open))) : unsigned {
    TERMGUARD_HANG_UP TERMGUARD_SWIFT("hangUp") = 1 << 0,
    TERMGUARD_INTERRUPT TERMGUARD_SWIFT("interrupt") = 1 << 1,
    TERMGUARD_TERMINATE TERMGUARD_SWIFT("terminate") = 1 << 2,
    TERMGUARD_RESIZE TERMGUARD_SWIFT("resize") = 1 << 3,
    /// The process is asked to stop, by Ctrl-Z or by another process.
    TERMGUARD_STOP TERMGUARD_SWIFT("stop") = 1 << 4,
    /// The process runs again after having been stopped.
    TERMGUARD_CONTINUE TERMGUARD_SWIFT("resume") = 1 << 5,
} termguard_news;

/// Starts to note signals. Signals that the caller was started with as ignored (nohup) stay ignored.
/// Returns a descriptor that can be read as soon as there is news, or -1 with errno.
int termguard_watch(void);

/// Puts back what termguard_watch() changed.
void termguard_unwatch(void);

/// Returns the news since the last call, and forgets it.
termguard_news termguard_take(void);

/// Stops this process (or its whole process group), as Ctrl-Z does, and returns when it is continued. Returns
/// at once where nobody could continue it: in a process group without a shell.
void termguard_stop(bool whole_group);

/// Remembers the settings of the terminal on standard input, for a crash to put back. Returns false if it has
/// none.
bool termguard_save(void);

/// From now on a crash, or an exit() that forgot the terminal, writes `reset` to standard output and puts the
/// saved settings back; a crash also writes `note`, a line for the person, and then kills the process by its
/// true signal. Both texts are copied, and cut, at 8192 and
/// 1024 bytes. With SWIFT_BACKTRACE in the environment Swift's own crash report
/// follows.
void termguard_arm(const char *reset, size_t reset_length, const char *note, size_t note_length);

/// The terminal is the shell's again: a crash leaves it alone.
void termguard_disarm(void);
