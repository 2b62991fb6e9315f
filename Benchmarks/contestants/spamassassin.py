"""SpamAssassin with local rules only, no network tests: one body rule for each of ours, and its Bayes classifier."""
import pathlib
import subprocess

import rows

title = "SpamAssassin, local rules + Bayes"
does = "mail parsing; phrases; words"
pip = []
apt = ["spamassassin", "libjson-xs-perl"]
rows_to_time = 100
uses_rules = True
SCRIPT = pathlib.Path(__file__).resolve().parent.parent / "compare.d" / "spamassassin.pl"
SETTINGS = """loadplugin Mail::SpamAssassin::Plugin::Check
loadplugin Mail::SpamAssassin::Plugin::Bayes
skip_rbl_checks 1
use_bayes 1
use_bayes_rules 1
bayes_auto_learn 0
bayes_auto_expire 0
bayes_expiry_max_db_size 2000000
bayes_path {folder}/bayes
normalize_charset 1
body BAYES_LURE eval:check_bayes('0.5', '1.00')
tflags BAYES_LURE learn
"""


def version():
    program = "use Mail::SpamAssassin; print Mail::SpamAssassin->Version"
    return "SpamAssassin " + subprocess.run(["perl", "-e", program], check=True, capture_output=True, text=True).stdout


def learn(folder, shared):
    (folder / "rules").mkdir()
    (folder / "none").touch()
    (folder / "rules" / "local.cf").write_text(SETTINGS.format(folder=folder))
    subprocess.run(["perl", SCRIPT, "learn", folder, pathlib.Path(shared) / "train.jsonl"], check=True,
                   stderr=subprocess.DEVNULL)


def set_rules(folder, rules):
    lines = [SETTINGS.format(folder=folder)]
    for rule, phrases in rows.phrases(rules).items():
        lines.append(f"body LURE_{rule.replace('-', '_')} /{rows.expression(phrases)}/i\n")
    (folder / "rules" / "local.cf").write_text("".join(lines), encoding="utf-8")


def command(folder, corpus):
    return ["perl", str(SCRIPT), "scan", str(folder), str(corpus)]
