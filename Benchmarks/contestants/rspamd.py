"""Rspamd with local regexp rules only, and its Bayes classifier in SQLite, which needs no Redis.

Only what Rspamd itself takes is measured, not the client that sends it messages one after another on this machine.
"""
import contextlib
import http.client
import json
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

import rows

title = "Rspamd, local rules + Bayes"
does = "mail parsing; phrases; pairs of words"
pip = []
apt = ["rspamd"]
rows_to_time = 600
uses_rules = True
COMPILE_SECONDS = 120
SETTINGS = """
lua = "{folder}/none.lua";
options {{
  pidfile = "{folder}/pid"; filters = "regexp"; tempdir = "{folder}"; hs_cache_dir = "{cache}/";
  url_tld = "/usr/share/rspamd/effective_tld_names.dat"; control_socket = "{folder}/control mode=0600";
  dns {{ nameserver = ["127.0.0.1:9"]; timeout = 0.1; retransmits = 1; }}
}}
logging {{ type = "file"; filename = "{folder}/log"; level = "error"; }}
worker "normal" {{ bind_socket = "127.0.0.1:{check}"; count = 1; }}
worker "controller" {{ bind_socket = "127.0.0.1:{learn}"; count = 1; secure_ip = ["127.0.0.1"]; }}
worker "hs_helper" {{ count = 1; }}
actions {{ reject = 1000000; }}
classifier "bayes" {{
  tokenizer {{ name = "osb"; }}
  backend = "sqlite3"; min_tokens = 1; min_learns = 0; min_token_hits = 1;
  cache {{ path = "{folder}/learned.sqlite"; }}
  statfile {{ symbol = "BAYES_HAM"; path = "{folder}/ham.sqlite"; spam = false; }}
  statfile {{ symbol = "BAYES_SPAM"; path = "{folder}/spam.sqlite"; spam = true; }}
}}
regexp {{
{rules}}}
"""


def version():
    return "Rspamd " + subprocess.run(["rspamd", "--version"], capture_output=True, text=True).stdout.split()[-1]


def quoted(expression):
    return json.dumps("/" + expression + "/iu{mime}", ensure_ascii=False)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def write_settings(folder, cache, rules):
    """Settings with rules by id; returns the ports of both workers, free ones, so that runs don't disturb others.

    What Hyperscan compiled is kept in the folder `cache`: anew it takes ten seconds at each start."""
    ports = {"check": free_port(), "learn": free_port()}
    lines = [f'  LURE_{rule.replace("-", "_")} {{ re = {quoted(rows.expression(phrases))}; score = 1.0; }}\n'
             for rule, phrases in rules.items()]
    (folder / "none.lua").touch()
    (folder / "rspamd.conf").write_text(
        SETTINGS.format(folder=folder, cache=cache, rules="".join(lines), **ports), encoding="utf-8")
    (folder / "ports.json").write_text(json.dumps(ports))
    return ports


def learn(folder, shared):
    # In memory where there is such a folder: SQLite waits for the disk after each of 5,000 texts.
    memory = "/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as place:
        place = pathlib.Path(place)
        port = write_settings(place, folder, {})["learn"]
        with running(place):
            wait(port)
            for text, lure in zip(*rows.training(shared)):
                post(port, "/learnspam" if lure else "/learnham", text)
        for name in ("ham.sqlite", "spam.sqlite", "learned.sqlite"):
            shutil.copy(place / name, folder / name)


def set_rules(folder, rules):
    """Starts once, until its helper has compiled the patterns for Hyperscan; later runs find them in the folder."""
    for compiled in folder.glob("*.hs"):
        compiled.unlink()
    write_settings(folder, folder, rows.phrases(rules))
    with running(folder):
        for _ in range(COMPILE_SECONDS):
            time.sleep(1)
            # The file is there when all is compiled; a pattern that Hyperscan refuses stays with PCRE2.
            if any(time.time() - file.stat().st_mtime > 2 for file in folder.glob("*.hs")):
                return


@contextlib.contextmanager
def running(folder):
    process = subprocess.Popen(command(folder, None), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def command(folder, corpus):
    return ["rspamd", "-i", "-f", "-c", str(folder / "rspamd.conf")]


def wait(port):
    """Until the server listens."""
    for _ in range(6_000):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("rspamd does not start; its log says why")


def post(port, path, text):
    """Sends a text as a plain mail and returns the answer."""
    mail = ("From: sender@example.com\r\nTo: reader@example.com\r\nSubject: offer\r\n"
            "Message-ID: <offer@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
            f"Content-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n")
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("POST", path, mail.encode())
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()


def score(symbols):
    """The share that Bayes states in the option of its symbol; one half if it is undecided."""
    for name, sign in (("BAYES_SPAM", 1), ("BAYES_HAM", -1)):
        if name in symbols:
            share = float(symbols[name].get("options", ["100%"])[0].rstrip("%")) / 100
            return share if sign > 0 else 1 - share
    return 0.5


def serve(folder, corpus, output):
    """Asks the running server about every row and writes the answers."""
    ports = json.loads((folder / "ports.json").read_text())
    wait(ports["check"])
    for row in rows.read(corpus):
        symbols = post(ports["check"], "/checkv2", row["text"])["symbols"]
        fired = [name.removeprefix("LURE_") for name in symbols if name.startswith("LURE_")]
        rows.answer(row["id"], score(symbols), fired, output)
