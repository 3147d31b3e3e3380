// The wide ncurses as Swift can use it: what is a macro or a global variable in C gets a function.
//
// <term.h> turns everyday words (lines, columns, tab, ...) into macros, so names in here keep out of their
// way.
#pragma once
#define NCURSES_WIDECHAR 1
#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>
#include <curses.h>
#include <term.h>

static const attr_t LULL_BOLD = A_BOLD;
static const attr_t LULL_DIM = A_DIM;
static const attr_t LULL_REVERSE = A_REVERSE;
static const attr_t LULL_UNDERLINE = A_UNDERLINE;

/// Takes the person's locale, except for the decimal point, and tells whether its text is UTF-8.
static inline bool lull_adopt_locale(void) {
    setlocale(LC_ALL, "");
    setlocale(LC_NUMERIC, "C");
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/// The cells that ncurses gives a character: 0 for a combining mark, -1 for one that cannot be shown.
static inline int lull_width(wchar_t character) {
    extern int wcwidth(wchar_t);
    return wcwidth(character);
}

/// What a terminal description offers, as far as it decides how the terminal is used.
typedef struct {
    bool exists;
    bool moves_cursor;
    /// Colours are given as red, green and blue.
    bool has_direct_colours;
    /// It has an alternate screen as xterm has, and so takes or ignores the rest of xterm's private modes.
    bool has_private_modes;
} lull_description;

/// The text of a terminal's capability, or NULL. Valid until another terminal is opened.
static inline const char *lull_capability(const char *name) {
    const char *text = tigetstr((char *)name);
    return text == (char *)-1 ? NULL : text;
}

/// The text that takes the cursor to the start of a row, counted from 0, or NULL. Valid until the next call.
static inline const char *lull_start_of_row(int row) {
    const char *cup = lull_capability("cup");
    return cup ? tparm((char *)cup, (long)row, 0L) : NULL;
}

/// Looks a terminal up without touching it: newterm() would already write to it.
static inline lull_description lull_look_up(const char *terminal_name) {
    lull_description found = {0};
    int status = 0;
    if (setupterm((char *)terminal_name, STDOUT_FILENO, &status) == ERR) return found;
    const char *alternate = lull_capability("smcup");
    found.exists = true;
    found.moves_cursor = lull_capability("cup") != NULL;
    found.has_direct_colours = tigetflag((char *)"RGB") == 1;
    found.has_private_modes = alternate && strstr(alternate, "[?1049h");
    del_curterm(cur_term);
    return found;
}

static inline SCREEN *lull_open(const char *terminal_name) {
    return newterm((char *)terminal_name, stdout, stdin);
}

static inline int lull_colours(void) { return COLORS; }
static inline int lull_pairs(void) { return COLOR_PAIRS; }
static inline int lull_rows(void) { return getmaxy(stdscr); }
static inline int lull_wide(void) { return getmaxx(stdscr); }

/// Puts a character, with what combines with it, into a cell of the screen to come. In the last cell ncurses
/// reports an error after having drawn it, since it cannot move on from there; so there is nothing to return.
static inline void lull_put(int y, int x, const wchar_t *text, attr_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, text, attributes, 0, &pair) == OK) mvwadd_wch(stdscr, y, x, &cell);
}

/// Empties the screen to come, to the background of a pair.
static inline void lull_empty(int pair) {
    cchar_t blank;
    if (setcchar(&blank, L" ", 0, 0, &pair) == OK) wbkgrndset(stdscr, &blank);
    werase(stdscr);
}

/// Makes the terminal look like the screen to come, its cursor at the place given.
static inline void lull_refresh(int y, int x) {
    wmove(stdscr, y, x);
    wnoutrefresh(stdscr);
    doupdate();
}

/// The next refresh draws everything, whatever ncurses believes to be there.
static inline void lull_distrust(void) { clearok(curscr, TRUE); }

/// A place to read keys from. It is a pad, because reading from a window refreshes that window.
static inline WINDOW *lull_keyboard(void) {
    WINDOW *pad = newpad(1, 1);
    if (!pad) return NULL;
    keypad(pad, TRUE);
    nodelay(pad, TRUE);
    // Reports of the mouse are passed on byte by byte like other unknown sequences.
    keyok(KEY_MOUSE, FALSE);
    return pad;
}

static inline int lull_key_f(int number) { return KEY_F(number); }
