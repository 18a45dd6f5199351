"""A limit on what is read of a request, whatever it says of its length."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LimitBody"]


class LimitBody:
    """Refuses bodies of more than ``most`` bytes with 413, before or while they are read."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and count what is read of it."""
        told = dict(scope.get("headers", ())).get(b"content-length", b"0")
        read = 0

        async def limited() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._most or (told.isdigit() and int(told) > self._most):
                raise HTTPException(413, f"over {self._most:,} bytes; send one article at a time")
            return message

        await self._app(scope, limited if scope["type"] == "http" else receive, send)
