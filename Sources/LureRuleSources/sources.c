// Made by scripts/rule-sources; do not edit.
#include "LureRuleSources.h"

static const unsigned char file0[] = {
#embed "../../docs/sources.md" if_empty(0)
};
static const unsigned char file1[] = {
#embed "../../rules/channel/channel-encrypted-move.yml" if_empty(0)
};
static const unsigned char file2[] = {
#embed "../../rules/channel/channel-game-dating.yml" if_empty(0)
};
static const unsigned char file3[] = {
#embed "../../rules/channel/channel-group-mass-post.yml" if_empty(0)
};
static const unsigned char file4[] = {
#embed "../../rules/channel/channel-informal-only.yml" if_empty(0)
};
static const unsigned char file5[] = {
#embed "../../rules/channel/channel-obfuscated-text.yml" if_empty(0)
};
static const unsigned char file6[] = {
#embed "../../rules/channel/channel-unsolicited.yml" if_empty(0)
};
static const unsigned char file7[] = {
#embed "../../rules/concepts/README.md" if_empty(0)
};
static const unsigned char file8[] = {
#embed "../../rules/concepts/am.tsv" if_empty(0)
};
static const unsigned char file9[] = {
#embed "../../rules/concepts/ar.tsv" if_empty(0)
};
static const unsigned char file10[] = {
#embed "../../rules/concepts/bn.tsv" if_empty(0)
};
static const unsigned char file11[] = {
#embed "../../rules/concepts/en.tsv" if_empty(0)
};
static const unsigned char file12[] = {
#embed "../../rules/concepts/es.tsv" if_empty(0)
};
static const unsigned char file13[] = {
#embed "../../rules/concepts/fr.tsv" if_empty(0)
};
static const unsigned char file14[] = {
#embed "../../rules/concepts/hi-Latn.tsv" if_empty(0)
};
static const unsigned char file15[] = {
#embed "../../rules/concepts/hi.tsv" if_empty(0)
};
static const unsigned char file16[] = {
#embed "../../rules/concepts/id.tsv" if_empty(0)
};
static const unsigned char file17[] = {
#embed "../../rules/concepts/ja.tsv" if_empty(0)
};
static const unsigned char file18[] = {
#embed "../../rules/concepts/km.tsv" if_empty(0)
};
static const unsigned char file19[] = {
#embed "../../rules/concepts/ko.tsv" if_empty(0)
};
static const unsigned char file20[] = {
#embed "../../rules/concepts/lo.tsv" if_empty(0)
};
static const unsigned char file21[] = {
#embed "../../rules/concepts/mn.tsv" if_empty(0)
};
static const unsigned char file22[] = {
#embed "../../rules/concepts/ms.tsv" if_empty(0)
};
static const unsigned char file23[] = {
#embed "../../rules/concepts/my.tsv" if_empty(0)
};
static const unsigned char file24[] = {
#embed "../../rules/concepts/ne.tsv" if_empty(0)
};
static const unsigned char file25[] = {
#embed "../../rules/concepts/pt-BR.tsv" if_empty(0)
};
static const unsigned char file26[] = {
#embed "../../rules/concepts/ru.tsv" if_empty(0)
};
static const unsigned char file27[] = {
#embed "../../rules/concepts/si.tsv" if_empty(0)
};
static const unsigned char file28[] = {
#embed "../../rules/concepts/sw.tsv" if_empty(0)
};
static const unsigned char file29[] = {
#embed "../../rules/concepts/ta.tsv" if_empty(0)
};
static const unsigned char file30[] = {
#embed "../../rules/concepts/th.tsv" if_empty(0)
};
static const unsigned char file31[] = {
#embed "../../rules/concepts/tl.tsv" if_empty(0)
};
static const unsigned char file32[] = {
#embed "../../rules/concepts/ur.tsv" if_empty(0)
};
static const unsigned char file33[] = {
#embed "../../rules/concepts/vi.tsv" if_empty(0)
};
static const unsigned char file34[] = {
#embed "../../rules/concepts/zh.tsv" if_empty(0)
};
static const unsigned char file35[] = {
#embed "../../rules/control/control-closed-campus.yml" if_empty(0)
};
static const unsigned char file36[] = {
#embed "../../rules/control/control-confinement-violence.yml" if_empty(0)
};
static const unsigned char file37[] = {
#embed "../../rules/control/control-contract-penalty.yml" if_empty(0)
};
static const unsigned char file38[] = {
#embed "../../rules/control/control-phone-surrender.yml" if_empty(0)
};
static const unsigned char file39[] = {
#embed "../../rules/control/control-quota-punishment.yml" if_empty(0)
};
static const unsigned char file40[] = {
#embed "../../rules/control/control-ransom-demand.yml" if_empty(0)
};
static const unsigned char file41[] = {
#embed "../../rules/control/control-wage-withholding.yml" if_empty(0)
};
static const unsigned char file42[] = {
#embed "../../rules/ctx/ctx-distress-cue.yml" if_empty(0)
};
static const unsigned char file43[] = {
#embed "../../rules/ctx/ctx-education-training.yml" if_empty(0)
};
static const unsigned char file44[] = {
#embed "../../rules/ctx/ctx-help-seeking-question.yml" if_empty(0)
};
static const unsigned char file45[] = {
#embed "../../rules/ctx/ctx-live-distress.yml" if_empty(0)
};
static const unsigned char file46[] = {
#embed "../../rules/ctx/ctx-news-report.yml" if_empty(0)
};
static const unsigned char file47[] = {
#embed "../../rules/ctx/ctx-survivor-testimony.yml" if_empty(0)
};
static const unsigned char file48[] = {
#embed "../../rules/ctx/ctx-warning-advisory.yml" if_empty(0)
};
static const unsigned char file49[] = {
#embed "../../rules/dest/dest-border-staging-town.yml" if_empty(0)
};
static const unsigned char file50[] = {
#embed "../../rules/dest/dest-park-compound.yml" if_empty(0)
};
static const unsigned char file51[] = {
#embed "../../rules/dest/dest-risk-country.yml" if_empty(0)
};
static const unsigned char file52[] = {
#embed "../../rules/dest/dest-scam-hub-place.yml" if_empty(0)
};
static const unsigned char file53[] = {
#embed "../../rules/dest/dest-switch.yml" if_empty(0)
};
static const unsigned char file54[] = {
#embed "../../rules/dest/dest-transit-gateway.yml" if_empty(0)
};
static const unsigned char file55[] = {
#embed "../../rules/dest/dest-undisclosed.yml" if_empty(0)
};
static const unsigned char file56[] = {
#embed "../../rules/fee/debt-travel-deduction.yml" if_empty(0)
};
static const unsigned char file57[] = {
#embed "../../rules/fee/fee-personal-account-crypto.yml" if_empty(0)
};
static const unsigned char file58[] = {
#embed "../../rules/fee/fee-rescue-scam.yml" if_empty(0)
};
static const unsigned char file59[] = {
#embed "../../rules/fee/fee-training-deposit.yml" if_empty(0)
};
static const unsigned char file60[] = {
#embed "../../rules/fee/fee-upfront-placement.yml" if_empty(0)
};
static const unsigned char file61[] = {
#embed "../../rules/marr/marr-broker-introduction.yml" if_empty(0)
};
static const unsigned char file62[] = {
#embed "../../rules/marr/marr-coerced-debt.yml" if_empty(0)
};
static const unsigned char file63[] = {
#embed "../../rules/marr/marr-job-pretext.yml" if_empty(0)
};
static const unsigned char file64[] = {
#embed "../../rules/marr/marr-payment-family.yml" if_empty(0)
};
static const unsigned char file65[] = {
#embed "../../rules/mit/mit-licence-number.yml" if_empty(0)
};
static const unsigned char file66[] = {
#embed "../../rules/mit/mit-named-employer.yml" if_empty(0)
};
static const unsigned char file67[] = {
#embed "../../rules/mit/mit-no-fee.yml" if_empty(0)
};
static const unsigned char file68[] = {
#embed "../../rules/mit/mit-normal-selection.yml" if_empty(0)
};
static const unsigned char file69[] = {
#embed "../../rules/mit/mit-official-channel.yml" if_empty(0)
};
static const unsigned char file70[] = {
#embed "../../rules/mit/mit-regulated-terms.yml" if_empty(0)
};
static const unsigned char file71[] = {
#embed "../../rules/mit/mit-work-visa-contract.yml" if_empty(0)
};
static const unsigned char file72[] = {
#embed "../../rules/pay/benefit-luxury-lifestyle.yml" if_empty(0)
};
static const unsigned char file73[] = {
#embed "../../rules/pay/benefit-room-board.yml" if_empty(0)
};
static const unsigned char file74[] = {
#embed "../../rules/pay/benefit-travel-covered.yml" if_empty(0)
};
static const unsigned char file75[] = {
#embed "../../rules/pay/pay-advance-debt-clearance.yml" if_empty(0)
};
static const unsigned char file76[] = {
#embed "../../rules/pay/pay-commission-uncapped.yml" if_empty(0)
};
static const unsigned char file77[] = {
#embed "../../rules/pay/pay-daily-instant-cash.yml" if_empty(0)
};
static const unsigned char file78[] = {
#embed "../../rules/pay/pay-easy-work.yml" if_empty(0)
};
static const unsigned char file79[] = {
#embed "../../rules/pay/pay-high-for-low-skill.yml" if_empty(0)
};
static const unsigned char file80[] = {
#embed "../../rules/pay/pay-usd-crypto-quote.yml" if_empty(0)
};
static const unsigned char file81[] = {
#embed "../../rules/pay/usual-pay.yml" if_empty(0)
};
static const unsigned char file82[] = {
#embed "../../rules/people-words.tsv" if_empty(0)
};
static const unsigned char file83[] = {
#embed "../../rules/proc/proc-chat-typing-interview.yml" if_empty(0)
};
static const unsigned char file84[] = {
#embed "../../rules/proc/proc-instant-hire.yml" if_empty(0)
};
static const unsigned char file85[] = {
#embed "../../rules/proc/proc-legality-assurance.yml" if_empty(0)
};
static const unsigned char file86[] = {
#embed "../../rules/proc/proc-no-contract.yml" if_empty(0)
};
static const unsigned char file87[] = {
#embed "../../rules/proc/proc-transit-interview.yml" if_empty(0)
};
static const unsigned char file88[] = {
#embed "../../rules/rec/rec-acquaintance-referral.yml" if_empty(0)
};
static const unsigned char file89[] = {
#embed "../../rules/rec/rec-direct-hire-claim.yml" if_empty(0)
};
static const unsigned char file90[] = {
#embed "../../rules/rec/rec-impersonated-company.yml" if_empty(0)
};
static const unsigned char file91[] = {
#embed "../../rules/rec/rec-reassurance-denial.yml" if_empty(0)
};
static const unsigned char file92[] = {
#embed "../../rules/rec/rec-testimonial-influencer.yml" if_empty(0)
};
static const unsigned char file93[] = {
#embed "../../rules/rec/rec-unlicensed-agent.yml" if_empty(0)
};
static const unsigned char file94[] = {
#embed "../../rules/rec/rec-unnamed-employer.yml" if_empty(0)
};
static const unsigned char file95[] = {
#embed "../../rules/recipes/account-sim-or-transfer-work.yml" if_empty(0)
};
static const unsigned char file96[] = {
#embed "../../rules/recipes/chat-job-hub-place-ticket-paid.yml" if_empty(0)
};
static const unsigned char file97[] = {
#embed "../../rules/recipes/compatriot-recruiter-paid-per-head.yml" if_empty(0)
};
static const unsigned char file98[] = {
#embed "../../rules/recipes/debts-cleared-if-you-go.yml" if_empty(0)
};
static const unsigned char file99[] = {
#embed "../../rules/recipes/denies-danger-in-the-advert.yml" if_empty(0)
};
static const unsigned char file100[] = {
#embed "../../rules/recipes/expiring-visa-moved-on.yml" if_empty(0)
};
static const unsigned char file101[] = {
#embed "../../rules/recipes/fee-before-work-abroad.yml" if_empty(0)
};
static const unsigned char file102[] = {
#embed "../../rules/recipes/held-now-or-rescue-for-money.yml" if_empty(0)
};
static const unsigned char file103[] = {
#embed "../../rules/recipes/instant-cash-private-app-id.yml" if_empty(0)
};
static const unsigned char file104[] = {
#embed "../../rules/recipes/job-from-a-game-or-dating-chat.yml" if_empty(0)
};
static const unsigned char file105[] = {
#embed "../../rules/recipes/job-then-marriage-under-pressure.yml" if_empty(0)
};
static const unsigned char file106[] = {
#embed "../../rules/recipes/light-work-high-pay-border-pick-up.yml" if_empty(0)
};
static const unsigned char file107[] = {
#embed "../../rules/recipes/likes-then-top-up.yml" if_empty(0)
};
static const unsigned char file108[] = {
#embed "../../rules/recipes/looks-and-ticket-to-model-abroad.yml" if_empty(0)
};
static const unsigned char file109[] = {
#embed "../../rules/recipes/marriage-broker-money-to-family.yml" if_empty(0)
};
static const unsigned char file110[] = {
#embed "../../rules/recipes/move-to-another-compound.yml" if_empty(0)
};
static const unsigned char file111[] = {
#embed "../../rules/recipes/online-gambling-closed-living.yml" if_empty(0)
};
static const unsigned char file112[] = {
#embed "../../rules/recipes/openly-fraudulent-job.yml" if_empty(0)
};
static const unsigned char file113[] = {
#embed "../../rules/recipes/other-place-than-promised.yml" if_empty(0)
};
static const unsigned char file114[] = {
#embed "../../rules/recipes/paid-trip-with-a-package.yml" if_empty(0)
};
static const unsigned char file115[] = {
#embed "../../rules/recipes/scripted-answers-for-officers.yml" if_empty(0)
};
static const unsigned char file116[] = {
#embed "../../rules/recipes/ticket-debt-pay-to-leave.yml" if_empty(0)
};
static const unsigned char file117[] = {
#embed "../../rules/recipes/trade-job-without-papers.yml" if_empty(0)
};
static const unsigned char file118[] = {
#embed "../../rules/recipes/typing-test-high-pay-trip-arranged.yml" if_empty(0)
};
static const unsigned char file119[] = {
#embed "../../rules/recipes/visitor-entry-tech-job-via-hub.yml" if_empty(0)
};
static const unsigned char file120[] = {
#embed "../../rules/resale/resale-recruit-replacement.yml" if_empty(0)
};
static const unsigned char file121[] = {
#embed "../../rules/resale/resale-sold-transferred.yml" if_empty(0)
};
static const unsigned char file122[] = {
#embed "../../rules/resale/resale-transfer-offer.yml" if_empty(0)
};
static const unsigned char file123[] = {
#embed "../../rules/role/role-customer-service-chat.yml" if_empty(0)
};
static const unsigned char file124[] = {
#embed "../../rules/role/role-data-entry-typist.yml" if_empty(0)
};
static const unsigned char file125[] = {
#embed "../../rules/role/role-digital-marketing-sales.yml" if_empty(0)
};
static const unsigned char file126[] = {
#embed "../../rules/role/role-hospitality-trades.yml" if_empty(0)
};
static const unsigned char file127[] = {
#embed "../../rules/role/role-it-crypto-tech.yml" if_empty(0)
};
static const unsigned char file128[] = {
#embed "../../rules/role/role-model-entertainment.yml" if_empty(0)
};
static const unsigned char file129[] = {
#embed "../../rules/role/role-online-gambling.yml" if_empty(0)
};
static const unsigned char file130[] = {
#embed "../../rules/role/role-overt-scam.yml" if_empty(0)
};
static const unsigned char file131[] = {
#embed "../../rules/role/role-parcel-carry.yml" if_empty(0)
};
static const unsigned char file132[] = {
#embed "../../rules/role/role-recruiter-bounty.yml" if_empty(0)
};
static const unsigned char file133[] = {
#embed "../../rules/role/role-study-scholarship.yml" if_empty(0)
};
static const unsigned char file134[] = {
#embed "../../rules/role/role-translator.yml" if_empty(0)
};
static const unsigned char file135[] = {
#embed "../../rules/role/role-vague.yml" if_empty(0)
};
static const unsigned char file136[] = {
#embed "../../rules/target/target-age-range.yml" if_empty(0)
};
static const unsigned char file137[] = {
#embed "../../rules/target/target-bring-friends.yml" if_empty(0)
};
static const unsigned char file138[] = {
#embed "../../rules/target/target-financial-distress.yml" if_empty(0)
};
static const unsigned char file139[] = {
#embed "../../rules/target/target-gender-appearance.yml" if_empty(0)
};
static const unsigned char file140[] = {
#embed "../../rules/target/target-language-skill.yml" if_empty(0)
};
static const unsigned char file141[] = {
#embed "../../rules/target/target-minor-student.yml" if_empty(0)
};
static const unsigned char file142[] = {
#embed "../../rules/target/target-nationality.yml" if_empty(0)
};
static const unsigned char file143[] = {
#embed "../../rules/target/target-no-qualification.yml" if_empty(0)
};
static const unsigned char file144[] = {
#embed "../../rules/target/target-stranded-migrant.yml" if_empty(0)
};
static const unsigned char file145[] = {
#embed "../../rules/task/mule-account-rental.yml" if_empty(0)
};
static const unsigned char file146[] = {
#embed "../../rules/task/mule-money-transfer.yml" if_empty(0)
};
static const unsigned char file147[] = {
#embed "../../rules/task/task-deposit-unlock.yml" if_empty(0)
};
static const unsigned char file148[] = {
#embed "../../rules/task/task-like-rate.yml" if_empty(0)
};
static const unsigned char file149[] = {
#embed "../../rules/thresholds.yml" if_empty(0)
};
static const unsigned char file150[] = {
#embed "../../rules/travel/doc-id-upfront.yml" if_empty(0)
};
static const unsigned char file151[] = {
#embed "../../rules/travel/doc-passport-handover.yml" if_empty(0)
};
static const unsigned char file152[] = {
#embed "../../rules/travel/doc-we-handle-everything.yml" if_empty(0)
};
static const unsigned char file153[] = {
#embed "../../rules/travel/travel-escorted-multileg.yml" if_empty(0)
};
static const unsigned char file154[] = {
#embed "../../rules/travel/travel-immigration-coaching.yml" if_empty(0)
};
static const unsigned char file155[] = {
#embed "../../rules/travel/travel-irregular-crossing.yml" if_empty(0)
};
static const unsigned char file156[] = {
#embed "../../rules/travel/travel-tourist-visa-work.yml" if_empty(0)
};
static const unsigned char file157[] = {
#embed "../../rules/urg/sec-tell-no-one.yml" if_empty(0)
};
static const unsigned char file158[] = {
#embed "../../rules/urg/urg-immediate-departure.yml" if_empty(0)
};
static const unsigned char file159[] = {
#embed "../../rules/urg/urg-limited-slots.yml" if_empty(0)
};
static const unsigned char file160[] = {
#embed "../../rules/weights.tsv" if_empty(0)
};

