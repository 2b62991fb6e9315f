"""The texts that contestants read: generated corpora, training texts by split, phrases by rule."""
import dataclasses
import hashlib
import json
import pathlib
import random
import re
import subprocess

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


@dataclasses.dataclass
class Corpus:
    """A file of JSON lines; `text_bytes` counts the messages alone, `sha256` names the whole file."""
    path: pathlib.Path
    rows: int
    text_bytes: int
    sha256: str

    @property
    def average(self):
        return self.text_bytes / self.rows


def described(path):
    rows = text_bytes = 0
    digest = hashlib.sha256()
    with open(path, "rb") as lines:
        for line in lines:
            digest.update(line)
            rows += 1
            text_bytes += len(json.loads(line)["text"].encode())
    return Corpus(path, rows, text_bytes, digest.hexdigest())


def generated(place, rows, length):
    """`rows` messages of `length` bytes on average by Benchmarks/generate."""
    path = place / f"generated-{length}-{rows}.jsonl"
    with open(path, "wb") as output:
        subprocess.run([ROOT / "Benchmarks" / "generate", "--rows", str(rows), "--bytes", str(length)], stdout=output,
                       check=True)
    return described(path)


def first(corpus, rows):
    """The first rows of a corpus, or all if it has no more."""
    if rows >= corpus.rows:
        return corpus
    path = corpus.path.with_name(f"{corpus.path.stem}-first-{rows}.jsonl")
    if not path.exists():
        with open(corpus.path, "rb") as lines, open(path, "wb") as output:
            output.writelines(line for line, _ in zip(lines, range(rows)))
    return described(path)


def repeated(corpus, rows):
    """The rows of a corpus over and over, up to `rows`; no one keeps anything from row to row."""
    path = corpus.path.with_name(f"{corpus.path.stem}-repeated-{rows}.jsonl")
    times, rest = divmod(rows, corpus.rows)
    with open(path, "wb") as output:
        whole = corpus.path.read_bytes()
        for _ in range(times):
            output.write(whole)
        output.writelines(whole.splitlines(keepends=True)[:rest])
    return Corpus(path, rows, round(corpus.average * rows), "")


def write_splits(place):
    """Writes train.jsonl and dev.jsonl; returns how many texts and lures each has. The test split is not read."""
    counts = {}
    rows = [json.loads(line) for path in sorted((ROOT / "training-data").glob("*.jsonl"))
            for line in path.open(encoding="utf-8")]
    for split in ("train", "dev"):
        chosen = [row for row in rows if row["split"] == split]
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in chosen]
        (place / f"{split}.jsonl").write_text("".join(lines), encoding="utf-8")
        counts[split] = {"texts": len(chosen), "lures": sum(row["label"] == "lure" for row in chosen)}
    return counts


def write_phrases(place):
    """Writes rules.json, the phrases of all rules in all languages; returns how many rules and phrases."""
    rules = {}
    for path in sorted((ROOT / "rules").glob("*/*.yml")):
        rule = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if isinstance(rule, dict) and "phrases" in rule:
            rules[rule["id"]] = [phrase for phrases in rule["phrases"].values() for phrase in phrases]
    (place / "rules.json").write_text(json.dumps(rules, ensure_ascii=False), encoding="utf-8")
    return {"rules": len(rules), "phrases": sum(map(len, rules.values()))}


def people_words():
    """Words for people, which rules may not name, and their parts and endings: rather too many."""
    text = (ROOT / "rules" / "people-words.tsv").read_text(encoding="utf-8")
    for path in (ROOT / "rules" / "people-words").glob("*.txt"):
        text += "".join(line for line in path.open(encoding="utf-8") if not line.startswith("#"))
    return set(re.findall(r"\w{3,}", text.lower()))


def generated_phrases(place, count, seed=1):
    """Three successive words of a training text each, so that phrases are alive, as plain as rules can take them."""
    rng = random.Random(seed)
    texts = [row["text"].lower().split() for row in map(json.loads, (place / "train.jsonl").open(encoding="utf-8"))
             if row["language"] in ("en", "es", "fr", "id", "ms", "tl", "vi", "sw", "pt-BR")]
    refused = people_words()
    found = {}
    while len(found) < count:
        text = rng.choice(texts)
        at = rng.randrange(max(1, len(text) - 2))
        words = text[at:at + 3]
        if len(words) == 3 and len("".join(words)) > 8 and all(
                word.isalpha() and not any(word[:end] in refused for end in range(3, len(word) + 1)) for word in words):
            found[" ".join(words)] = True
    return list(found)
