#ifndef LURESCREEN_VIETNAMESEACCENTS_H
#define LURESCREEN_VIETNAMESEACCENTS_H

#include <stdint.h>

// Accents of Vietnamese letters, as Accent.swift reads them: U+00C0 to U+01B0, then U+1EA0 to U+1EF9.
#define LURE_ACCENTS_FIRST 0xC0
#define LURE_ACCENTS_FIRST_COUNT 0xF1
#define LURE_ACCENTS_SECOND 0x1EA0
#define LURE_ACCENTS_SECOND_COUNT 90
extern const uint8_t lure_vietnamese_accents[LURE_ACCENTS_FIRST_COUNT + LURE_ACCENTS_SECOND_COUNT];
static inline const uint8_t *_Nonnull lure_vietnamese_accents_base(void) { return lure_vietnamese_accents; }

#endif
