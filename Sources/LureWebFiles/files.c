// Made by scripts/web-files; do not edit.
#include "LureWebFiles.h"

static const unsigned char file0[] = {
#embed "../../Sources/LureWebFiles/web/about.html" if_empty(0)
};
static const unsigned char file1[] = {
#embed "../../Sources/LureWebFiles/web/about.js" if_empty(0)
};
static const unsigned char file2[] = {
#embed "../../Sources/LureWebFiles/web/desk/answers.js" if_empty(0)
};
static const unsigned char file3[] = {
#embed "../../Sources/LureWebFiles/web/desk/note.js" if_empty(0)
};
static const unsigned char file4[] = {
#embed "../../Sources/LureWebFiles/web/desk/picture.js" if_empty(0)
};
static const unsigned char file5[] = {
#embed "../../Sources/LureWebFiles/web/desk/quotes.js" if_empty(0)
};
static const unsigned char file6[] = {
#embed "../../Sources/LureWebFiles/web/desk/reasons.js" if_empty(0)
};
static const unsigned char file7[] = {
#embed "../../Sources/LureWebFiles/web/desk.html" if_empty(0)
};
static const unsigned char file8[] = {
#embed "../../Sources/LureWebFiles/web/desk.js" if_empty(0)
};
static const unsigned char file9[] = {
#embed "../../Sources/LureWebFiles/web/examples.json" if_empty(0)
};
static const unsigned char file10[] = {
#embed "../../Sources/LureWebFiles/web/help.html" if_empty(0)
};
static const unsigned char file11[] = {
#embed "../../Sources/LureWebFiles/web/help.js" if_empty(0)
};
static const unsigned char file12[] = {
#embed "../../Sources/LureWebFiles/web/icon.svg" if_empty(0)
};
static const unsigned char file13[] = {
#embed "../../Sources/LureWebFiles/web/languages/ar.json" if_empty(0)
};
static const unsigned char file14[] = {
#embed "../../Sources/LureWebFiles/web/languages/en.json" if_empty(0)
};
static const unsigned char file15[] = {
#embed "../../Sources/LureWebFiles/web/languages/hi.json" if_empty(0)
};
static const unsigned char file16[] = {
#embed "../../Sources/LureWebFiles/web/languages/id.json" if_empty(0)
};
static const unsigned char file17[] = {
#embed "../../Sources/LureWebFiles/web/languages/km.json" if_empty(0)
};
static const unsigned char file18[] = {
#embed "../../Sources/LureWebFiles/web/languages/zh-Hans.json" if_empty(0)
};
static const unsigned char file19[] = {
#embed "../../Sources/LureWebFiles/web/languages/zh-Hant.json" if_empty(0)
};
static const unsigned char file20[] = {
#embed "../../Sources/LureWebFiles/web/lib/api.js" if_empty(0)
};
static const unsigned char file21[] = {
#embed "../../Sources/LureWebFiles/web/lib/dom.js" if_empty(0)
};
static const unsigned char file22[] = {
#embed "../../Sources/LureWebFiles/web/lib/frame.js" if_empty(0)
};
static const unsigned char file23[] = {
#embed "../../Sources/LureWebFiles/web/lib/help.js" if_empty(0)
};
static const unsigned char file24[] = {
#embed "../../Sources/LureWebFiles/web/lib/i18n.js" if_empty(0)
};
static const unsigned char file25[] = {
#embed "../../Sources/LureWebFiles/web/lib/marks.js" if_empty(0)
};
static const unsigned char file26[] = {
#embed "../../Sources/LureWebFiles/web/lib/verdict.js" if_empty(0)
};
static const unsigned char file27[] = {
#embed "../../Sources/LureWebFiles/web/style.css" if_empty(0)
};
static const unsigned char file28[] = {
#embed "../../Sources/LureWebFiles/web/training/controls.js" if_empty(0)
};
static const unsigned char file29[] = {
#embed "../../Sources/LureWebFiles/web/training/draw.js" if_empty(0)
};
static const unsigned char file30[] = {
#embed "../../Sources/LureWebFiles/web/training/example.js" if_empty(0)
};
static const unsigned char file31[] = {
#embed "../../Sources/LureWebFiles/web/training/examples.js" if_empty(0)
};
static const unsigned char file32[] = {
#embed "../../Sources/LureWebFiles/web/training/gallery.js" if_empty(0)
};
static const unsigned char file33[] = {
#embed "../../Sources/LureWebFiles/web/training/handout.js" if_empty(0)
};
static const unsigned char file34[] = {
#embed "../../Sources/LureWebFiles/web/training/kinds.js" if_empty(0)
};
static const unsigned char file35[] = {
#embed "../../Sources/LureWebFiles/web/training/outcome.js" if_empty(0)
};
static const unsigned char file36[] = {
#embed "../../Sources/LureWebFiles/web/training/projector.js" if_empty(0)
};
static const unsigned char file37[] = {
#embed "../../Sources/LureWebFiles/web/training/quiz.js" if_empty(0)
};
static const unsigned char file38[] = {
#embed "../../Sources/LureWebFiles/web/training/score.js" if_empty(0)
};
static const unsigned char file39[] = {
#embed "../../Sources/LureWebFiles/web/training/sentences.js" if_empty(0)
};
static const unsigned char file40[] = {
#embed "../../Sources/LureWebFiles/web/training/signs.js" if_empty(0)
};
static const unsigned char file41[] = {
#embed "../../Sources/LureWebFiles/web/training.css" if_empty(0)
};
static const unsigned char file42[] = {
#embed "../../Sources/LureWebFiles/web/training.html" if_empty(0)
};
static const unsigned char file43[] = {
#embed "../../Sources/LureWebFiles/web/training.js" if_empty(0)
};
static const unsigned char file44[] = {
#embed "../../rules/texts/ar.json" if_empty(0)
};
static const unsigned char file45[] = {
#embed "../../rules/texts/hi.json" if_empty(0)
};
static const unsigned char file46[] = {
#embed "../../rules/texts/id.json" if_empty(0)
};
static const unsigned char file47[] = {
#embed "../../rules/texts/km.json" if_empty(0)
};
static const unsigned char file48[] = {
#embed "../../rules/texts/zh-Hans.json" if_empty(0)
};
static const unsigned char file49[] = {
#embed "../../rules/texts/zh-Hant.json" if_empty(0)
};
static const unsigned char file50[] = {
#embed "../../Sources/LureWebFiles/openapi.yaml" if_empty(0)
};

