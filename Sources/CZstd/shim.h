#ifndef LURESCREEN_CZSTD_SHIM_H
#define LURESCREEN_CZSTD_SHIM_H

#include <zstd.h>
#include <zstd_errors.h>

#endif
