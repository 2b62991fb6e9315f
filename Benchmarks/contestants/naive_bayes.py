"""scikit-learn alone: HashingVectorizer over words and pairs of words, and MultinomialNB.

Settings: the best ROC-AUC of 54 in four folds of split train, torn by cluster (token pattern, 2^18 or 2^20 columns,
norm, counts or presence, alpha). Batches of 2,000 rows: larger ones are not faster and take more memory.
"""
import importlib.metadata
import pathlib
import pickle
import sys

import rows

title = "scikit-learn: HashingVectorizer + MultinomialNB"
does = "words and pairs of words"
pip = ["scikit-learn"]
apt = []
rows_to_time = 20_000
uses_rules = False
ALPHA = 0.03
BATCH = 2_000


def version():
    return "scikit-learn " + importlib.metadata.version("scikit-learn")


def vectorizer():
    from sklearn.feature_extraction.text import HashingVectorizer
    return HashingVectorizer(ngram_range=(1, 2), alternate_sign=False, n_features=2**20, norm="l2")


def learn(folder, shared):
    from sklearn.naive_bayes import MultinomialNB
    texts, lures = rows.training(shared)
    model = MultinomialNB(alpha=ALPHA).fit(vectorizer().transform(texts), lures)
    (folder / "model.pickle").write_bytes(pickle.dumps(model))


def set_rules(folder, rules):
    """It reads no rules."""


def command(folder, corpus):
    return [sys.executable, __file__, str(folder), str(corpus)]


def main(folder, corpus):
    words = vectorizer()
    model = pickle.loads((pathlib.Path(folder) / "model.pickle").read_bytes())
    for batch in rows.batches(corpus, BATCH):
        scores = model.predict_proba(words.transform([row["text"] for row in batch]))[:, 1]
        for row, score in zip(batch, scores):
            rows.answer(row["id"], score)


if __name__ == "__main__":
    main(*sys.argv[1:])
