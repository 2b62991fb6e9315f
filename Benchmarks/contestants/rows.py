"""Reads the rows that all contestants share, and writes their answers: `{"id", "lure", "score", "rules"}` a line."""
import itertools
import json
import pathlib
import re
import sys


def read(path):
    """Rows of a file of JSON lines, one after another."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def batches(path, size):
    """The same rows in lists of `size`."""
    rows = read(path)
    while batch := list(itertools.islice(rows, size)):
        yield batch


def training(shared):
    """Texts of split train, and whether each is a lure."""
    rows = list(read(pathlib.Path(shared) / "train.jsonl"))
    return [row["text"] for row in rows], [row["label"] == "lure" for row in rows]


def phrases(rules):
    """Phrases by rule id."""
    return json.loads(pathlib.Path(rules).read_text(encoding="utf-8"))


def answer(identity, score, rules=(), output=sys.stdout):
    """Writes one answer; score is a lure's probability as the contestant sees it, lure above one half."""
    line = {"id": identity, "lure": bool(score > 0.5), "score": round(float(score), 6)}
    if rules:
        line["rules"] = list(rules)
    output.write(json.dumps(line) + "\n")


def expression(phrases):
    """All phrases of a rule as one Perl expression. Those that begin and end with ASCII letters stand between word
    boundaries, outside the alternation: only then does Perl make a trie of it, which is three times as fast."""
    bound = [phrase for phrase in phrases if re.fullmatch(r"[A-Za-z0-9].*[A-Za-z0-9]", phrase, re.ASCII)]
    groups = [(r"\b(?:{})\b", bound), ("(?:{})", [phrase for phrase in phrases if phrase not in bound])]
    return "|".join(form.format("|".join(map(escaped, group))) for form, group in groups if group)


def escaped(phrase):
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", phrase)
