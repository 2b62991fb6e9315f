/* A bare screener: Hyperscan finds phrases, PCRE2 confirms them, naive Bayes over words and pairs of words judges.
 *
 * It neither folds nor explains: letters of ASCII are matched in either case, all others byte by byte.
 *
 *     hyperscan train MODEL < labelled lines ("1 text" or "0 text")
 *     hyperscan scan MODEL PHRASES CORPUS      (PHRASES: "rule TAB phrase" a line; CORPUS: JSON lines)
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <hs.h>
#include <math.h>
#include <pcre2.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 1 << 20, MOST_RULES = 1 << 16, MOST_PHRASES = 1 << 16 };

/* Counts while it learns, then log-odds a column; `prior` is the log-odds before any word. */
struct model {
    float prior;
    float odds[COLUMNS];
};

struct phrase {
    char *text;
    size_t length;
    unsigned rule;
    pcre2_code *code;  /* compiled when first a candidate: most never are */
};

struct screener {
    struct phrase *phrases;
    unsigned count;
    char **rules;
    unsigned rule_count;
    hs_database_t *database;
    hs_scratch_t *scratch;
    pcre2_match_data *match;
};

/* One message and the rules confirmed in it. */
struct message {
    struct screener *screener;
    const char *text;
    size_t length;
    unsigned hits[MOST_RULES];
    unsigned hit_count;
    unsigned char seen[MOST_RULES];
};

static void stop(const char *why) {
    fprintf(stderr, "error: %s\n", why);
    exit(1);
}

/* 1 for bytes of words: ASCII letters and digits, and all of other scripts. */
static unsigned char is_word[256];
static unsigned char lower[256];

static void fill_tables(void) {
    for (int byte = 0; byte < 256; byte++) {
        int upper = byte >= 'A' && byte <= 'Z';
        lower[byte] = upper ? byte + 32 : byte;
        is_word[byte] = byte >= 128 || upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    }
}

/* Columns of a text's words and pairs of words; FNV-1a. At most `most`. */
static size_t columns_of(const char *text, size_t length, uint32_t *columns, size_t most) {
    size_t count = 0;
    uint32_t before = 0;
    for (size_t at = 0; at < length && count + 2 <= most;) {
        if (!is_word[(unsigned char)text[at]]) {
            at++;
            continue;
        }
        uint32_t hash = 2166136261u;
        for (; at < length && is_word[(unsigned char)text[at]]; at++)
            hash = (hash ^ lower[(unsigned char)text[at]]) * 16777619u;
        columns[count++] = (hash ^ hash >> 15) & (COLUMNS - 1);
        uint32_t pair = (before * 31 ^ hash) * 2654435761u;
        if (before) columns[count++] = (pair ^ pair >> 15) & (COLUMNS - 1);
        before = hash;
    }
    return count;
}

enum { MOST_COLUMNS = 1 << 20 };
static uint32_t columns[MOST_COLUMNS];

static float score(const struct model *model, const char *text, size_t length) {
    size_t count = columns_of(text, length, columns, MOST_COLUMNS);
    float sum = 0;
    for (size_t i = 0; i < count; i++) sum += model->odds[columns[i]];
    /* Scaled by length like a row of unit norm: bare sums are all but 0 or 1. */
    return 1 / (1 + expf(-(model->prior + sum / sqrtf(count + 1.0f))));
}

static int train(const char *path) {
    static float counts[2][COLUMNS];
    static struct model model;
    double totals[2] = {0, 0}, rows[2] = {0, 0};
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    while ((length = getline(&line, &capacity, stdin)) > 2) {
        int label = line[0] == '1';
        size_t count = columns_of(line + 2, length - 2, columns, MOST_COLUMNS);
        for (size_t i = 0; i < count; i++) counts[label][columns[i]] += 1;
        totals[label] += count;
        rows[label] += 1;
    }
    const double alpha = 0.1;
    for (size_t i = 0; i < COLUMNS; i++)
        model.odds[i] = log((counts[1][i] + alpha) / (totals[1] + alpha * COLUMNS))
            - log((counts[0][i] + alpha) / (totals[0] + alpha * COLUMNS));
    model.prior = log(rows[1] / rows[0]);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(&model, sizeof model, 1, file) != 1 || fclose(file)) stop("the model can't be written");
    return 0;
}

