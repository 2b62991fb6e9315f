#ifndef LURESCREEN_LUREWEBFILES_H
#define LURESCREEN_LUREWEBFILES_H

#include <stddef.h>

// A file that the server carries inside it: its path from the project's root, and its bytes.
typedef struct {
    const char *path;
    const unsigned char *bytes;
    size_t size;
} LureWebFile;

// All of them, by path; they never change.
const LureWebFile *lure_web_files(void);
size_t lure_web_file_count(void);

#endif
