"""The service: ``POST /extract`` for programs, a page to paste an article into for people.

Nothing that is sent is kept. What is over a limit is refused with a status and a line that say so.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import date
from http import HTTPStatus
from importlib import resources
from typing import Annotated, Any
from urllib.parse import parse_qs, urlsplit

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from quotex import __version__
from quotex.contract.records import Extraction, Failure, FailureDetail
from quotex.errors import InputError, MissingPartError
from quotex.reading import Article
from quotex.reading.demo import demo_article
from quotex.reading.html import Page
from quotex.serve.limits import LimitBody
from quotex.serve.workers import Busy, Workers
from quotex.writing.json import harmless
from quotex.writing.report.pages import report_page

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""Names under which only this machine is reached: a page elsewhere cannot borrow one for itself."""

_RETRY_SECONDS = "5"
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_NOBODY_WAITS = 499
"""What nobody sees: the client is gone."""

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_WANTED = 'send JSON, with Content-Type: application/json, like {"text": "the article"}'
_PATHS = "there are POST /extract, GET /, /schema, /health and /openapi.json"
_UNFRAMED = "frame-ancestors 'none'"
_FORM_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
_PAGES = (".html", ".htm")
_PAGE_SECONDS = 20.0  # that reading a page may take before its sender is told that it cannot be read


def _day(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        return date.fromisoformat(value)
    if value is None:
        return None
    raise ValueError("not a date like 2026-05-31")


class ArticleIn(BaseModel):
    """An article to extract from."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: Annotated[str, Field(min_length=1, pattern=r"\S", description="the article")]
    id: Annotated[str, Field(min_length=1)] = "-"
    title: str | None = None
    url: str | None = None
    author: str | None = None
    published: Annotated[date | None, BeforeValidator(_day), Field(description='what "yesterday" counts from')] = None
    language: str | None = None


_SAID = {
    "missing": f"missing; {_WANTED}",
    "extra_forbidden": f"no such field; there are {', '.join(ArticleIn.model_fields)}",
    "string_too_short": "empty",
    "string_pattern_mismatch": "empty",
}
"""What is wrong with a field, in fewer words than pydantic's."""


class Problem(BaseModel):
    """Why a request was not done."""

    error: FailureDetail


_PROBLEMS: dict[int | str, dict[str, Any]] = {
    413: {"model": Problem, "description": "the body is too large"},
    422: {"model": Problem, "description": "the body is not an article"},
    500: {"model": Problem, "description": "the article could not be done"},
    503: {"model": Problem, "description": "too many requests at once, or the article took too long"},
}


def make_app(workers: Workers, *, most: int = 2_000_000, hosts: Sequence[str] = LOOPBACK) -> FastAPI:
    """Make the application.

    Args:
        workers: what extracts.
        most: bytes of a body.
        hosts: names that the service answers to.
    """
    pages = ThreadPoolExecutor(1)  # one page that takes long keeps other pages waiting, and nothing else
    app = FastAPI(title="quotex", version=__version__, docs_url=None, redoc_url=None)
    app.add_middleware(LimitBody, most=most)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)

    @app.post("/extract", response_model=Extraction, responses=_PROBLEMS)
    async def extract(article: ArticleIn, request: Request) -> Response:
        """Extract quotations, speakers, claims and quantities from one article."""
        found = await _extracted(workers, Article(**dict(article)), request)
        return Response(harmless(found.model_dump_json()), media_type="application/json", headers=_HEADERS)

    @app.get("/schema")
    async def schema() -> dict[str, Any]:
        """Return the JSON Schema of what ``/extract`` answers."""
        return TypeAdapter(Extraction).json_schema(mode="serialization")

    @app.get("/health")
    async def health() -> dict[str, str]:
        """Say that the service is there."""
        return {"status": "ok", "quotex": __version__}

    @app.post("/report", include_in_schema=False)
    async def report(request: Request) -> Response:
        """Answer the form of the page: with the report, or with it or the records as a file to keep."""
        _require_own_page(request)
        fields = parse_qs((await request.body()).decode("utf-8", errors="replace"))
        wanted = fields.get("as", [""])[0]
        article = await _article(fields, pages)
        found = await _extracted(workers, article, request)
        headers = _HEADERS | {"Content-Security-Policy": _UNFRAMED}
        if wanted:
            headers["Content-Disposition"] = f'attachment; filename="quotex.{"json" if wanted == "json" else "html"}"'
        if wanted == "json":
            return Response(harmless(found.model_dump_json()), media_type="application/json", headers=headers)
        return HTMLResponse(report_page(article.text, found, back=None if wanted else "./"), headers=headers)

    @app.get("/example.txt", include_in_schema=False)
    async def example() -> Response:
        """Return an article to try."""
        return Response(demo_article().text, media_type="text/plain; charset=utf-8", headers=_HEADERS)

    for path, name, media_type in (
        ("/", "form.html", "text/html"),
        ("/form.css", "form.css", "text/css"),
        ("/form.js", "form.js", "text/javascript"),
    ):
        app.add_api_route(path, _file(name, media_type), include_in_schema=False)
    return app


