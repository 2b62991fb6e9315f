// Written by scripts/unicode-tables; do not edit.
// Unicode 15.0.0; opencc-python-reimplemented 0.1.7; confusable-homoglyphs 3.3.1. 285968 bytes.
#ifndef LURESCREEN_UNICODETABLES_H
#define LURESCREEN_UNICODETABLES_H

#include <stdint.h>

#define LURE_UNICODE_VERSION "15.0.0"
#define LURE_UNICODE_BLOCK_BITS 7
#define LURE_UNICODE_COMPOSITIONS 108
#define LURE_UNICODE_LOOKALIKES 268

// Layout. stage1[scalar >> BLOCK_BITS] is a block of stage2, which holds the index of a record: target
// and traits. Traits, from the lowest bit: 8 combining class, 5 script, then one bit each: word,
// unspaced, pictographic; 2 kind (0 same length, 1 other length, 2 expansion); one bit each:
// removed_mark, removed_invisible, space, newline, attaches, maybe, first, stylised, composite, letter, digit, mark.
// Bitmaps of the basic plane beyond ASCII, 64 scalars a word: plain (folds to itself, whatever stands
// before it, if the next scalar does not attach), spaced (goes on with a word of a spaced script),
// unspaced (goes on with a run of an unspaced one).
// Pointers come from functions because Swift does not import large C arrays.
extern const uint16_t lure_unicode_stage1[];
static inline const uint16_t *_Nonnull lure_unicode_stage1_base(void) { return lure_unicode_stage1; }
extern const uint16_t lure_unicode_stage2[];
static inline const uint16_t *_Nonnull lure_unicode_stage2_base(void) { return lure_unicode_stage2; }
extern const uint32_t lure_unicode_records[];
static inline const uint32_t *_Nonnull lure_unicode_records_base(void) { return lure_unicode_records; }
extern const uint32_t lure_unicode_expansions[];
static inline const uint32_t *_Nonnull lure_unicode_expansions_base(void) { return lure_unicode_expansions; }
extern const uint32_t lure_unicode_compositions[];
static inline const uint32_t *_Nonnull lure_unicode_compositions_base(void) { return lure_unicode_compositions; }
extern const uint32_t lure_unicode_lookalikes[];
static inline const uint32_t *_Nonnull lure_unicode_lookalikes_base(void) { return lure_unicode_lookalikes; }
extern const uint64_t lure_unicode_plain[];
static inline const uint64_t *_Nonnull lure_unicode_plain_base(void) { return lure_unicode_plain; }
extern const uint64_t lure_unicode_spaced[];
static inline const uint64_t *_Nonnull lure_unicode_spaced_base(void) { return lure_unicode_spaced; }
extern const uint64_t lure_unicode_unspaced[];
static inline const uint64_t *_Nonnull lure_unicode_unspaced_base(void) { return lure_unicode_unspaced; }

#endif