/* The phrase as an expression, bound by word boundaries where it begins or ends with an ASCII letter or digit. */
static pcre2_code *compile(const struct phrase *phrase) {
    char *source = malloc(phrase->length + 32);
    const unsigned char *text = (const unsigned char *)phrase->text;
    unsigned char first = text[0], last = text[phrase->length - 1];
    int length = sprintf(source, "%s\\Q%s\\E%s", first < 128 && is_word[first] ? "\\b" : "", phrase->text,
                         last < 128 && is_word[last] ? "\\b" : "");
    int error;
    PCRE2_SIZE place;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)source, length,
                                     PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NO_UTF_CHECK, &error, &place, NULL);
    free(source);
    if (!code) stop("a phrase does not compile");
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    return code;
}

static int candidate(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
    struct message *message = context;
    struct screener *screener = message->screener;
    struct phrase *phrase = &screener->phrases[id];
    (void)from, (void)flags;
    if (message->seen[phrase->rule] || to < phrase->length) return 0;
    if (!phrase->code) phrase->code = compile(phrase);
    /* The subject ends a character after the candidate, which is all that a boundary looks at. */
    size_t end = to;
    while (end < message->length && end < to + 4) end++;
    while (end > to && end < message->length && ((unsigned char)message->text[end] & 0xC0) == 0x80) end--;
    if (pcre2_jit_match(phrase->code, (PCRE2_SPTR)message->text, end, to - phrase->length, 0, screener->match, NULL) > 0) {
        message->seen[phrase->rule] = 1;
        message->hits[message->hit_count++] = phrase->rule;
    }
    return 0;
}

static unsigned rule_of(struct screener *screener, const char *name) {
    if (screener->rule_count && !strcmp(screener->rules[screener->rule_count - 1], name)) return screener->rule_count - 1;
    if (screener->rule_count == MOST_RULES) stop("too many rules");
    screener->rules[screener->rule_count] = strdup(name);
    return screener->rule_count++;
}

static void load_phrases(struct screener *screener, const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) stop("the phrases can't be read");
    screener->phrases = calloc(MOST_PHRASES, sizeof *screener->phrases);
    screener->rules = calloc(MOST_RULES, sizeof *screener->rules);
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    while ((length = getline(&line, &capacity, file)) > 0 && screener->count < MOST_PHRASES) {
        if (line[length - 1] == '\n') line[--length] = 0;
        char *tab = strchr(line, '\t');
        if (!tab) stop("a phrase without a rule");
        *tab = 0;
        struct phrase *phrase = &screener->phrases[screener->count++];
        phrase->rule = rule_of(screener, line);
        phrase->text = strdup(tab + 1);
        phrase->length = strlen(phrase->text);
    }
    free(line);
    fclose(file);
}

static void compile_database(struct screener *screener) {
    unsigned count = screener->count;
    const char **texts = malloc(count * sizeof *texts);
    unsigned *flags = malloc(count * sizeof *flags), *ids = malloc(count * sizeof *ids);
    size_t *lengths = malloc(count * sizeof *lengths);
    for (unsigned i = 0; i < count; i++) {
        texts[i] = screener->phrases[i].text;
        lengths[i] = screener->phrases[i].length;
        flags[i] = HS_FLAG_CASELESS;
        ids[i] = i;
    }
    hs_compile_error_t *error;
    if (hs_compile_lit_multi(texts, flags, ids, lengths, count, HS_MODE_BLOCK, NULL, &screener->database, &error))
        stop(error->message);
    if (hs_alloc_scratch(screener->database, &screener->scratch)) stop("no scratch memory");
    screener->match = pcre2_match_data_create(1, NULL);
    free(texts), free(flags), free(ids), free(lengths);
}

