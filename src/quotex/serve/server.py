"""The socket and the loop of the service."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from quotex.errors import OutputError


def listen(host: str, port: int) -> socket.socket:
    """Take the address, before anything slow is loaded.

    Raises:
        OutputError: it is taken, or not this machine's.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        problem = os.strerror(error.errno) if error.errno else error  # its own text names the address again
        raise OutputError(f"{host}:{port}: cannot be listened on: {problem}; choose another --port") from error


class _Impatient(H11Protocol):
    """A connection that is closed when no whole head of a request comes within some seconds, idle or drop by drop."""

    seconds = 10.0
    _hanging_up: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def handle_events(self) -> None:
        """Stop waiting once a request is there."""
        before = self.cycle
        super().handle_events()
        if self.cycle is not before:
            self._stop()

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        self._wait()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._stop()
        self._hanging_up = self.loop.call_later(self.seconds, self.transport.close)

    def _stop(self) -> None:
        if self._hanging_up is not None:
            self._hanging_up.cancel()
            self._hanging_up = None


def run(app: FastAPI, listening: socket.socket) -> None:
    """Answer until interrupted; requests are not logged."""
    config = uvicorn.Config(
        app,
        http=_Impatient,
        ws="none",
        log_level="error",
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=5,
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run([listening])
