#ifndef LURESCREEN_LUREBUNDLE_H
#define LURESCREEN_LUREBUNDLE_H

#include <stddef.h>

// The shipped rule pack and model, inside the binary. Both are aligned to 64 bytes and never change.
const void *lure_bundle_pack(void);
size_t lure_bundle_pack_size(void);
const void *lure_bundle_model(void);
size_t lure_bundle_model_size(void);

#endif
