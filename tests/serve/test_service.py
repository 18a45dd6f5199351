"""``quotex serve`` as a process, with a stand-in for the extractor."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from program import COMMAND, environment, run
from quotex.contract.records import Extraction, read_record

pytest.importorskip("fastapi", reason="fastapi is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")

TEXT = 'The mayor of Ellery said: "We are ready."'


@contextmanager
def _service(*options: str) -> Iterator[int]:
    """Run the service on a free port; yield the port."""
    command = [*COMMAND, "serve", "--port", "0", *options]
    with subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told = process.stderr.readline()
        listening = re.fullmatch(r"quotex: listening on http://127\.0\.0\.1:(\d+)/; Ctrl-C ends\n", told)
        assert listening, told + process.stderr.read()
        try:
            yield int(listening[1])
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0
            assert [line for line in process.stderr.read().splitlines() if line != "waiting"] == []


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with _service("--max-bytes", "20000") as port:
        yield port


def _ask(port: int, method: str, path: str, body: str | bytes | None = None, **headers: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body, {"Content-Type": "application/json"} | headers)
    answer = connection.getresponse()
    found = answer.read().decode()
    connection.close()
    return answer.status, found


def _extract(port: int, **article: object) -> tuple[int, str]:
    return _ask(port, "POST", "/extract", json.dumps(article))


def test_an_article_is_answered_with_its_records(port: int) -> None:
    status, answer = _extract(port, text=TEXT, id="a", published="2031-02-03")
    record = read_record(answer)
    assert isinstance(record, Extraction)
    assert (status, record.source.id, record.source.published) == (200, "a", "2031-02-03")
    assert record.quotes[0].text == "We are ready."


def test_the_schema_is_of_what_is_answered(port: int) -> None:
    status, schema = _ask(port, "GET", "/schema")
    assert status == 200
    assert json.loads(schema)["properties"].keys() >= {"schema", "source", "quotes", "claims"}


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ("{", 422, "the body is no JSON; send JSON, with Content-Type: application/json"),
        ("[]", 422, "the body is no JSON object; send JSON"),
        ("{}", 422, "text: missing; send JSON"),
        ('{"text": ""}', 422, "text: empty"),
        ('{"text": " \\n"}', 422, "text: empty"),
        ('{"text": 3}', 422, "text: Input should be a valid string"),
        ('{"text": "Fine.", "colour": 1}', 422, "colour: no such field; there are text, id, title"),
        ('{"text": "Fine.", "published": "today"}', 422, "published: not a date like 2026-05-31"),
        ('{"text": "BREAK"}', 500, "unexpected failure: ValueError: broken as ordered"),
        ('{"text": "DIE"}', 500, "its worker process died, twice"),
        (b'{"text": "' + b"x" * 30_000 + b'"}', 413, "over 20,000 bytes; send one article at a time"),
    ],
)
def test_what_is_wrong_is_a_status_and_a_line(port: int, body: str | bytes, status: int, told: str) -> None:
    answered, problem = _ask(port, "POST", "/extract", body)
    message = json.loads(problem)["error"]["message"]
    assert (answered, told in message) == (status, True), message
    assert len(message.splitlines()) == 1
    assert _ask(port, "GET", "/health")[0] == 200


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_form_is_told_the_json_that_is_wanted(port: int, kind: str) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", "/extract", "text=He+said+no.", {"Content-Type": kind})
    answer = connection.getresponse()
    assert answer.status == 422
    assert '{"text": "the article"}' in json.loads(answer.read())["error"]["message"]


@pytest.mark.parametrize(("method", "path"), [("GET", "/extract"), ("POST", "/quotes")])
def test_who_asks_elsewhere_is_told_what_there_is(port: int, method: str, path: str) -> None:
    status, problem = _ask(port, method, path)
    assert status in (404, 405)
    assert "there are POST /extract, GET /" in json.loads(problem)["error"]["message"]


def test_a_body_of_unknown_length_is_limited_too(port: int) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", "/extract", (b"x" * 1000 for _ in range(40)), {"Content-Type": "application/json"})
    assert connection.getresponse().status == 413


def test_other_names_for_this_machine_are_not_answered(port: int) -> None:
    assert _ask(port, "GET", "/health", Host="attacker.example")[0] == 400


def test_fifty_at_once_are_answered_or_honestly_refused() -> None:
    with _service("--waiting", "20") as port, ThreadPoolExecutor(50) as threads:
        answers = list(
            threads.map(lambda i: _extract(port, text=f'"Item {i}," said the clerk. NAP', id=str(i)), range(50))
        )
    done = [read_record(answer) for status, answer in answers if status == 200]
    assert {status for status, _ in answers} <= {200, 503}
    assert len(done) >= 20
    for record in done:
        assert isinstance(record, Extraction)
        assert record.quotes[0].text == f"Item {record.source.id},"
    assert all("too many requests at once" in answer for status, answer in answers if status == 503)


def test_an_article_that_takes_too_long_is_given_up() -> None:
    with _service("--patience", "1") as port:
        status, problem = _extract(port, text="WAIT")
        assert (status, "not done in time" in problem) == (503, True)
        assert _extract(port, text=TEXT)[0] == 200


def test_the_form_is_answered_with_a_report(port: int) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    status, page = _ask(port, "POST", "/report", f"text={quote(TEXT)}&name=mayor.txt", **form)
    assert (status, "We are ready." in page, "mayor.txt" in page) == (200, True, True)
    assert _ask(port, "POST", "/report", "text=+", **form)[0] == 422


def test_a_report_leads_back_and_can_be_kept(port: int) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    body = f"text={quote(TEXT)}&name=mayor.txt"
    assert '<a href="./">Another article</a>' in _ask(port, "POST", "/report", body, **form)[1]
    assert "Another article" not in _ask(port, "POST", "/report", f"{body}&as=html", **form)[1]
    status, records = _ask(port, "POST", "/report", f"{body}&as=json", **form)
    assert (status, isinstance(read_record(records), Extraction)) == (200, True)


def test_the_source_of_a_page_is_read_as_a_page(port: int) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    page = f"<html><body><nav>Menu</nav><article><p>{TEXT} {TEXT} {TEXT}</p></article></body></html>"
    status, report = _ask(port, "POST", "/report", f"text={quote(page)}&name=mayor.html", **form)
    assert (status, "We are ready." in report, "Menu" in report) == (200, True, False)
    assert _ask(port, "POST", "/report", f"text={quote('<html></html>')}&name=mayor.html", **form)[0] == 422


def test_a_person_tries_the_example(browser: Any, port: int) -> None:
    browser.set_window_size(390, 800)
    browser.get(f"http://127.0.0.1:{port}/")
    browser.find_element("id", "example").click()
    for _ in range(50):
        if browser.find_element("id", "text").get_attribute("value"):
            break
        time.sleep(0.1)
    assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    browser.find_element("css selector", "button").click()
    assert browser.find_elements("css selector", ".text .quote")
    assert browser.find_element("link text", "Another article").get_attribute("href").endswith("/")


def test_a_person_pastes_an_article(browser: Any, port: int) -> None:
    browser.get(f"http://127.0.0.1:{port}/")
    browser.find_element("id", "text").send_keys(TEXT)
    browser.find_element("css selector", "button").click()
    assert browser.find_element("css selector", ".text .quote").text == "We are ready."
    told = [entry["message"] for entry in browser.get_log("browser") if "favicon" not in entry["message"]]
    assert told == []


def test_the_service_keeps_its_own_contract(port: int, tmp_path: Path) -> None:
    pytest.importorskip("schemathesis", reason="schemathesis is not installed")
    schema = f"http://127.0.0.1:{port}/openapi.json"
    program = str(Path(sys.executable).with_name("schemathesis"))
    command = [program, "run", schema, "--seed", "1", "--max-examples", "30"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert "No issues found" in done.stdout


def test_a_port_that_is_taken_is_a_line(port: int) -> None:
    done = run("serve", "--port", str(port))
    assert done.code == 1
    assert (
        done.err == f"quotex: 127.0.0.1:{port}: cannot be listened on: Address already in use; choose another --port\n"
    )


def test_a_missing_model_is_told_before_the_first_request() -> None:
    done = run("serve", "--port", "0", "--model", "missing")
    assert (done.code, done.err) == (5, "quotex: the spaCy model missing is not installed: pip install missing\n")


def test_a_text_that_takes_long_keeps_no_other_waiting() -> None:
    with _service("--patience", "2") as port, ThreadPoolExecutor(8) as senders:
        poisoned = [senders.submit(_extract, port, text="WAIT") for _ in range(2)]
        time.sleep(0.5)
        assert _extract(port, text=TEXT)[0] == 200
        assert {answer.result()[0] for answer in poisoned} == {503}


def test_slow_and_idle_connections_are_closed(port: int) -> None:
    here = ("127.0.0.1", port)
    with socket.create_connection(here, timeout=30) as idle, socket.create_connection(here, timeout=30) as slow:
        for byte in b"GET /heal":
            slow.sendall(bytes([byte]))
            time.sleep(1)
        assert _ask(port, "GET", "/health")[0] == 200
        for connection in (idle, slow):
            assert connection.recv(1000) == b""


def test_the_next_request_has_the_same_seconds(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert b"200 OK" in connection.recv(1000)
        while connection.recv(1000):  # or the connection's own thirty seconds are over, which fails
            pass


def test_a_request_whose_client_is_gone_is_dropped() -> None:
    with _service("--patience", "30") as port:
        body = json.dumps({"text": "WAIT"}).encode()
        for _ in range(5):
            with socket.create_connection(("127.0.0.1", port)) as connection:
                head = "POST /extract HTTP/1.1", "Host: localhost", "Content-Type: application/json"
                length = f"Content-Length: {len(body)}"
                connection.sendall("\r\n".join((*head, length, "", "")).encode() + body)
        assert _extract(port, text=TEXT)[0] == 200


def test_a_page_elsewhere_cannot_send_a_report(port: int) -> None:
    body = f"text={quote(TEXT)}"
    for origin, status in (("https://evil.example", 403), ("null", 403), (f"http://127.0.0.1:{port}", 200), ("", 200)):
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("POST", "/report", body, {"Origin": origin} if origin else {})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == status
        assert status == 403 or "frame-ancestors 'none'" in str(answer.headers["Content-Security-Policy"])
        connection.close()
