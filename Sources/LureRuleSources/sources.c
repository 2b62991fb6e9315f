// Made by scripts/rule-sources; do not edit.
#include "LureRuleSources.h"

static const unsigned char file0[] = {
#embed "../../docs/sources.md" if_empty(0)
};
static const unsigned char file1[] = {
#embed "../../rules/channel/channel-encrypted-move.yml" if_empty(0)
};
static const unsigned char file2[] = {
#embed "../../rules/channel/channel-informal-only.yml" if_empty(0)
};
static const unsigned char file3[] = {
#embed "../../rules/channel/channel-obfuscated-text.yml" if_empty(0)
};
static const unsigned char file4[] = {
#embed "../../rules/concepts/README.md" if_empty(0)
};
static const unsigned char file5[] = {
#embed "../../rules/concepts/am.tsv" if_empty(0)
};
static const unsigned char file6[] = {
#embed "../../rules/concepts/ar.tsv" if_empty(0)
};
static const unsigned char file7[] = {
#embed "../../rules/concepts/bn.tsv" if_empty(0)
};
static const unsigned char file8[] = {
#embed "../../rules/concepts/en.tsv" if_empty(0)
};
static const unsigned char file9[] = {
#embed "../../rules/concepts/es.tsv" if_empty(0)
};
static const unsigned char file10[] = {
#embed "../../rules/concepts/fr.tsv" if_empty(0)
};
static const unsigned char file11[] = {
#embed "../../rules/concepts/hi-Latn.tsv" if_empty(0)
};
static const unsigned char file12[] = {
#embed "../../rules/concepts/hi.tsv" if_empty(0)
};
static const unsigned char file13[] = {
#embed "../../rules/concepts/id.tsv" if_empty(0)
};
static const unsigned char file14[] = {
#embed "../../rules/concepts/ja.tsv" if_empty(0)
};
static const unsigned char file15[] = {
#embed "../../rules/concepts/km.tsv" if_empty(0)
};
static const unsigned char file16[] = {
#embed "../../rules/concepts/ko.tsv" if_empty(0)
};
static const unsigned char file17[] = {
#embed "../../rules/concepts/lo.tsv" if_empty(0)
};
static const unsigned char file18[] = {
#embed "../../rules/concepts/mn.tsv" if_empty(0)
};
static const unsigned char file19[] = {
#embed "../../rules/concepts/ms.tsv" if_empty(0)
};
static const unsigned char file20[] = {
#embed "../../rules/concepts/my.tsv" if_empty(0)
};
static const unsigned char file21[] = {
#embed "../../rules/concepts/ne.tsv" if_empty(0)
};
static const unsigned char file22[] = {
#embed "../../rules/concepts/pt-BR.tsv" if_empty(0)
};
static const unsigned char file23[] = {
#embed "../../rules/concepts/ru.tsv" if_empty(0)
};
static const unsigned char file24[] = {
#embed "../../rules/concepts/si.tsv" if_empty(0)
};
static const unsigned char file25[] = {
#embed "../../rules/concepts/sw.tsv" if_empty(0)
};
static const unsigned char file26[] = {
#embed "../../rules/concepts/ta.tsv" if_empty(0)
};
static const unsigned char file27[] = {
#embed "../../rules/concepts/th.tsv" if_empty(0)
};
static const unsigned char file28[] = {
#embed "../../rules/concepts/tl.tsv" if_empty(0)
};
static const unsigned char file29[] = {
#embed "../../rules/concepts/ur.tsv" if_empty(0)
};
static const unsigned char file30[] = {
#embed "../../rules/concepts/vi.tsv" if_empty(0)
};
static const unsigned char file31[] = {
#embed "../../rules/concepts/zh.tsv" if_empty(0)
};
static const unsigned char file32[] = {
#embed "../../rules/control/control-closed-campus.yml" if_empty(0)
};
static const unsigned char file33[] = {
#embed "../../rules/control/control-contract-penalty.yml" if_empty(0)
};
static const unsigned char file34[] = {
#embed "../../rules/control/control-phone-surrender.yml" if_empty(0)
};
static const unsigned char file35[] = {
#embed "../../rules/ctx/ctx-distress-cue.yml" if_empty(0)
};
static const unsigned char file36[] = {
#embed "../../rules/ctx/ctx-education-training.yml" if_empty(0)
};
static const unsigned char file37[] = {
#embed "../../rules/ctx/ctx-help-seeking-question.yml" if_empty(0)
};
static const unsigned char file38[] = {
#embed "../../rules/ctx/ctx-live-distress.yml" if_empty(0)
};
static const unsigned char file39[] = {
#embed "../../rules/ctx/ctx-news-report.yml" if_empty(0)
};
static const unsigned char file40[] = {
#embed "../../rules/ctx/ctx-survivor-testimony.yml" if_empty(0)
};
static const unsigned char file41[] = {
#embed "../../rules/ctx/ctx-warning-advisory.yml" if_empty(0)
};
static const unsigned char file42[] = {
#embed "../../rules/dest/dest-border-staging-town.yml" if_empty(0)
};
static const unsigned char file43[] = {
#embed "../../rules/dest/dest-risk-country.yml" if_empty(0)
};
static const unsigned char file44[] = {
#embed "../../rules/dest/dest-scam-hub-place.yml" if_empty(0)
};
static const unsigned char file45[] = {
#embed "../../rules/dest/dest-switch.yml" if_empty(0)
};
static const unsigned char file46[] = {
#embed "../../rules/fee/debt-travel-deduction.yml" if_empty(0)
};
static const unsigned char file47[] = {
#embed "../../rules/fee/fee-training-deposit.yml" if_empty(0)
};
static const unsigned char file48[] = {
#embed "../../rules/fee/fee-upfront-placement.yml" if_empty(0)
};
static const unsigned char file49[] = {
#embed "../../rules/marr/marr-broker-introduction.yml" if_empty(0)
};
static const unsigned char file50[] = {
#embed "../../rules/marr/marr-job-pretext.yml" if_empty(0)
};
static const unsigned char file51[] = {
#embed "../../rules/marr/marr-payment-family.yml" if_empty(0)
};
static const unsigned char file52[] = {
#embed "../../rules/mit/mit-licence-number.yml" if_empty(0)
};
static const unsigned char file53[] = {
#embed "../../rules/mit/mit-no-fee.yml" if_empty(0)
};
static const unsigned char file54[] = {
#embed "../../rules/mit/mit-work-visa-contract.yml" if_empty(0)
};
static const unsigned char file55[] = {
#embed "../../rules/pay/benefit-travel-covered.yml" if_empty(0)
};
static const unsigned char file56[] = {
#embed "../../rules/pay/pay-advance-debt-clearance.yml" if_empty(0)
};
static const unsigned char file57[] = {
#embed "../../rules/pay/pay-easy-work.yml" if_empty(0)
};
static const unsigned char file58[] = {
#embed "../../rules/pay/pay-high-for-low-skill.yml" if_empty(0)
};
static const unsigned char file59[] = {
#embed "../../rules/people-words.tsv" if_empty(0)
};
static const unsigned char file60[] = {
#embed "../../rules/proc/proc-instant-hire.yml" if_empty(0)
};
static const unsigned char file61[] = {
#embed "../../rules/rec/rec-reassurance-denial.yml" if_empty(0)
};
static const unsigned char file62[] = {
#embed "../../rules/recipes/account-sim-or-transfer-work.yml" if_empty(0)
};
static const unsigned char file63[] = {
#embed "../../rules/recipes/chat-job-hub-place-ticket-paid.yml" if_empty(0)
};
static const unsigned char file64[] = {
#embed "../../rules/recipes/fee-before-work-abroad.yml" if_empty(0)
};
static const unsigned char file65[] = {
#embed "../../rules/recipes/light-work-high-pay-border-pick-up.yml" if_empty(0)
};
static const unsigned char file66[] = {
#embed "../../rules/recipes/likes-then-top-up.yml" if_empty(0)
};
static const unsigned char file67[] = {
#embed "../../rules/recipes/marriage-broker-money-to-family.yml" if_empty(0)
};
static const unsigned char file68[] = {
#embed "../../rules/recipes/online-gambling-closed-living.yml" if_empty(0)
};
static const unsigned char file69[] = {
#embed "../../rules/recipes/openly-fraudulent-job.yml" if_empty(0)
};
static const unsigned char file70[] = {
#embed "../../rules/recipes/scripted-answers-for-officers.yml" if_empty(0)
};
static const unsigned char file71[] = {
#embed "../../rules/recipes/ticket-debt-pay-to-leave.yml" if_empty(0)
};
static const unsigned char file72[] = {
#embed "../../rules/resale/resale-transfer-offer.yml" if_empty(0)
};
static const unsigned char file73[] = {
#embed "../../rules/role/role-customer-service-chat.yml" if_empty(0)
};
static const unsigned char file74[] = {
#embed "../../rules/role/role-data-entry-typist.yml" if_empty(0)
};
static const unsigned char file75[] = {
#embed "../../rules/role/role-online-gambling.yml" if_empty(0)
};
static const unsigned char file76[] = {
#embed "../../rules/role/role-overt-scam.yml" if_empty(0)
};
static const unsigned char file77[] = {
#embed "../../rules/role/role-recruiter-bounty.yml" if_empty(0)
};
static const unsigned char file78[] = {
#embed "../../rules/target/target-no-qualification.yml" if_empty(0)
};
static const unsigned char file79[] = {
#embed "../../rules/task/mule-account-rental.yml" if_empty(0)
};
static const unsigned char file80[] = {
#embed "../../rules/task/mule-money-transfer.yml" if_empty(0)
};
static const unsigned char file81[] = {
#embed "../../rules/task/task-deposit-unlock.yml" if_empty(0)
};
static const unsigned char file82[] = {
#embed "../../rules/task/task-like-rate.yml" if_empty(0)
};
static const unsigned char file83[] = {
#embed "../../rules/thresholds.yml" if_empty(0)
};
static const unsigned char file84[] = {
#embed "../../rules/travel/doc-passport-handover.yml" if_empty(0)
};
static const unsigned char file85[] = {
#embed "../../rules/travel/doc-we-handle-everything.yml" if_empty(0)
};
static const unsigned char file86[] = {
#embed "../../rules/travel/travel-escorted-multileg.yml" if_empty(0)
};
static const unsigned char file87[] = {
#embed "../../rules/travel/travel-immigration-coaching.yml" if_empty(0)
};
static const unsigned char file88[] = {
#embed "../../rules/travel/travel-irregular-crossing.yml" if_empty(0)
};
static const unsigned char file89[] = {
#embed "../../rules/travel/travel-tourist-visa-work.yml" if_empty(0)
};
static const unsigned char file90[] = {
#embed "../../rules/urg/sec-tell-no-one.yml" if_empty(0)
};
static const unsigned char file91[] = {
#embed "../../rules/weights.tsv" if_empty(0)
};

