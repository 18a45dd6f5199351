"""``quotex serve``: the pipeline as a service on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from quotex.cli.messages import tell
from quotex.cli.options import ModelOption
from quotex.cli.session import DebugOption, Session
from quotex.errors import MissingPartError
from quotex.pipeline.settings import Settings


def serve(
    context: typer.Context,
    *,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0: any that is free.")] = 8000,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, help="Worker processes, each with its own models.")] = 1,
    waiting: Annotated[
        int, typer.Option("--waiting", min=0, help="Requests that may wait for a worker; more are refused with 503.")
    ] = 64,
    max_bytes: Annotated[
        int, typer.Option("--max-bytes", min=1, help="The largest body; larger ones are refused with 413.")
    ] = 2_000_000,
    patience: Annotated[
        float, typer.Option("--patience", metavar="SECONDS", min=1.0, help="Give up an article after so long.")
    ] = 60.0,
    model: ModelOption = None,
    debug: DebugOption = False,
) -> None:
    """Answer requests on this machine: POST /extract, and a page to paste an article into."""
    try:
        from quotex.serve.app import LOOPBACK, make_app  # noqa: PLC0415  (optional, and heavy)
        from quotex.serve.server import listen, run  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise MissingPartError('the service needs fastapi and uvicorn: pip install "quotex[serve]"') from error
    from quotex.batch.worker import Plan  # noqa: PLC0415
    from quotex.serve.workers import Workers  # noqa: PLC0415

    socket, make = listen(host, port), Session.of(context).make
    workers = Workers(Plan(Settings(model=model), patience, make, debug), jobs=jobs, waiting=waiting)
    try:
        workers.start()
        hosts = LOOPBACK if host in (*LOOPBACK, "::1") else ("*",)
        tell(f"listening on http://{host}:{socket.getsockname()[1]}/; Ctrl-C ends")
        run(make_app(workers, most=max_bytes, hosts=hosts), socket)
    finally:
        workers.end()
