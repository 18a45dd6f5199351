"""Limits on what is read of a request, whatever it says of its length, and on how long it and its answer may pass."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class LimitBody:
    """Refuses bodies of more than ``most`` bytes with 413, before or while they are read, and slow ones with 408.

    An answer that is not taken within the same seconds is broken off.
    """

    def __init__(self, app: ASGIApp, most: int, seconds: float = 30.0) -> None:
        self._app, self._most, self._seconds = app, most, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and count what is read of it."""
        told = dict(scope.get("headers", ())).get(b"content-length", b"0")
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        read, is_whole = 0, False
        latest = asyncio.get_running_loop().time() + self._seconds

        async def limited() -> Message:
            nonlocal read, is_whole
            try:
                async with asyncio.timeout_at(None if is_whole else latest):  # then it waits for the client to go
                    message = await receive()
            except TimeoutError as error:
                problem = f"the body did not come within {self._seconds:.0f} seconds; send it at once"
                raise HTTPException(408, problem, {"Connection": "close"}) from error
            is_whole = is_whole or not message.get("more_body", False)
            read += len(message.get("body", b""))
            if read > self._most or (told.isdigit() and int(told) > self._most):
                raise HTTPException(413, f"over {self._most:,} bytes; send one article at a time")
            return message

        async def taken(message: Message) -> None:
            async with asyncio.timeout(self._seconds):
                await send(message)

        await self._app(scope, limited, taken)
