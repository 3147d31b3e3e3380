// Signal handlers for a program that owns the terminal.
//
// Everything that a handler touches is in this file, because only here is it plain which calls are allowed in
// one: write, the tc functions, sigaction, raise, and lock-free atomics.
#define _GNU_SOURCE
#include "termguard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct sigaction previous[NSIG];

// ---- Giving the terminal back, from within a handler ------------------------------------------------------

static struct termios settings;
static bool has_settings;
static char reset_text[8192], note_text[1024];
static size_t reset_size, note_size;
static atomic_bool armed;

static void put(const char *text, size_t size) {
    while (size > 0) {
        ssize_t written = write(STDOUT_FILENO, text, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        text += written;
        size -= (size_t)written;
    }
}

static bool give_back(void) {
    if (!atomic_exchange(&armed, false)) return false;
    // In the background the terminal is somebody else's.
    if (tcgetpgrp(STDIN_FILENO) != getpgrp()) return false;
    // What still waits to be written is half a frame, on a terminal that may not be taking any.
    tcflush(STDOUT_FILENO, TCOFLUSH);
    put(reset_text, reset_size);
    if (has_settings) tcsetattr(STDIN_FILENO, TCSANOW, &settings);
    return true;
}

// ---- Requests: noted here, answered by the event loop -----------------------------------------------------

static const struct { int number; termguard_news news; } requests[] = {
    { SIGHUP, TERMGUARD_HANG_UP },   { SIGINT, TERMGUARD_INTERRUPT }, { SIGTERM, TERMGUARD_TERMINATE },
    { SIGWINCH, TERMGUARD_RESIZE },  { SIGTSTP, TERMGUARD_STOP },     { SIGCONT, TERMGUARD_CONTINUE },
};

static atomic_uint noted;
static int wake[2] = { -1, -1 };

/// Asked to end a second time while the first is unanswered, the loop is stuck, most likely in writing to a
/// terminal that takes nothing. The process ends at the end of the handler.
static void end_unanswered(void) {
    give_back();
    struct sigaction standard = { .sa_handler = SIG_DFL };
    sigaction(SIGTERM, &standard, NULL);
    raise(SIGTERM);
}

static void note_request(int number) {
    int error = errno;
    unsigned before = 0;
    for (size_t i = 0; i < COUNT(requests); i++)
        if (requests[i].number == number) before = atomic_fetch_or(&noted, requests[i].news);
    if (number == SIGTERM && (before & TERMGUARD_TERMINATE)) end_unanswered();
    // A full pipe refuses the byte, and then the loop is about to wake anyway.
    (void)!write(wake[1], "", 1);
    errno = error;
}

static void catch_request(int number) {
    sigaction(number, NULL, &previous[number]);
    if (previous[number].sa_handler == SIG_IGN && number != SIGCONT && number != SIGWINCH) return;
    // SA_RESTART: reading and writing files elsewhere goes on as if nothing had been; poll returns all the
    // same.
    struct sigaction action = { .sa_handler = note_request, .sa_flags = SA_RESTART };
    sigfillset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

int termguard_watch(void) {
    if (pipe2(wake, O_NONBLOCK | O_CLOEXEC) < 0) return -1;
    atomic_store(&noted, 0);
    for (size_t i = 0; i < COUNT(requests); i++) catch_request(requests[i].number);
    // A pipe whose reader has gone is an error to handle, not a reason to die with the screen up.
    struct sigaction ignore = { .sa_handler = SIG_IGN };
    sigaction(SIGPIPE, &ignore, &previous[SIGPIPE]);
    return wake[0];
}

void termguard_unwatch(void) {
    for (size_t i = 0; i < COUNT(requests); i++)
        sigaction(requests[i].number, &previous[requests[i].number], NULL);
    sigaction(SIGPIPE, &previous[SIGPIPE], NULL);
    for (size_t i = 0; i < COUNT(wake); i++) {
        if (wake[i] >= 0) close(wake[i]);
        wake[i] = -1;
    }
}

termguard_news termguard_take(void) {
    // The pipe first: a signal in between then leaves a byte too many, not a request too few.
    char bytes[64];
    while (read(wake[0], bytes, sizeof bytes) > 0) {}
    return (termguard_news)atomic_exchange(&noted, 0);
}

void termguard_stop(bool whole_group) {
    struct sigaction ours;
    sigaction(SIGTSTP, &previous[SIGTSTP], &ours);
    if (whole_group) kill(0, SIGTSTP);
    else raise(SIGTSTP);
    // Here the process is stopped, until SIGCONT.
    sigaction(SIGTSTP, &ours, NULL);
    atomic_fetch_and(&noted, ~(unsigned)(TERMGUARD_STOP | TERMGUARD_CONTINUE));
}

// ---- Crashes: the terminal is given back, then the process dies as it would have --------------------------

static const int crashes[] = { SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT };

static bool wants_backtrace;

// A stack overflow leaves no room for a handler on the stack itself.
static _Alignas(16) char spare_stack[64 * 1024];

static void crash(int number, siginfo_t *info, void *context) {
    (void)context;
    // First of all, so that a fault in here cannot come back here. Swift's own handler is passed over unless
    // the person asks for it: it takes the terminal once more and waits half a minute for a key.
    struct sigaction standard = { .sa_handler = SIG_DFL };
    sigaction(number, wants_backtrace ? &previous[number] : &standard, NULL);
    if (give_back() && number != SIGQUIT) put(note_text, note_size);
    // A fault of the program's own happens again on return, and the backtrace or the core dump then shows the
    // frame where it happened; a signal that was sent has to be sent again.
    bool repeats = number == SIGSEGV || number == SIGBUS || number == SIGILL || number == SIGFPE;
    if (!repeats || info->si_code <= 0) raise(number);
}

static void give_back_at_exit(void) { give_back(); }

bool termguard_save(void) {
    has_settings = tcgetattr(STDIN_FILENO, &settings) == 0;
    return has_settings;
}

static size_t copy(char *to, size_t room, const char *from, size_t size) {
    size_t taken = size < room ? size : room;
    memcpy(to, from, taken);
    return taken;
}

void termguard_arm(const char *reset, size_t reset_length, const char *note, size_t note_length) {
    static bool at_exit;
    if (!at_exit) at_exit = atexit(give_back_at_exit) == 0;

    wants_backtrace = getenv("SWIFT_BACKTRACE") != NULL;
    reset_size = copy(reset_text, sizeof reset_text, reset, reset_length);
    note_size = copy(note_text, sizeof note_text, note, note_length);
    stack_t stack;
    if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
        stack_t spare = { .ss_sp = spare_stack, .ss_size = sizeof spare_stack };
        sigaltstack(&spare, NULL);
    }
    struct sigaction action = { .sa_sigaction = crash, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER };
    sigemptyset(&action.sa_mask);
    if (atomic_exchange(&armed, true)) return;
    for (size_t i = 0; i < COUNT(crashes); i++) {
        int number = crashes[i];
        sigaction(number, NULL, &previous[number]);
        if (previous[number].sa_handler != SIG_IGN) sigaction(number, &action, NULL);
    }
}

void termguard_disarm(void) {
    if (!atomic_exchange(&armed, false)) return;
    for (size_t i = 0; i < COUNT(crashes); i++) sigaction(crashes[i], &previous[crashes[i]], NULL);
}
