#ifndef LURESCREEN_CPCRE2_SHIM_H
#define LURESCREEN_CPCRE2_SHIM_H

// Selects the 8-bit library: texts are UTF-8 everywhere.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#endif
