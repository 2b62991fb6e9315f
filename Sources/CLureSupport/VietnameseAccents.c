#include "include/VietnameseAccents.h"

// The bits of Accent.swift.
enum { GRAVE = 1, ACUTE, HOOK, TILDE, DOT };
enum { HAT = 1 << 3, BREVE = 2 << 3, HORN = 3 << 3, STROKE = 4 << 3 };
// A tone alone on a, e or y: it may count for the vowel before.
enum { MOVES = 1 << 6 };
// Letters that only Vietnamese has.
enum { ONLY = 1 << 7 };

// A place in the first range, and a capital and its small letter in the second.
#define AT(scalar) [(scalar) - LURE_ACCENTS_FIRST]
#define BOTH(accent) (accent), (accent)
#define FIVE(shape) \
    BOTH(shape | ACUTE | ONLY), BOTH(shape | GRAVE | ONLY), BOTH(shape | HOOK | ONLY), \
        BOTH(shape | TILDE | ONLY), BOTH(shape | DOT | ONLY)

const uint8_t lure_vietnamese_accents[LURE_ACCENTS_FIRST_COUNT + LURE_ACCENTS_SECOND_COUNT] = {
    // a
    AT(0xC0) = GRAVE | MOVES, AT(0xE0) = GRAVE | MOVES, AT(0xC1) = ACUTE | MOVES, AT(0xE1) = ACUTE | MOVES,
    AT(0xC2) = HAT, AT(0xE2) = HAT, AT(0xC3) = TILDE | MOVES, AT(0xE3) = TILDE | MOVES,
    AT(0x102) = BREVE | ONLY, AT(0x103) = BREVE | ONLY,
    // d; eth, whose capital looks the same, is folded like it
    AT(0xD0) = STROKE | ONLY, AT(0xF0) = STROKE | ONLY, AT(0x110) = STROKE | ONLY, AT(0x111) = STROKE | ONLY,
    // e
    AT(0xC8) = GRAVE | MOVES, AT(0xE8) = GRAVE | MOVES, AT(0xC9) = ACUTE | MOVES, AT(0xE9) = ACUTE | MOVES,
    AT(0xCA) = HAT, AT(0xEA) = HAT,
    // i
    AT(0xCC) = GRAVE, AT(0xEC) = GRAVE, AT(0xCD) = ACUTE, AT(0xED) = ACUTE,
    AT(0x128) = TILDE | ONLY, AT(0x129) = TILDE | ONLY,
    // o
    AT(0xD2) = GRAVE, AT(0xF2) = GRAVE, AT(0xD3) = ACUTE, AT(0xF3) = ACUTE,
    AT(0xD4) = HAT, AT(0xF4) = HAT, AT(0xD5) = TILDE, AT(0xF5) = TILDE,
    AT(0x1A0) = HORN | ONLY, AT(0x1A1) = HORN | ONLY,
    // u
    AT(0xD9) = GRAVE, AT(0xF9) = GRAVE, AT(0xDA) = ACUTE, AT(0xFA) = ACUTE,
    AT(0x168) = TILDE | ONLY, AT(0x169) = TILDE | ONLY, AT(0x1AF) = HORN | ONLY, AT(0x1B0) = HORN | ONLY,
    // y
    AT(0xDD) = ACUTE | MOVES, AT(0xFD) = ACUTE | MOVES,
    // U+1EA0: a
    [LURE_ACCENTS_FIRST_COUNT] = BOTH(DOT | ONLY | MOVES), BOTH(HOOK | ONLY | MOVES), FIVE(HAT), FIVE(BREVE),
    // U+1EB8: e, i
    BOTH(DOT | ONLY | MOVES), BOTH(HOOK | ONLY | MOVES), BOTH(TILDE | ONLY | MOVES), FIVE(HAT),
    BOTH(HOOK | ONLY), BOTH(DOT | ONLY),
    // U+1ECC: o, u
    BOTH(DOT | ONLY), BOTH(HOOK | ONLY), FIVE(HAT), FIVE(HORN),
    BOTH(DOT | ONLY), BOTH(HOOK | ONLY), FIVE(HORN),
    // U+1EF2: y
    BOTH(GRAVE | MOVES), BOTH(DOT | ONLY | MOVES), BOTH(HOOK | ONLY | MOVES), BOTH(TILDE | ONLY | MOVES),
};
