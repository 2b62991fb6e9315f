"""`lurescreen scan` with all built-in rules and model, one worker, `--evidence brief`.

For the check on split dev it learns anew from split train, as all others do: the built-in model knows split dev.
"""
import json
import pathlib
import subprocess

title = "**lurescreen scan**"
does = "folding, disguises; phrases, concepts, facts; explanation"
pip = []
apt = []
rows_to_time = 20_000
uses_rules = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
binary = ROOT / ".build-release" / "release" / "lurescreen"


def version():
    run = subprocess.run([binary, "--version"], check=True, capture_output=True, text=True)
    return "lurescreen " + run.stdout.strip()


def learn(folder, shared):
    labelled = pathlib.Path(shared) / "train.jsonl"
    subprocess.run([binary, "train", "--quiet", labelled, "--output", folder / "learned"], check=True, cwd=ROOT)


def set_rules(folder, rules):
    """The built-in rules are there already."""


def add_rules(folder, overlay):
    """Lays rule files over the built-in ones; from then on the folder's pack is used."""
    subprocess.run([binary, "rules", "compile", "--rules", overlay, "--output", folder / "pack.bin"], check=True,
                   capture_output=True)


def command(folder, corpus):
    options = ["--pack", str(folder / "pack.bin")] if (folder / "pack.bin").exists() else []
    return [str(binary), "scan", "--quiet", "--jobs", "1", "--evidence", "brief", *options, str(corpus)]


def check_command(folder, corpus):
    learned = folder / "learned"
    return [str(binary), "scan", "--quiet", "--jobs", "1", "--evidence", "brief", "--pack", str(learned / "pack.bin"),
            "--model", str(learned / "model.bin"), str(corpus)]


def read(line):
    """An answer in the form of all others: a lure is what people see flagged; without a verdict the score is lowest."""
    row = json.loads(line)
    rules = [finding["rule"] for finding in row["findings"]]
    return {"id": row["id"], "lure": row["band"] in ("caution", "high"), "score": row["risk"] or 0, "rules": rules}
