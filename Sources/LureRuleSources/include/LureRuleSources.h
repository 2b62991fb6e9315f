#ifndef LURESCREEN_LURERULESOURCES_H
#define LURESCREEN_LURERULESOURCES_H

#include <stddef.h>

// A rule file of the project: its path from the project's root, and its bytes.
typedef struct {
    const char *path;
    const unsigned char *bytes;
    size_t size;
} LureRuleSource;

// All of them, by path; they never change.
const LureRuleSource *lure_rule_sources(void);
size_t lure_rule_source_count(void);

#endif
