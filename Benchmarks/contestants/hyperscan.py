"""A bare C program of our own: Hyperscan (or Vectorscan) literals, PCRE2 confirmation, word-level naive Bayes."""
import pathlib
import shlex
import subprocess

import rows

title = "C: Hyperscan + PCRE2 + naive Bayes, bare"
does = "phrases; words and pairs of words"
pip = []
apt = ["gcc", "pkg-config", "libhyperscan-dev", "libpcre2-dev"]
rows_to_time = 100_000
uses_rules = True
SOURCE = pathlib.Path(__file__).resolve().parent.parent / "compare.d" / "hyperscan.c"


def version():
    versions = {name: pkg_config("--modversion", name) for name in ("libhs", "libpcre2-8")}
    return f"Hyperscan {versions['libhs']}, PCRE2 {versions['libpcre2-8']}"


def pkg_config(*arguments):
    return subprocess.run(["pkg-config", *arguments], check=True, capture_output=True, text=True).stdout.strip()


def learn(folder, shared):
    flags = shlex.split(pkg_config("--cflags", "--libs", "libhs", "libpcre2-8"))
    program = folder / "hyperscan"
    subprocess.run(["cc", "-O3", "-march=native", "-Wall", "-o", program, SOURCE, *flags, "-lm"], check=True)
    lines = [f"{int(lure)} {' '.join(text.split())}\n" for text, lure in zip(*rows.training(shared))]
    subprocess.run([program, "train", folder / "model.bin"], input="".join(lines).encode(), check=True)


def set_rules(folder, rules):
    phrases = [f"{rule}\t{phrase}\n" for rule, phrases in rows.phrases(rules).items() for phrase in phrases]
    (folder / "phrases.tsv").write_text("".join(phrases), encoding="utf-8")


def command(folder, corpus):
    return [str(folder / "hyperscan"), "scan", str(folder / "model.bin"), str(folder / "phrases.tsv"), str(corpus)]
