"""The socket and the loop of the service."""

from __future__ import annotations

import os
import socket
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from quotex.errors import OutputError

__all__ = ["listen", "run"]


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


def run(app: FastAPI, listening: socket.socket) -> None:
    """Answer until interrupted; requests are not logged."""
    config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False, lifespan="off")
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run([listening])