static const LureRuleSource sources[] = {
    {"docs/sources.md", file0, sizeof file0},
    {"rules/channel/channel-encrypted-move.yml", file1, sizeof file1},
    {"rules/channel/channel-informal-only.yml", file2, sizeof file2},
    {"rules/channel/channel-obfuscated-text.yml", file3, sizeof file3},
    {"rules/concepts/README.md", file4, sizeof file4},
    {"rules/concepts/am.tsv", file5, sizeof file5},
    {"rules/concepts/ar.tsv", file6, sizeof file6},
    {"rules/concepts/bn.tsv", file7, sizeof file7},
    {"rules/concepts/en.tsv", file8, sizeof file8},
    {"rules/concepts/es.tsv", file9, sizeof file9},
    {"rules/concepts/fr.tsv", file10, sizeof file10},
    {"rules/concepts/hi-Latn.tsv", file11, sizeof file11},
    {"rules/concepts/hi.tsv", file12, sizeof file12},
    {"rules/concepts/id.tsv", file13, sizeof file13},
    {"rules/concepts/ja.tsv", file14, sizeof file14},
    {"rules/concepts/km.tsv", file15, sizeof file15},
    {"rules/concepts/ko.tsv", file16, sizeof file16},
    {"rules/concepts/lo.tsv", file17, sizeof file17},
    {"rules/concepts/mn.tsv", file18, sizeof file18},
    {"rules/concepts/ms.tsv", file19, sizeof file19},
    {"rules/concepts/my.tsv", file20, sizeof file20},
    {"rules/concepts/ne.tsv", file21, sizeof file21},
    {"rules/concepts/pt-BR.tsv", file22, sizeof file22},
    {"rules/concepts/ru.tsv", file23, sizeof file23},
    {"rules/concepts/si.tsv", file24, sizeof file24},
    {"rules/concepts/sw.tsv", file25, sizeof file25},
    {"rules/concepts/ta.tsv", file26, sizeof file26},
    {"rules/concepts/th.tsv", file27, sizeof file27},
    {"rules/concepts/tl.tsv", file28, sizeof file28},
    {"rules/concepts/ur.tsv", file29, sizeof file29},
    {"rules/concepts/vi.tsv", file30, sizeof file30},
    {"rules/concepts/zh.tsv", file31, sizeof file31},
    {"rules/control/control-closed-campus.yml", file32, sizeof file32},
    {"rules/control/control-contract-penalty.yml", file33, sizeof file33},
    {"rules/control/control-phone-surrender.yml", file34, sizeof file34},
    {"rules/ctx/ctx-distress-cue.yml", file35, sizeof file35},
    {"rules/ctx/ctx-education-training.yml", file36, sizeof file36},
    {"rules/ctx/ctx-help-seeking-question.yml", file37, sizeof file37},
    {"rules/ctx/ctx-live-distress.yml", file38, sizeof file38},
    {"rules/ctx/ctx-news-report.yml", file39, sizeof file39},
    {"rules/ctx/ctx-survivor-testimony.yml", file40, sizeof file40},
    {"rules/ctx/ctx-warning-advisory.yml", file41, sizeof file41},
    {"rules/dest/dest-border-staging-town.yml", file42, sizeof file42},
    {"rules/dest/dest-risk-country.yml", file43, sizeof file43},
    {"rules/dest/dest-scam-hub-place.yml", file44, sizeof file44},
    {"rules/dest/dest-switch.yml", file45, sizeof file45},
    {"rules/fee/debt-travel-deduction.yml", file46, sizeof file46},
    {"rules/fee/fee-training-deposit.yml", file47, sizeof file47},
    {"rules/fee/fee-upfront-placement.yml", file48, sizeof file48},
    {"rules/marr/marr-broker-introduction.yml", file49, sizeof file49},
    {"rules/marr/marr-job-pretext.yml", file50, sizeof file50},
    {"rules/marr/marr-payment-family.yml", file51, sizeof file51},
    {"rules/mit/mit-licence-number.yml", file52, sizeof file52},
    {"rules/mit/mit-no-fee.yml", file53, sizeof file53},
    {"rules/mit/mit-work-visa-contract.yml", file54, sizeof file54},
    {"rules/pay/benefit-travel-covered.yml", file55, sizeof file55},
    {"rules/pay/pay-advance-debt-clearance.yml", file56, sizeof file56},
    {"rules/pay/pay-easy-work.yml", file57, sizeof file57},
    {"rules/pay/pay-high-for-low-skill.yml", file58, sizeof file58},
    {"rules/people-words.tsv", file59, sizeof file59},
    {"rules/proc/proc-instant-hire.yml", file60, sizeof file60},
    {"rules/rec/rec-reassurance-denial.yml", file61, sizeof file61},
    {"rules/recipes/account-sim-or-transfer-work.yml", file62, sizeof file62},
    {"rules/recipes/chat-job-hub-place-ticket-paid.yml", file63, sizeof file63},
    {"rules/recipes/fee-before-work-abroad.yml", file64, sizeof file64},
    {"rules/recipes/light-work-high-pay-border-pick-up.yml", file65, sizeof file65},
    {"rules/recipes/likes-then-top-up.yml", file66, sizeof file66},
    {"rules/recipes/marriage-broker-money-to-family.yml", file67, sizeof file67},
    {"rules/recipes/online-gambling-closed-living.yml", file68, sizeof file68},
    {"rules/recipes/openly-fraudulent-job.yml", file69, sizeof file69},
    {"rules/recipes/scripted-answers-for-officers.yml", file70, sizeof file70},
    {"rules/recipes/ticket-debt-pay-to-leave.yml", file71, sizeof file71},
    {"rules/resale/resale-transfer-offer.yml", file72, sizeof file72},
    {"rules/role/role-customer-service-chat.yml", file73, sizeof file73},
    {"rules/role/role-data-entry-typist.yml", file74, sizeof file74},
    {"rules/role/role-online-gambling.yml", file75, sizeof file75},
    {"rules/role/role-overt-scam.yml", file76, sizeof file76},
    {"rules/role/role-recruiter-bounty.yml", file77, sizeof file77},
    {"rules/target/target-no-qualification.yml", file78, sizeof file78},
    {"rules/task/mule-account-rental.yml", file79, sizeof file79},
    {"rules/task/mule-money-transfer.yml", file80, sizeof file80},
    {"rules/task/task-deposit-unlock.yml", file81, sizeof file81},
    {"rules/task/task-like-rate.yml", file82, sizeof file82},
    {"rules/thresholds.yml", file83, sizeof file83},
    {"rules/travel/doc-passport-handover.yml", file84, sizeof file84},
    {"rules/travel/doc-we-handle-everything.yml", file85, sizeof file85},
    {"rules/travel/travel-escorted-multileg.yml", file86, sizeof file86},
    {"rules/travel/travel-immigration-coaching.yml", file87, sizeof file87},
    {"rules/travel/travel-irregular-crossing.yml", file88, sizeof file88},
    {"rules/travel/travel-tourist-visa-work.yml", file89, sizeof file89},
    {"rules/urg/sec-tell-no-one.yml", file90, sizeof file90},
    {"rules/weights.tsv", file91, sizeof file91},
};

const LureRuleSource *lure_rule_sources(void) { return sources; }
size_t lure_rule_source_count(void) { return sizeof sources / sizeof sources[0]; }
