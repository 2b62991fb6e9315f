"""Runs one command and writes what it cost: `launch.py COST-FILE COMMAND…`.

A process of its own, and a small one: Linux counts the memory of the parent, as it was when it forked, to the child's
peak. What this launcher takes itself (about 10 MB) is therefore the least that can be told. SIGTERM is passed on.
"""
import json
import os
import signal
import sys


def main(cost, *command):
    child = os.posix_spawnp(command[0], command, os.environ)
    signal.signal(signal.SIGTERM, lambda *_: os.kill(child, signal.SIGTERM))
    _, status, usage = os.wait4(child, 0)
    with open(cost, "w") as output:
        json.dump({"seconds": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * 1024,
                   "status": os.waitstatus_to_exitcode(status)}, output)


if __name__ == "__main__":
    main(*sys.argv[1:])
