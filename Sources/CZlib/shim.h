#ifndef LURESCREEN_CZLIB_SHIM_H
#define LURESCREEN_CZLIB_SHIM_H

#include <zlib.h>

// The library's own names are macros, which Swift does not see. 15 + 16: the largest window, with a gzip header.
static inline int lure_inflate_init_gzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

static inline int lure_deflate_init_gzip(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