/* Writes a character as UTF-8; returns the bytes written. */
static size_t put(char *out, uint32_t c) {
    if (c < 0x80) return out[0] = c, 1;
    if (c < 0x800) return out[0] = 0xC0 | c >> 6, out[1] = 0x80 | (c & 63), 2;
    if (c < 0x10000) return out[0] = 0xE0 | c >> 12, out[1] = 0x80 | (c >> 6 & 63), out[2] = 0x80 | (c & 63), 3;
    return out[0] = 0xF0 | c >> 18, out[1] = 0x80 | (c >> 12 & 63), out[2] = 0x80 | (c >> 6 & 63), out[3] = 0x80 | (c & 63), 4;
}

static uint32_t escape_code(char **at) {
    char digits[5] = {0};
    memcpy(digits, *at, 4);
    *at += 4;
    return strtoul(digits, NULL, 16);
}

/* The string at `*at` (after its quote), unescaped in place; `*at` goes behind its closing quote. */
static char *string(char **at, size_t *length) {
    char *start = *at, *in = start, *out = start;
    for (; *in && *in != '"';) {
        char *stop_at = in + strcspn(in, "\"\\");
        memmove(out, in, stop_at - in);
        out += stop_at - in, in = stop_at;
        if (*in != '\\') continue;
        char kind = in[1];
        in += 2;
        if (kind == 'u') {
            uint32_t c = escape_code(&in);
            if (c >= 0xD800 && c < 0xDC00 && in[0] == '\\' && in[1] == 'u') {
                in += 2;
                c = 0x10000 + ((c - 0xD800) << 10) + (escape_code(&in) - 0xDC00);
            }
            out += put(out, c);
        } else {
            *out++ = kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind == 'b' ? '\b' : kind == 'f' ? '\f' : kind;
        }
    }
    *length = out - start;
    *at = in + (*in == '"');
    return start;
}

static void answer(const struct message *message, const char *id, size_t id_length, float probability) {
    printf("{\"id\":\"%.*s\",\"lure\":%s,\"score\":%.6f,\"rules\":[", (int)id_length, id,
           probability >= 0.5f ? "true" : "false", probability);
    for (unsigned i = 0; i < message->hit_count; i++)
        printf("%s\"%s\"", i ? "," : "", message->screener->rules[message->hits[i]]);
    puts("]}");
}

/* Answers one line of the corpus: an object whose first members are the strings "id" and "text". */
static void screen(struct screener *screener, const struct model *model, struct message *message, char *line) {
    size_t id_length, length;
    char *at = strstr(line, "\"id\": \"");
    if (!at) stop("a row without an id");
    at += 7;
    char *id = string(&at, &id_length);
    at = strstr(at, "\"text\": \"");
    if (!at) stop("a row without a text");
    at += 9;
    message->text = string(&at, &length);
    message->length = length;
    for (unsigned i = 0; i < message->hit_count; i++) message->seen[message->hits[i]] = 0;
    message->hit_count = 0;
    if (hs_scan(screener->database, message->text, length, 0, screener->scratch, candidate, message))
        stop("Hyperscan failed");
    answer(message, id, id_length, score(model, message->text, length));
}

static int scan(const char *model_path, const char *phrases, const char *corpus) {
    static struct model model;
    static struct screener screener;
    static struct message message = {.screener = &screener};
    FILE *file = fopen(model_path, "rb");
    if (!file || fread(&model, sizeof model, 1, file) != 1) stop("the model can't be read");
    fclose(file);
    load_phrases(&screener, phrases);
    compile_database(&screener);
    if (!(file = fopen(corpus, "rb"))) stop("the corpus can't be read");
    char *line = NULL;
    size_t capacity = 0;
    while (getline(&line, &capacity, file) > 0) screen(&screener, &model, &message, line);
    return 0;
}

int main(int count, char **arguments) {
    fill_tables();
    if (count == 3 && !strcmp(arguments[1], "train")) return train(arguments[2]);
    if (count == 5 && !strcmp(arguments[1], "scan")) return scan(arguments[2], arguments[3], arguments[4]);
    stop("usage: hyperscan train MODEL | hyperscan scan MODEL PHRASES CORPUS");
}