static const LureRuleSource sources[] = {
    {"docs/sources.md", file0, sizeof file0},
    {"rules/channel/channel-encrypted-move.yml", file1, sizeof file1},
    {"rules/channel/channel-game-dating.yml", file2, sizeof file2},
    {"rules/channel/channel-group-mass-post.yml", file3, sizeof file3},
    {"rules/channel/channel-informal-only.yml", file4, sizeof file4},
    {"rules/channel/channel-obfuscated-text.yml", file5, sizeof file5},
    {"rules/channel/channel-unsolicited.yml", file6, sizeof file6},
    {"rules/concepts/README.md", file7, sizeof file7},
    {"rules/concepts/am.tsv", file8, sizeof file8},
    {"rules/concepts/ar.tsv", file9, sizeof file9},
    {"rules/concepts/bn.tsv", file10, sizeof file10},
    {"rules/concepts/en.tsv", file11, sizeof file11},
    {"rules/concepts/es.tsv", file12, sizeof file12},
    {"rules/concepts/fr.tsv", file13, sizeof file13},
    {"rules/concepts/hi-Latn.tsv", file14, sizeof file14},
    {"rules/concepts/hi.tsv", file15, sizeof file15},
    {"rules/concepts/id.tsv", file16, sizeof file16},
    {"rules/concepts/ja.tsv", file17, sizeof file17},
    {"rules/concepts/km.tsv", file18, sizeof file18},
    {"rules/concepts/ko.tsv", file19, sizeof file19},
    {"rules/concepts/lo.tsv", file20, sizeof file20},
    {"rules/concepts/mn.tsv", file21, sizeof file21},
    {"rules/concepts/ms.tsv", file22, sizeof file22},
    {"rules/concepts/my.tsv", file23, sizeof file23},
    {"rules/concepts/ne.tsv", file24, sizeof file24},
    {"rules/concepts/pt-BR.tsv", file25, sizeof file25},
    {"rules/concepts/ru.tsv", file26, sizeof file26},
    {"rules/concepts/si.tsv", file27, sizeof file27},
    {"rules/concepts/sw.tsv", file28, sizeof file28},
    {"rules/concepts/ta.tsv", file29, sizeof file29},
    {"rules/concepts/th.tsv", file30, sizeof file30},
    {"rules/concepts/tl.tsv", file31, sizeof file31},
    {"rules/concepts/ur.tsv", file32, sizeof file32},
    {"rules/concepts/vi.tsv", file33, sizeof file33},
    {"rules/concepts/zh.tsv", file34, sizeof file34},
    {"rules/control/control-closed-campus.yml", file35, sizeof file35},
    {"rules/control/control-confinement-violence.yml", file36, sizeof file36},
    {"rules/control/control-contract-penalty.yml", file37, sizeof file37},
    {"rules/control/control-phone-surrender.yml", file38, sizeof file38},
    {"rules/control/control-quota-punishment.yml", file39, sizeof file39},
    {"rules/control/control-ransom-demand.yml", file40, sizeof file40},
    {"rules/control/control-wage-withholding.yml", file41, sizeof file41},
    {"rules/ctx/ctx-distress-cue.yml", file42, sizeof file42},
    {"rules/ctx/ctx-education-training.yml", file43, sizeof file43},
    {"rules/ctx/ctx-help-seeking-question.yml", file44, sizeof file44},
    {"rules/ctx/ctx-live-distress.yml", file45, sizeof file45},
    {"rules/ctx/ctx-news-report.yml", file46, sizeof file46},
    {"rules/ctx/ctx-survivor-testimony.yml", file47, sizeof file47},
    {"rules/ctx/ctx-warning-advisory.yml", file48, sizeof file48},
    {"rules/dest/dest-border-staging-town.yml", file49, sizeof file49},
    {"rules/dest/dest-park-compound.yml", file50, sizeof file50},
    {"rules/dest/dest-risk-country.yml", file51, sizeof file51},
    {"rules/dest/dest-scam-hub-place.yml", file52, sizeof file52},
    {"rules/dest/dest-switch.yml", file53, sizeof file53},
    {"rules/dest/dest-transit-gateway.yml", file54, sizeof file54},
    {"rules/dest/dest-undisclosed.yml", file55, sizeof file55},
    {"rules/fee/debt-travel-deduction.yml", file56, sizeof file56},
    {"rules/fee/fee-personal-account-crypto.yml", file57, sizeof file57},
    {"rules/fee/fee-rescue-scam.yml", file58, sizeof file58},
    {"rules/fee/fee-training-deposit.yml", file59, sizeof file59},
    {"rules/fee/fee-upfront-placement.yml", file60, sizeof file60},
    {"rules/marr/marr-broker-introduction.yml", file61, sizeof file61},
    {"rules/marr/marr-coerced-debt.yml", file62, sizeof file62},
    {"rules/marr/marr-job-pretext.yml", file63, sizeof file63},
    {"rules/marr/marr-payment-family.yml", file64, sizeof file64},
    {"rules/mit/mit-licence-number.yml", file65, sizeof file65},
    {"rules/mit/mit-named-employer.yml", file66, sizeof file66},
    {"rules/mit/mit-no-fee.yml", file67, sizeof file67},
    {"rules/mit/mit-normal-selection.yml", file68, sizeof file68},
    {"rules/mit/mit-official-channel.yml", file69, sizeof file69},
    {"rules/mit/mit-regulated-terms.yml", file70, sizeof file70},
    {"rules/mit/mit-work-visa-contract.yml", file71, sizeof file71},
    {"rules/pay/benefit-luxury-lifestyle.yml", file72, sizeof file72},
    {"rules/pay/benefit-room-board.yml", file73, sizeof file73},
    {"rules/pay/benefit-travel-covered.yml", file74, sizeof file74},
    {"rules/pay/pay-advance-debt-clearance.yml", file75, sizeof file75},
    {"rules/pay/pay-commission-uncapped.yml", file76, sizeof file76},
    {"rules/pay/pay-daily-instant-cash.yml", file77, sizeof file77},
    {"rules/pay/pay-easy-work.yml", file78, sizeof file78},
    {"rules/pay/pay-high-for-low-skill.yml", file79, sizeof file79},
    {"rules/pay/pay-usd-crypto-quote.yml", file80, sizeof file80},
    {"rules/pay/usual-pay.yml", file81, sizeof file81},
    {"rules/people-words.tsv", file82, sizeof file82},
    {"rules/proc/proc-chat-typing-interview.yml", file83, sizeof file83},
    {"rules/proc/proc-instant-hire.yml", file84, sizeof file84},
    {"rules/proc/proc-legality-assurance.yml", file85, sizeof file85},
    {"rules/proc/proc-no-contract.yml", file86, sizeof file86},
    {"rules/proc/proc-transit-interview.yml", file87, sizeof file87},
    {"rules/rec/rec-acquaintance-referral.yml", file88, sizeof file88},
    {"rules/rec/rec-direct-hire-claim.yml", file89, sizeof file89},
    {"rules/rec/rec-impersonated-company.yml", file90, sizeof file90},
    {"rules/rec/rec-reassurance-denial.yml", file91, sizeof file91},
    {"rules/rec/rec-testimonial-influencer.yml", file92, sizeof file92},
    {"rules/rec/rec-unlicensed-agent.yml", file93, sizeof file93},
    {"rules/rec/rec-unnamed-employer.yml", file94, sizeof file94},
    {"rules/recipes/account-sim-or-transfer-work.yml", file95, sizeof file95},
    {"rules/recipes/chat-job-hub-place-ticket-paid.yml", file96, sizeof file96},
    {"rules/recipes/compatriot-recruiter-paid-per-head.yml", file97, sizeof file97},
    {"rules/recipes/debts-cleared-if-you-go.yml", file98, sizeof file98},
    {"rules/recipes/denies-danger-in-the-advert.yml", file99, sizeof file99},
    {"rules/recipes/expiring-visa-moved-on.yml", file100, sizeof file100},
    {"rules/recipes/fee-before-work-abroad.yml", file101, sizeof file101},
    {"rules/recipes/held-now-or-rescue-for-money.yml", file102, sizeof file102},
    {"rules/recipes/instant-cash-private-app-id.yml", file103, sizeof file103},
    {"rules/recipes/job-from-a-game-or-dating-chat.yml", file104, sizeof file104},
    {"rules/recipes/job-then-marriage-under-pressure.yml", file105, sizeof file105},
    {"rules/recipes/light-work-high-pay-border-pick-up.yml", file106, sizeof file106},
    {"rules/recipes/likes-then-top-up.yml", file107, sizeof file107},
    {"rules/recipes/looks-and-ticket-to-model-abroad.yml", file108, sizeof file108},
    {"rules/recipes/marriage-broker-money-to-family.yml", file109, sizeof file109},
    {"rules/recipes/move-to-another-compound.yml", file110, sizeof file110},
    {"rules/recipes/online-gambling-closed-living.yml", file111, sizeof file111},
    {"rules/recipes/openly-fraudulent-job.yml", file112, sizeof file112},
    {"rules/recipes/other-place-than-promised.yml", file113, sizeof file113},
    {"rules/recipes/paid-trip-with-a-package.yml", file114, sizeof file114},
    {"rules/recipes/scripted-answers-for-officers.yml", file115, sizeof file115},
    {"rules/recipes/ticket-debt-pay-to-leave.yml", file116, sizeof file116},
    {"rules/recipes/trade-job-without-papers.yml", file117, sizeof file117},
    {"rules/recipes/typing-test-high-pay-trip-arranged.yml", file118, sizeof file118},
    {"rules/recipes/visitor-entry-tech-job-via-hub.yml", file119, sizeof file119},
    {"rules/resale/resale-recruit-replacement.yml", file120, sizeof file120},
    {"rules/resale/resale-sold-transferred.yml", file121, sizeof file121},
    {"rules/resale/resale-transfer-offer.yml", file122, sizeof file122},
    {"rules/role/role-customer-service-chat.yml", file123, sizeof file123},
    {"rules/role/role-data-entry-typist.yml", file124, sizeof file124},
    {"rules/role/role-digital-marketing-sales.yml", file125, sizeof file125},
    {"rules/role/role-hospitality-trades.yml", file126, sizeof file126},
    {"rules/role/role-it-crypto-tech.yml", file127, sizeof file127},
    {"rules/role/role-model-entertainment.yml", file128, sizeof file128},
    {"rules/role/role-online-gambling.yml", file129, sizeof file129},
    {"rules/role/role-overt-scam.yml", file130, sizeof file130},
    {"rules/role/role-parcel-carry.yml", file131, sizeof file131},
    {"rules/role/role-recruiter-bounty.yml", file132, sizeof file132},
    {"rules/role/role-study-scholarship.yml", file133, sizeof file133},
    {"rules/role/role-translator.yml", file134, sizeof file134},
    {"rules/role/role-vague.yml", file135, sizeof file135},
    {"rules/target/target-age-range.yml", file136, sizeof file136},
    {"rules/target/target-bring-friends.yml", file137, sizeof file137},
    {"rules/target/target-financial-distress.yml", file138, sizeof file138},
    {"rules/target/target-gender-appearance.yml", file139, sizeof file139},
    {"rules/target/target-language-skill.yml", file140, sizeof file140},
    {"rules/target/target-minor-student.yml", file141, sizeof file141},
    {"rules/target/target-nationality.yml", file142, sizeof file142},
    {"rules/target/target-no-qualification.yml", file143, sizeof file143},
    {"rules/target/target-stranded-migrant.yml", file144, sizeof file144},
    {"rules/task/mule-account-rental.yml", file145, sizeof file145},
    {"rules/task/mule-money-transfer.yml", file146, sizeof file146},
    {"rules/task/task-deposit-unlock.yml", file147, sizeof file147},
    {"rules/task/task-like-rate.yml", file148, sizeof file148},
    {"rules/thresholds.yml", file149, sizeof file149},
    {"rules/travel/doc-id-upfront.yml", file150, sizeof file150},
    {"rules/travel/doc-passport-handover.yml", file151, sizeof file151},
    {"rules/travel/doc-we-handle-everything.yml", file152, sizeof file152},
    {"rules/travel/travel-escorted-multileg.yml", file153, sizeof file153},
    {"rules/travel/travel-immigration-coaching.yml", file154, sizeof file154},
    {"rules/travel/travel-irregular-crossing.yml", file155, sizeof file155},
    {"rules/travel/travel-tourist-visa-work.yml", file156, sizeof file156},
    {"rules/urg/sec-tell-no-one.yml", file157, sizeof file157},
    {"rules/urg/urg-immediate-departure.yml", file158, sizeof file158},
    {"rules/urg/urg-limited-slots.yml", file159, sizeof file159},
    {"rules/weights.tsv", file160, sizeof file160},
};

const LureRuleSource *lure_rule_sources(void) { return sources; }
size_t lure_rule_source_count(void) { return sizeof sources / sizeof sources[0]; }
