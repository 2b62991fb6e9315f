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
#embed "../../Sources/LureWebFiles/web/files/answers.js" if_empty(0)
};
static const unsigned char file11[] = {
#embed "../../Sources/LureWebFiles/web/files/breathe.js" if_empty(0)
};
static const unsigned char file12[] = {
#embed "../../Sources/LureWebFiles/web/files/charts.js" if_empty(0)
};
static const unsigned char file13[] = {
#embed "../../Sources/LureWebFiles/web/files/columns.js" if_empty(0)
};
static const unsigned char file14[] = {
#embed "../../Sources/LureWebFiles/web/files/csv.js" if_empty(0)
};
static const unsigned char file15[] = {
#embed "../../Sources/LureWebFiles/web/files/download.js" if_empty(0)
};
static const unsigned char file16[] = {
#embed "../../Sources/LureWebFiles/web/files/encoding.js" if_empty(0)
};
static const unsigned char file17[] = {
#embed "../../Sources/LureWebFiles/web/files/groups.js" if_empty(0)
};
static const unsigned char file18[] = {
#embed "../../Sources/LureWebFiles/web/files/jsonl.js" if_empty(0)
};
static const unsigned char file19[] = {
#embed "../../Sources/LureWebFiles/web/files/list.js" if_empty(0)
};
static const unsigned char file20[] = {
#embed "../../Sources/LureWebFiles/web/files/progress.js" if_empty(0)
};
static const unsigned char file21[] = {
#embed "../../Sources/LureWebFiles/web/files/report.js" if_empty(0)
};
static const unsigned char file22[] = {
#embed "../../Sources/LureWebFiles/web/files/results.js" if_empty(0)
};
static const unsigned char file23[] = {
#embed "../../Sources/LureWebFiles/web/files/row.js" if_empty(0)
};
static const unsigned char file24[] = {
#embed "../../Sources/LureWebFiles/web/files/run.js" if_empty(0)
};
static const unsigned char file25[] = {
#embed "../../Sources/LureWebFiles/web/files/setup.js" if_empty(0)
};
static const unsigned char file26[] = {
#embed "../../Sources/LureWebFiles/web/files/sheet.js" if_empty(0)
};
static const unsigned char file27[] = {
#embed "../../Sources/LureWebFiles/web/files/words.js" if_empty(0)
};
static const unsigned char file28[] = {
#embed "../../Sources/LureWebFiles/web/files.css" if_empty(0)
};
static const unsigned char file29[] = {
#embed "../../Sources/LureWebFiles/web/files.html" if_empty(0)
};
static const unsigned char file30[] = {
#embed "../../Sources/LureWebFiles/web/files.js" if_empty(0)
};
static const unsigned char file31[] = {
#embed "../../Sources/LureWebFiles/web/help.html" if_empty(0)
};
static const unsigned char file32[] = {
#embed "../../Sources/LureWebFiles/web/help.js" if_empty(0)
};
static const unsigned char file33[] = {
#embed "../../Sources/LureWebFiles/web/icon.svg" if_empty(0)
};
static const unsigned char file34[] = {
#embed "../../Sources/LureWebFiles/web/languages/ar.json" if_empty(0)
};
static const unsigned char file35[] = {
#embed "../../Sources/LureWebFiles/web/languages/en.json" if_empty(0)
};
static const unsigned char file36[] = {
#embed "../../Sources/LureWebFiles/web/languages/hi.json" if_empty(0)
};
static const unsigned char file37[] = {
#embed "../../Sources/LureWebFiles/web/languages/id.json" if_empty(0)
};
static const unsigned char file38[] = {
#embed "../../Sources/LureWebFiles/web/languages/km.json" if_empty(0)
};
static const unsigned char file39[] = {
#embed "../../Sources/LureWebFiles/web/languages/th.json" if_empty(0)
};
static const unsigned char file40[] = {
#embed "../../Sources/LureWebFiles/web/languages/vi.json" if_empty(0)
};
static const unsigned char file41[] = {
#embed "../../Sources/LureWebFiles/web/languages/zh-Hans.json" if_empty(0)
};
static const unsigned char file42[] = {
#embed "../../Sources/LureWebFiles/web/languages/zh-Hant.json" if_empty(0)
};
static const unsigned char file43[] = {
#embed "../../Sources/LureWebFiles/web/lib/api.js" if_empty(0)
};
static const unsigned char file44[] = {
#embed "../../Sources/LureWebFiles/web/lib/dom.js" if_empty(0)
};
static const unsigned char file45[] = {
#embed "../../Sources/LureWebFiles/web/lib/frame.js" if_empty(0)
};
static const unsigned char file46[] = {
#embed "../../Sources/LureWebFiles/web/lib/help.js" if_empty(0)
};
static const unsigned char file47[] = {
#embed "../../Sources/LureWebFiles/web/lib/i18n.js" if_empty(0)
};
static const unsigned char file48[] = {
#embed "../../Sources/LureWebFiles/web/lib/marks.js" if_empty(0)
};
static const unsigned char file49[] = {
#embed "../../Sources/LureWebFiles/web/lib/verdict.js" if_empty(0)
};
static const unsigned char file50[] = {
#embed "../../Sources/LureWebFiles/web/style.css" if_empty(0)
};
static const unsigned char file51[] = {
#embed "../../Sources/LureWebFiles/web/training/controls.js" if_empty(0)
};
static const unsigned char file52[] = {
#embed "../../Sources/LureWebFiles/web/training/draw.js" if_empty(0)
};
static const unsigned char file53[] = {
#embed "../../Sources/LureWebFiles/web/training/example.js" if_empty(0)
};
static const unsigned char file54[] = {
#embed "../../Sources/LureWebFiles/web/training/examples.js" if_empty(0)
};
static const unsigned char file55[] = {
#embed "../../Sources/LureWebFiles/web/training/gallery.js" if_empty(0)
};
static const unsigned char file56[] = {
#embed "../../Sources/LureWebFiles/web/training/handout.js" if_empty(0)
};
static const unsigned char file57[] = {
#embed "../../Sources/LureWebFiles/web/training/kinds.js" if_empty(0)
};
static const unsigned char file58[] = {
#embed "../../Sources/LureWebFiles/web/training/outcome.js" if_empty(0)
};
static const unsigned char file59[] = {
#embed "../../Sources/LureWebFiles/web/training/projector.js" if_empty(0)
};
static const unsigned char file60[] = {
#embed "../../Sources/LureWebFiles/web/training/quiz.js" if_empty(0)
};
static const unsigned char file61[] = {
#embed "../../Sources/LureWebFiles/web/training/score.js" if_empty(0)
};
static const unsigned char file62[] = {
#embed "../../Sources/LureWebFiles/web/training/sentences.js" if_empty(0)
};
static const unsigned char file63[] = {
#embed "../../Sources/LureWebFiles/web/training/signs.js" if_empty(0)
};
static const unsigned char file64[] = {
#embed "../../Sources/LureWebFiles/web/training.css" if_empty(0)
};
static const unsigned char file65[] = {
#embed "../../Sources/LureWebFiles/web/training.html" if_empty(0)
};
static const unsigned char file66[] = {
#embed "../../Sources/LureWebFiles/web/training.js" if_empty(0)
};
static const unsigned char file67[] = {
#embed "../../rules/texts/ar.json" if_empty(0)
};
static const unsigned char file68[] = {
#embed "../../rules/texts/hi.json" if_empty(0)
};
static const unsigned char file69[] = {
#embed "../../rules/texts/id.json" if_empty(0)
};
static const unsigned char file70[] = {
#embed "../../rules/texts/km.json" if_empty(0)
};
static const unsigned char file71[] = {
#embed "../../rules/texts/th.json" if_empty(0)
};
static const unsigned char file72[] = {
#embed "../../rules/texts/vi.json" if_empty(0)
};
static const unsigned char file73[] = {
#embed "../../rules/texts/zh-Hans.json" if_empty(0)
};
static const unsigned char file74[] = {
#embed "../../rules/texts/zh-Hant.json" if_empty(0)
};
static const unsigned char file75[] = {
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
    {"web/files/answers.js", file10, sizeof file10},
    {"web/files/breathe.js", file11, sizeof file11},
    {"web/files/charts.js", file12, sizeof file12},
    {"web/files/columns.js", file13, sizeof file13},
    {"web/files/csv.js", file14, sizeof file14},
    {"web/files/download.js", file15, sizeof file15},
    {"web/files/encoding.js", file16, sizeof file16},
    {"web/files/groups.js", file17, sizeof file17},
    {"web/files/jsonl.js", file18, sizeof file18},
    {"web/files/list.js", file19, sizeof file19},
    {"web/files/progress.js", file20, sizeof file20},
    {"web/files/report.js", file21, sizeof file21},
    {"web/files/results.js", file22, sizeof file22},
    {"web/files/row.js", file23, sizeof file23},
    {"web/files/run.js", file24, sizeof file24},
    {"web/files/setup.js", file25, sizeof file25},
    {"web/files/sheet.js", file26, sizeof file26},
    {"web/files/words.js", file27, sizeof file27},
    {"web/files.css", file28, sizeof file28},
    {"web/files.html", file29, sizeof file29},
    {"web/files.js", file30, sizeof file30},
    {"web/help.html", file31, sizeof file31},
    {"web/help.js", file32, sizeof file32},
    {"web/icon.svg", file33, sizeof file33},
    {"web/languages/ar.json", file34, sizeof file34},
    {"web/languages/en.json", file35, sizeof file35},
    {"web/languages/hi.json", file36, sizeof file36},
    {"web/languages/id.json", file37, sizeof file37},
    {"web/languages/km.json", file38, sizeof file38},
    {"web/languages/th.json", file39, sizeof file39},
    {"web/languages/vi.json", file40, sizeof file40},
    {"web/languages/zh-Hans.json", file41, sizeof file41},
    {"web/languages/zh-Hant.json", file42, sizeof file42},
    {"web/lib/api.js", file43, sizeof file43},
    {"web/lib/dom.js", file44, sizeof file44},
    {"web/lib/frame.js", file45, sizeof file45},
    {"web/lib/help.js", file46, sizeof file46},
    {"web/lib/i18n.js", file47, sizeof file47},
    {"web/lib/marks.js", file48, sizeof file48},
    {"web/lib/verdict.js", file49, sizeof file49},
    {"web/style.css", file50, sizeof file50},
    {"web/training/controls.js", file51, sizeof file51},
    {"web/training/draw.js", file52, sizeof file52},
    {"web/training/example.js", file53, sizeof file53},
    {"web/training/examples.js", file54, sizeof file54},
    {"web/training/gallery.js", file55, sizeof file55},
    {"web/training/handout.js", file56, sizeof file56},
    {"web/training/kinds.js", file57, sizeof file57},
    {"web/training/outcome.js", file58, sizeof file58},
    {"web/training/projector.js", file59, sizeof file59},
    {"web/training/quiz.js", file60, sizeof file60},
    {"web/training/score.js", file61, sizeof file61},
    {"web/training/sentences.js", file62, sizeof file62},
    {"web/training/signs.js", file63, sizeof file63},
    {"web/training.css", file64, sizeof file64},
    {"web/training.html", file65, sizeof file65},
    {"web/training.js", file66, sizeof file66},
    {"rules/texts/ar.json", file67, sizeof file67},
    {"rules/texts/hi.json", file68, sizeof file68},
    {"rules/texts/id.json", file69, sizeof file69},
    {"rules/texts/km.json", file70, sizeof file70},
    {"rules/texts/th.json", file71, sizeof file71},
    {"rules/texts/vi.json", file72, sizeof file72},
    {"rules/texts/zh-Hans.json", file73, sizeof file73},
    {"rules/texts/zh-Hant.json", file74, sizeof file74},
    {"openapi.yaml", file75, sizeof file75},
};

const LureWebFile *lure_web_files(void) { return files; }
size_t lure_web_file_count(void) { return sizeof files / sizeof files[0]; }
