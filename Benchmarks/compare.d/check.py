"""Checks that a contestant's answers are right before anything is measured."""
import bisect
import json
import math
import pathlib

import corpora
import measure

SINGLE_ROWS = 5


class Wrong(Exception):
    """Why a contestant is not compared."""


def answers(contestant, folder, corpus, command=None):
    """All answers to a corpus, in order; every row has one."""
    path = folder / "answers.jsonl"
    with open(path, "w", encoding="utf-8") as output:
        measure.cost(contestant, folder, corpus, output, command)
    read = getattr(contestant, "read", json.loads)
    found = [read(line) for line in path.open(encoding="utf-8")]
    asked = [json.loads(line)["id"] for line in pathlib.Path(corpus).open(encoding="utf-8")]
    if [answer["id"] for answer in found] != asked:
        raise Wrong("rows are missing or out of order")
    return found


def same(one, other):
    """Scores may differ by rounding: libraries add up in another order in larger batches."""
    return one["lure"] == other["lure"] and abs(one["score"] - other["score"]) < 1e-4 and sorted(
        one.get("rules", [])) == sorted(other.get("rules", []))


def agrees_with_itself(contestant, folder, corpus):
    """Rows asked one by one get the answers that they get among others."""
    together = answers(contestant, folder, corpus.path)
    lines = corpus.path.read_bytes().splitlines(keepends=True)
    step = max(1, len(lines) // SINGLE_ROWS)
    for at in range(0, len(lines), step):
        single = folder / "single.jsonl"
        single.write_bytes(lines[at])
        if not same(answers(contestant, folder, single)[0], together[at]):
            raise Wrong(f"row {at} is answered differently when asked alone")
    return sum(bool(answer.get("rules")) for answer in together) / len(together)


def wilson(hits, count):
    """95 % interval of a share; Wilson, JASA 1927."""
    z, share = 1.96, hits / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return [middle - half, middle + half]


def area(scores, lures):
    """ROC-AUC by ranks; ties count half."""
    above = sorted(score for score, lure in zip(scores, lures) if not lure)
    wins = sum(bisect.bisect_left(above, score) + bisect.bisect_right(above, score)
               for score, lure in zip(scores, lures) if lure)
    return wins / 2 / len(above) / sum(lures)


def quality(contestant, folder, dev):
    """Recall and false alarms on split dev; refuses one that does not tell lures from honest texts."""
    command = contestant.check_command(folder, dev) if hasattr(contestant, "check_command") else None
    found = answers(contestant, folder, dev, command)
    lures = [json.loads(line)["label"] == "lure" for line in dev.open(encoding="utf-8")]
    flagged = [answer["lure"] for answer in found]
    hits, alarms = sum(f and l for f, l in zip(flagged, lures)), sum(f and not l for f, l in zip(flagged, lures))
    honest = len(lures) - sum(lures)
    area_under = area([answer["score"] for answer in found], lures)
    if area_under < 0.55:
        raise Wrong(f"it does not tell lures from honest texts (ROC-AUC {area_under:.2f})")
    return {"recall": hits / sum(lures), "recall_interval": wilson(hits, sum(lures)), "false_alarms": alarms / honest,
            "false_alarms_interval": wilson(alarms, honest), "auc": area_under}