static const LureWebFile files[] = {
    {"web/about.html", file0, sizeof file0},
    {"web/about.js", file1, sizeof file1},
    {"web/desk/answers.js", file2, sizeof file2},
    {"web/desk/note.js", file3, sizeof file3},
    {"web/desk/picture.js", file4, sizeof file4},
    {"web/desk/quotes.js", file5, sizeof file5},
    {"web/desk/reasons.js", file6, sizeof file6},
    {"web/desk.html", file7, sizeof file7},
    {"web/desk.js", file8, sizeof file8},
    {"web/examples.json", file9, sizeof file9},
    {"web/help.html", file10, sizeof file10},
    {"web/help.js", file11, sizeof file11},
    {"web/icon.svg", file12, sizeof file12},
    {"web/languages/ar.json", file13, sizeof file13},
    {"web/languages/en.json", file14, sizeof file14},
    {"web/languages/hi.json", file15, sizeof file15},
    {"web/languages/id.json", file16, sizeof file16},
    {"web/languages/km.json", file17, sizeof file17},
    {"web/languages/zh-Hans.json", file18, sizeof file18},
    {"web/languages/zh-Hant.json", file19, sizeof file19},
    {"web/lib/api.js", file20, sizeof file20},
    {"web/lib/dom.js", file21, sizeof file21},
    {"web/lib/frame.js", file22, sizeof file22},
    {"web/lib/help.js", file23, sizeof file23},
    {"web/lib/i18n.js", file24, sizeof file24},
    {"web/lib/marks.js", file25, sizeof file25},
    {"web/lib/verdict.js", file26, sizeof file26},
    {"web/style.css", file27, sizeof file27},
    {"web/training/controls.js", file28, sizeof file28},
    {"web/training/draw.js", file29, sizeof file29},
    {"web/training/example.js", file30, sizeof file30},
    {"web/training/examples.js", file31, sizeof file31},
    {"web/training/gallery.js", file32, sizeof file32},
    {"web/training/handout.js", file33, sizeof file33},
    {"web/training/kinds.js", file34, sizeof file34},
    {"web/training/outcome.js", file35, sizeof file35},
    {"web/training/projector.js", file36, sizeof file36},
    {"web/training/quiz.js", file37, sizeof file37},
    {"web/training/score.js", file38, sizeof file38},
    {"web/training/sentences.js", file39, sizeof file39},
    {"web/training/signs.js", file40, sizeof file40},
    {"web/training.css", file41, sizeof file41},
    {"web/training.html", file42, sizeof file42},
    {"web/training.js", file43, sizeof file43},
    {"rules/texts/ar.json", file44, sizeof file44},
    {"rules/texts/hi.json", file45, sizeof file45},
    {"rules/texts/id.json", file46, sizeof file46},
    {"rules/texts/km.json", file47, sizeof file47},
    {"rules/texts/zh-Hans.json", file48, sizeof file48},
    {"rules/texts/zh-Hant.json", file49, sizeof file49},
    {"openapi.yaml", file50, sizeof file50},
};

const LureWebFile *lure_web_files(void) { return files; }
size_t lure_web_file_count(void) { return sizeof files / sizeof files[0]; }
