"""Runs a contestant over a corpus and says what that cost."""
import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

LAUNCH = pathlib.Path(__file__).with_name("launch.py")
# One thread each: cost is CPU time, and threads that wait for each other would only add to it.
ENVIRONMENT = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


@dataclasses.dataclass
class Cost:
    """CPU seconds (user and system, children included) and the largest resident memory of any process, in bytes."""
    seconds: float
    peak: int


def cost(contestant, folder, corpus, output=None, command=None):
    """Runs it once; answers go to the open text file `output`, else nowhere."""
    command = command or contestant.command(folder, corpus)
    with tempfile.NamedTemporaryFile("r", suffix=".json") as result, open(os.devnull, "w") as nowhere:
        server = hasattr(contestant, "serve")
        process = subprocess.Popen(
            [sys.executable, "-ISE", LAUNCH, result.name, *command], env=ENVIRONMENT, cwd=folder,
            stdout=nowhere if server else output or nowhere, stderr=subprocess.PIPE, text=True)
        try:
            if server:
                contestant.serve(folder, corpus, output or nowhere)
        finally:
            if server:
                process.terminate()
            complaints = process.communicate()[1]
        measured = json.load(result)
    if measured["status"] and not server:
        raise RuntimeError(complaints.strip()[-400:] or f"exit status {measured['status']}")
    return Cost(measured["seconds"], measured["peak"])


def median_cost(contestant, folder, corpus, runs):
    costs = [cost(contestant, folder, corpus) for _ in range(runs)]
    return Cost(statistics.median(c.seconds for c in costs), max(c.peak for c in costs))


def speed(contestant, folder, corpus, start, runs):
    """Medians over a corpus of `corpora.Corpus`, what it takes to start (`start`: CPU seconds for one message) taken
    off; None if too little is left to tell."""
    whole = median_cost(contestant, folder, corpus.path, runs)
    seconds = whole.seconds - start
    if seconds < start / 10:
        # The difference of two numbers that are nearly the same tells nothing.
        return None
    return {"rows": corpus.rows, "bytes": corpus.text_bytes, "runs": runs, "cpu_seconds": whole.seconds,
            "microseconds_per_message": seconds / corpus.rows * 1e6, "messages_per_second": corpus.rows / seconds,
            "megabytes_per_second": corpus.text_bytes / seconds / 1e6, "peak_bytes": whole.peak}
