"""The service under load: many at once, slow ones, and a text that takes long beside ordinary ones.

    python benchmarks/service.py [--at-once 100] [--slow 300]

Runs ``quotex serve`` on a free port of this machine, with one worker. Printed: how many requests were answered with
which status, and the median and longest wait, in seconds of the clock.
"""

from __future__ import annotations

import argparse
import json
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection

_ORDINARY = (
    "“The quay will stay closed until May,” said Mira Dolan, the harbour master. It cost 4.2 million crowns. " * 4
)
_POISON = "$5 million to $6 " * 12_000


@contextmanager
def _service() -> Iterator[int]:
    command = [sys.executable, "-m", "quotex", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            found = re.search(r":(\d+)/", process.stderr.readline())
            assert found is not None
            yield int(found[1])
        finally:
            process.send_signal(signal.SIGINT)


def _ask(port: int, text: str) -> tuple[int, float]:
    began = time.monotonic()
    connection = HTTPConnection("127.0.0.1", port, timeout=600)
    connection.request("POST", "/extract", json.dumps({"text": text}), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, time.monotonic() - began


def _told(what: str, answers: list[tuple[int, float]]) -> None:
    waits = [seconds for _, seconds in answers]
    statuses = dict(Counter(status for status, _ in answers))
    print(f"{what}: {statuses}, median {statistics.median(waits):.2f} s, longest {max(waits):.2f} s", flush=True)


def _at_once(port: int, count: int) -> list[tuple[int, float]]:
    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(lambda _: _ask(port, _ORDINARY), range(count)))


def _beside_slow(port: int, count: int) -> list[tuple[int, float]]:
    """Ask while so many connections send a byte now and then."""
    head = b"POST /extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n"
    with ExitStack() as open_ones:
        slow = [open_ones.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(count)]
        for connection in slow:
            connection.sendall(head)
        answers = []
        for _ in range(5):
            for connection in slow:
                connection.sendall(b" ")
            answers.append(_ask(port, _ORDINARY))
        return answers


def _beside_poison(port: int, _: int) -> list[tuple[int, float]]:
    with ThreadPoolExecutor(2) as threads:
        poisoned = [threads.submit(_ask, port, _POISON) for _ in range(2)]
        time.sleep(1)
        answers = [_ask(port, _ORDINARY) for _ in range(10)]
        _told(f"{len(poisoned)} texts of {len(_POISON):,} characters", [one.result() for one in poisoned])
    return answers


def main() -> None:
    """Run all three."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--at-once", type=int, default=100)
    parser.add_argument("--slow", type=int, default=300)
    options = parser.parse_args()
    loads: list[tuple[str, Callable[[int, int], list[tuple[int, float]]], int]] = [
        ("alone", _at_once, 1),
        (f"{options.at_once} at once", _at_once, options.at_once),
        (f"beside {options.slow} slow ones", _beside_slow, options.slow),
        ("beside these", _beside_poison, 0),
    ]
    with _service() as port:
        for what, load, count in loads:
            _told(what, load(port, count))


if __name__ == "__main__":
    main()
