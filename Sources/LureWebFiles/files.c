// Made by scripts/web-files; do not edit.
#include "LureWebFiles.h"

static const unsigned char file0[] = {
#embed "../../Sources/LureWebFiles/web/desk.html" if_empty(0)
};
static const unsigned char file1[] = {
#embed "../../Sources/LureWebFiles/openapi.yaml" if_empty(0)
};

static const LureWebFile files[] = {
    {"web/desk.html", file0, sizeof file0},
    {"openapi.yaml", file1, sizeof file1},
};

const LureWebFile *lure_web_files(void) { return files; }
size_t lure_web_file_count(void) { return sizeof files / sizeof files[0]; }
