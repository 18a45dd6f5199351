"""An article, with its records, that would be code if it were not shown as text."""

from __future__ import annotations

from invented import extraction
from quotex.contract.records import Extraction, Quote, QuoteType, Source, Span

__all__ = ["HOSTILE", "hostile"]

HOSTILE = """</script><script>document.title = "owned"</script> "quoted' <img src=x onerror=alert(1)>
<!-- --> ]]> {{ 7 * 7 }} {% raw %} &lt;b&gt; \u2028 javascript:alert(1) <style>*{display:none}</style>"""


def hostile() -> tuple[str, Extraction]:
    """Return the text and the records, hostile in every field that an article fills."""
    span = Span(start=0, end=len(HOSTILE), text=HOSTILE)
    quote = Quote(
        id="q1", type=QuoteType.DIRECT, spans=(span,), text=HOSTILE, cue=span, source=span, speaker="s1", confidence=1
    )
    speaker = extraction().speakers[0].model_copy(update={"name": HOSTILE, "role": HOSTILE, "mentions": (span,)})
    source = Source(
        id=HOSTILE, title=HOSTILE, author=HOSTILE, url=HOSTILE, language='"><b>', sha256="0" * 64, length=999
    )
    return HOSTILE, Extraction(source=source, pipeline=extraction().pipeline, speakers=(speaker,), quotes=(quote,))
