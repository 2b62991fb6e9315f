"""Turns results into Markdown; the same words go to standard output."""

NOTES = """## How not to read this
- **The others do less.** None of them folds Unicode (full width, look-alikes, spaces between letters), reads facts and
  concepts, keeps the places of evidence, or explains. Only `lurescreen scan` writes its reasons with every answer.
- The mail filters do more than is asked here: they parse mail, and that is paid for in every message. They are given
  local rules and Bayes only; their own rules, network tests and reputation, which are what they are good at, are off.
- Recall and false alarms are of split dev of texts that this project wrote, a few hundred; word forms and phrases were
  chosen with such texts in view. They show that a contestant works and learned, not how good it can be: on more texts
  of its own language each of them would be far better. Each at its own threshold (a probability of one half; for
  Lurescreen the bands), so compare ROC-AUC, not recall alone.
- The corpora are sentences of the training texts, put together anew. Real postings repeat themselves in other ways.
- CPU seconds of one machine, with others at work on it: compare rows of one table, never numbers of two runs.
- "Speed" leaves the start out, which stands beside it: who screens one message a call pays mainly that.
- Peak memory is of the largest process; less than 10 MB cannot be told.
"""


def number(value):
    """Three digits at most, without exponents."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def table(head, lines):
    return "\n".join(["| " + " | ".join(head) + " |", "|---" + "|--:" * (len(head) - 1) + "|"]
                     + ["| " + " | ".join(line) + " |" for line in lines]) + "\n"


def share(value, interval):
    return f"{value:.0%} ({interval[0]:.0%}-{interval[1]:.0%})"


def main_table(corpus, contestants):
    ours = contestants.get("lurescreen", {}).get("speed", {}).get(corpus)
    lines = []
    for entry in contestants.values():
        speed = entry["speed"].get(corpus)
        if not speed:
            continue
        ratio = number(speed["microseconds_per_message"] / ours["microseconds_per_message"]) + " ×" if ours else "–"
        lines.append([entry["title"], number(speed["messages_per_second"]), number(speed["microseconds_per_message"]),
                      f"{speed['megabytes_per_second']:.3g}", ratio, f"{speed['peak_bytes'] / 1e6:.0f} MB",
                      f"{speed['runs']} × {speed['rows']:,}"])
    return table(["", "messages/s/core", "µs CPU a message", "MB/s", "CPU against ours", "peak memory", "runs × rows"],
                 lines)


def quality_table(contestants):
    lines = []
    for entry in contestants.values():
        found = entry["quality"]
        lines.append([entry["title"], entry["does"], f"{entry['start_seconds'] * 1000:.0f} ms",
                      share(found["recall"], found["recall_interval"]),
                      share(found["false_alarms"], found["false_alarms_interval"]), f"{found['auc']:.2f}"])
    return table(["", "reads", "start (CPU, one message)", "recall, dev", "false alarms, dev", "ROC-AUC, dev"], lines)


def growth_table(kind, unit, value, contestants):
    entries = [entry for entry in contestants.values() if entry["growth"].get(kind)]
    if not entries:
        return ""
    counts = list(entries[0]["growth"][kind])
    lines = [[entry["title"]] + [value(entry["growth"][kind].get(count)) for count in counts] for entry in entries]
    return table([unit] + [f"{int(count):,}" for count in counts], lines)


def per_message(cell):
    return number(cell["microseconds_per_message"]) if cell else "–"


def throughput(cell):
    return f"{cell['megabytes_per_second']:.3g}" if cell else "–"


def rows_cell(cell):
    return f"{number(cell['microseconds_per_message'])} / {cell['peak_bytes'] / 1e6:.0f} MB" if cell else "–"


def growth(contestants):
    parts = [
        ("Rules", "µs CPU a message with so many generated phrases, ten a rule. Lurescreen has all its "
         "built-in rules and word forms besides; the others have these alone.", growth_table(
             "rules", "phrases", per_message, contestants)),
        ("Length", "MB/s by average length in bytes: the same at all lengths is linear. SpamAssassin reads some 50 kB "
         "of a text by default (body_part_scan_size).", growth_table("length", "bytes", throughput, contestants)),
        ("Rows", "µs CPU a message / peak memory, one run each; more than "
         "the first corpus has are its rows over and over. – where it would have taken too long.", growth_table(
             "rows", "rows", rows_cell, contestants))]
    return "".join(f"## Growth: {title.lower()}\n{words}\n\n{lines}\n" for title, words, lines in parts if lines)


def markdown(results):
    setting = results["setting"]
    text = [f"# Benchmarks\n\nWritten by `{setting['command']}` on {setting['date']}; do not edit.\n",
            f"Commit: {setting['commit']}. Machine: {setting['machine']}; {setting['load']:.1f} processes ran when it "
            f"began. Versions: {'; '.join(setting['versions'])}.\n",
            "One worker or thread each; CPU time (user and system, all processes), medians, the start taken off. "
            f"Every contestant learned from {setting['splits']['train']['texts']:,} texts of split train and, where it "
            f"takes rules, got the {setting['phrases']['phrases']:,} phrases of our {setting['phrases']['rules']} rules "
            "that have some. "
            "Before it was timed it had to answer every row, in order, rows asked alone like rows among others, and to "
            f"tell lures from honest texts on split dev ({setting['splits']['dev']['texts']} texts, "
            f"{setting['splits']['dev']['lures']} lures).\n"]
    for name, corpus in results["corpora"].items():
        text.append(f"## {name}\n{corpus['rows']:,} messages of {corpus['average']:,.0f} bytes on average, in all languages "
                    f"of the training texts, one in four made of lures; SHA-256 `{corpus['sha256'][:16]}`.\n\n"
                    + main_table(name, results["contestants"]))
    text.append("## What each reads, and whether it works\n" + quality_table(results["contestants"]))
    text.append("Not compared: " + ("; ".join(f"{name}: {why}" for name, why in results["left_out"].items()) or "none")
                + ".\n")
    text.append(growth(results["contestants"]))
    return "\n".join(part.rstrip() + "\n" for part in text if part) + "\n" + NOTES