def _file(name: str, media_type: str) -> Any:
    content = resources.files("quotex.serve").joinpath("page", name).read_text(encoding="utf-8")

    async def answer() -> Response:
        headers = _HEADERS | {"Content-Security-Policy": f"{_FORM_POLICY}; {_UNFRAMED}"}
        return Response(content, media_type=media_type, headers=headers)

    return answer


async def _article(fields: dict[str, list[str]], pages: Executor) -> Article:
    """Read what the form sends: a text, or the source of a page by the name of its file.

    Raises:
        HTTPException: there is no article in it, pages are not read here, or one takes too long.
    """
    text = fields.get("text", [""])[0].replace("\r\n", "\n")  # as forms send line ends
    if not text.strip():
        raise HTTPException(422, "no text; paste an article, or choose a file")
    name = fields.get("name", ["pasted text"])[0]
    if not name.lower().endswith(_PAGES):
        return Article(text, id=name)
    read = Page(text.encode("utf-8", "replace"), name, id=name).article
    try:
        return await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(pages, read), _PAGE_SECONDS)
    except TimeoutError as error:
        raise HTTPException(503, "the page is not read in time; paste its text") from error
    except (InputError, MissingPartError) as error:
        raise HTTPException(422, str(error)) from error


def _require_own_page(request: Request) -> None:
    """Refuse what a page elsewhere sends in its reader's name."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    is_own = site == "same-origin" or origin is None or urlsplit(origin).netloc == request.headers.get("host")
    if not is_own or site not in (None, "same-origin", "none"):
        raise HTTPException(403, "sent from another page; open this service's own")


async def _extracted(workers: Workers, article: Article, request: Request) -> Extraction:
    """Extract as long as the client is there.

    Raises:
        HTTPException: too many wait, it took too long, or it failed.
    """
    work = asyncio.ensure_future(workers.extract(article))
    leaving = asyncio.ensure_future(_left(request))
    await asyncio.wait((work, leaving), return_when=asyncio.FIRST_COMPLETED)
    leaving.cancel()
    if not work.done():
        work.cancel()
        raise HTTPException(_NOBODY_WAITS, "the client is gone")
    try:
        found = work.result()
    except Busy as error:
        problem = "too many requests at once; try again in a few seconds"
        raise HTTPException(503, problem, {"Retry-After": _RETRY_SECONDS}) from error
    if isinstance(found, Failure):
        raise HTTPException(503 if found.error.code == "timed_out" else 500, found.error.message)
    return found


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    gone = error.status_code == _NOBODY_WAITS
    code = "gone" if gone else HTTPStatus(error.status_code).phrase.lower().replace(" ", "_")
    detail = f"{error.detail}; {_PATHS}" if error.status_code in (404, 405) else str(error.detail)
    return _problem(error.status_code, code, detail, dict(error.headers or {}))


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part != "body")
    if first["type"] == "json_invalid" or not where:
        is_form = request.headers.get("content-type", "").startswith(_FORMS)
        what = "a form" if is_form else "no JSON" if first["type"] == "json_invalid" else "no JSON object"
        return _problem(422, "not_an_article", f"the body is {what}; {_WANTED}", {})
    said = _SAID.get(first["type"], str(first["msg"]).removeprefix("Value error, "))
    return _problem(422, "not_an_article", f"{where}: {said}", {})


def _problem(status: int, code: str, message: str, headers: dict[str, str]) -> JSONResponse:
    problem = Problem(error=FailureDetail(code=code, message=message))
    return JSONResponse(problem.model_dump(), status, headers=_HEADERS | headers)
