"""fastText, supervised: words, pairs of words and three characters; answers in batches.

Settings: on a fold of split train, ROC-AUC 0.806; 0.811 with two to four characters at two thirds of the speed, 0.705
with none at twice the speed. Calls the binding itself, past the wrapper that numpy 2 breaks.
"""
import importlib.metadata
import pathlib
import sys

import rows

title = "fastText"
does = "words, pairs of words, three characters"
pip = ["fasttext-wheel"]
apt = []
rows_to_time = 20_000
uses_rules = False
BATCH = 2_000


def version():
    return "fasttext-wheel " + importlib.metadata.version("fasttext-wheel")


def one_line(text):
    return " ".join(text.split())


def learn(folder, shared):
    import fasttext
    texts, lures = rows.training(shared)
    lines = [f"__label__{'lure' if lure else 'legit'} {one_line(text)}\n" for text, lure in zip(texts, lures)]
    (folder / "train.txt").write_text("".join(lines), encoding="utf-8")
    # One thread: the same model every time.
    model = fasttext.train_supervised(
        str(folder / "train.txt"), wordNgrams=2, minn=3, maxn=3, dim=20, epoch=25, lr=0.5, bucket=2**18, thread=1,
        verbose=0)
    model.save_model(str(folder / "model.bin"))


def set_rules(folder, rules):
    """It reads no rules."""


def command(folder, corpus):
    return [sys.executable, __file__, str(folder), str(corpus)]


def main(folder, corpus):
    import fasttext
    model = fasttext.load_model(str(pathlib.Path(folder) / "model.bin"))
    for batch in rows.batches(corpus, BATCH):
        labels, shares = model.f.multilinePredict([one_line(row["text"]) + "\n" for row in batch], 1, 0.0, "strict")
        for row, label, share in zip(batch, labels, shares):
            rows.answer(row["id"], share[0] if label[0] == "__label__lure" else 1 - share[0])


if __name__ == "__main__":
    main(*sys.argv[1:])
