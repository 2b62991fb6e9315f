#include "LureBundle.h"

_Alignas(64) static const unsigned char pack[] = {
#embed "pack.bin" if_empty(0)
};
_Alignas(64) static const unsigned char model[] = {
#embed "model.bin" if_empty(0)
};

const void *lure_bundle_pack(void) { return pack; }
size_t lure_bundle_pack_size(void) { return sizeof pack; }
const void *lure_bundle_model(void) { return model; }
size_t lure_bundle_model_size(void) { return sizeof model; }
