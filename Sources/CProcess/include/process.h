// What Swift cannot ask of the system by itself: privacy of the process, a sync of everything, and signals that
// can be waited for.
#pragma once
#include <stdbool.h>

#define PROCESS_SWIFT(name) __attribute__((swift_name(name)))

/// No core file, and no other process of this user may look into this one's memory.
/// Returns false where the system refuses.
bool process_keep_private(void) PROCESS_SWIFT("keepProcessPrivate()");

/// Brings all that was written to the file system of an open file or folder to the disk.
/// Returns -1 with errno where that fails, or where what was written since it was opened was lost.
int process_sync_file_system(int descriptor) PROCESS_SWIFT("syncFileSystem(_:)");

/// The day with which a week begins where the person's locale is used, 0 for Monday to 6 for Sunday.
int process_first_weekday(void) PROCESS_SWIFT("firstWeekdayOfLocale()");

/// Holds SIGINT, SIGTERM and SIGHUP back, and returns a descriptor that becomes readable when one of them is
/// there; -1 with errno where that fails.
int process_signal_descriptor(void) PROCESS_SWIFT("makeSignalDescriptor()");
