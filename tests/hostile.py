"""An article, with its records, that would be code if it were not shown as text."""

from __future__ import annotations

from invented import extraction
from quotex.contract.records import Extraction, Mention, Quote, QuoteType, Source, Span, Speaker, SpeakerKind

HOSTILE = """</script><script>document.title = "owned"</script> "quoted' <img src=x onerror=alert(1)>
<!-- --> ]]> {{ 7 * 7 }} {% raw %} &lt;b&gt; \u2028 javascript:alert(1) <style>*{display:none}</style>"""


def hostile() -> tuple[str, Extraction]:
    """Return the text and the records, hostile in every field that an article fills."""
    mention = Mention(start=0, end=len(HOSTILE), text=HOSTILE)
    span = Span(start=0, end=len(HOSTILE), text=HOSTILE)
    quote = Quote(
        id="q1",
        type=QuoteType.DIRECT,
        spans=(span,),
        text=HOSTILE,
        cue=span,
        source=span,
        speaker="s1",
        confidence=1,
        speaker_confidence=1,
    )
    speaker = Speaker(id="s1", name=HOSTILE, kind=SpeakerKind.PERSON, role=HOSTILE, mentions=(mention,), roles=(span,))
    source = Source(
        id=HOSTILE, title=HOSTILE, author=HOSTILE, url=HOSTILE, language='"><b>', sha256="0" * 64, length=999
    )
    return HOSTILE, Extraction(source=source, pipeline=extraction().pipeline, speakers=(speaker,), quotes=(quote,))
