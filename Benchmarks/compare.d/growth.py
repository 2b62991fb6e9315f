"""How cost grows with the number of phrases, the length of messages and the number of rows."""
import json
import pathlib
import shutil

import corpora
import measure

PHRASES = (50, 500, 5_000)
PHRASES_A_RULE = 10
LENGTHS = (100, 1_000, 10_000, 100_000, 667_000)
ROWS = (1_000, 10_000, 100_000, 1_000_000)
OVERLAY = """id: rec-generated-{number}
title: Generated for a benchmark
severity: low
status: stable
categories: [task-scam]
why: Shows how cost grows with the number of rules.
sources: [S01]
false-alarms: ['Any text.']
ask: ['Nothing.']
phrases: {{en: [{phrases}]}}
examples:
  en:
    match: ['«{phrase}»', 'So «{phrase}».', 'Now «{phrase}».']
    no-match: ['One.', 'Two.', 'Three.']
"""


def by_rule(phrases):
    return [phrases[at:at + PHRASES_A_RULE] for at in range(0, len(phrases), PHRASES_A_RULE)]


def overlay(folder, phrases):
    """Rule files to lay over the built-in ones."""
    family = folder / "overlay" / "rec"
    family.mkdir(parents=True)
    for number, some in enumerate(by_rule(phrases)):
        listed = ", ".join(f"'{phrase}'" for phrase in some)
        (family / f"rec-generated-{number}.yml").write_text(
            OVERLAY.format(number=number, phrases=listed, phrase=some[0]))
    return family.parent


def with_rules(contestant, folder, phrases):
    """A copy of a contestant's folder with these phrases for rules."""
    copy = folder.with_name(f"{folder.name}-{len(phrases)}")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy, ignore=lambda _, names: [n for n in names if n in ("pid", "control")])
    if hasattr(contestant, "add_rules"):
        contestant.add_rules(copy, overlay(copy, phrases))
    else:
        rules = {f"generated-{number}": some for number, some in enumerate(by_rule(phrases))}
        (copy / "generated.json").write_text(json.dumps(rules, ensure_ascii=False), encoding="utf-8")
        contestant.set_rules(copy, copy / "generated.json")
    return copy


def timed(contestant, folder, corpus, runs):
    """Speed less the start of this very folder, which more rules make slower."""
    start = measure.median_cost(contestant, folder, corpora.first(corpus, 1).path, runs).seconds
    found = measure.speed(contestant, folder, corpus, start, runs)
    return found and found | {"start_seconds": start}


def by_rules(contestant, folder, corpus, phrases, runs):
    rows = corpora.first(corpus, contestant.rows_to_time // 2)
    results = {}
    for count in PHRASES:
        copy = with_rules(contestant, folder, phrases[:count])
        results[count] = timed(contestant, copy, rows, runs)
        shutil.rmtree(copy)
    return results


def lengths(place):
    """A corpus for each length, of 8 MB."""
    return {length: corpora.generated(place, max(2, 8_000_000 // length), length)
            for length in LENGTHS}


def by_length(contestant, folder, texts, start, runs):
    """The same number of bytes at every length, as many as the contestant's usual rows have, but at least a message."""
    results = {}
    for length, corpus in texts.items():
        rows = max(1, contestant.rows_to_time * 400 // length)
        results[length] = measure.speed(contestant, folder, corpora.first(corpus, rows), start, runs)
    return results


def by_rows(contestant, folder, corpus, start, per_message, budget, counts):
    """One run a number of rows; None where it would take more CPU seconds than the budget."""
    results = {}
    for count in counts:
        if count * per_message / 1e6 > budget:
            results[count] = None
            continue
        rows = corpora.first(corpus, count) if count <= corpus.rows else corpora.repeated(corpus, count)
        results[count] = measure.speed(contestant, folder, rows, start, 1)
        if count > corpus.rows:
            pathlib.Path(rows.path).unlink()
    return results
