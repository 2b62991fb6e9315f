#ifndef LURESCREEN_CLURESUPPORT_H
#define LURESCREEN_CLURESUPPORT_H

// What the core needs from C: two functions of libm, which Swift offers only through Foundation or a
// platform module, and tables, which would be slow to compile as Swift literals; most are generated.

#include "UnicodeTables.h"

static inline double lure_exp(double x) { return __builtin_exp(x); }
static inline double lure_log(double x) { return __builtin_log(x); }

#include "LanguageTables.h"
#include "PeopleTables.h"
#include "VietnameseAccents.h"

#endif
