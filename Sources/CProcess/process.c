// Calls with a variable number of arguments, and headers that Swift does not import.
#define _GNU_SOURCE
#include "process.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

bool process_keep_private(void) {
    const struct rlimit none = {0, 0};
    // A program that the system pipes core files to is given them whatever the limit, but not for a process
    // that may not be dumped.
    bool limited = setrlimit(RLIMIT_CORE, &none) == 0;
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && limited;
}

int process_sync_file_system(int descriptor) { return syncfs(descriptor); }

int process_first_weekday(void) {
    locale_t locale = newlocale(LC_TIME_MASK, "", (locale_t)0);
    if (!locale) return 0;
    // The date to count from comes in the place of a pointer: 1997-11-30 was a Sunday, 1997-12-01 a Monday.
    uintptr_t origin = (uintptr_t)nl_langinfo_l(_NL_TIME_WEEK_1STDAY, locale);
    int first = *nl_langinfo_l(_NL_TIME_FIRST_WEEKDAY, locale);
    freelocale(locale);
    int from_sunday = ((uint32_t)origin == 19971201 ? 1 : 0) + first - 1;
    return (from_sunday + 6) % 7;
}

int process_signal_descriptor(void) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    if (sigprocmask(SIG_BLOCK, &signals, NULL) != 0) return -1;
    return signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}
