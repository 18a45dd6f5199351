"""Characters damaged before the article was read: seen as what they were, none moved."""
# ruff: noqa: E501 - texts stand as they are

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.pipeline.extractor import Extractor
from quotex.text import analyze, mend

DAMAGED = {
    "UTF-8 read as Windows-1252": (
        "â€œWe donâ€™t knowâ€\x9d â€“ RenÃ©e paid â‚¬5.",
        "“We don’t know” – Renée paid €5.",
    ),
    "its last byte lost": ("â€œWe goâ€ she said.", "“We go” she said."),
    "UTF-8 read as Latin-1": ("â\x80\x9cWe goâ\x80\x9d, said JosÃ©.", "“We go”, said José."),
    "UTF-8 read by the code pages of others": (
        "‚ÄúNo,‚Äù he said. ΓÇ£ItΓÇÖs late.ΓÇ¥ вЂњWe go,вЂќ she said. â€žWe stay,â€ť said Ida.",
        "“No,” he said. “It’s late.” “We go,” she said. “We stay,” said Ida.",
    ),
    "twice over": ("Ã¢â‚¬Å“We go,Ã¢â‚¬Â\x9d said JosÃƒÂ©.", "“We go,” said José."),
    "letters of names": ("ErdoÄŸan met PaweÄ… â€• once.", "Erdoğan met Paweą ― once."),
    "a blank that had two bytes": ("We goÂ on.", "We go on."),
    "a large first letter": (
        "T\nhe dam held. A\n\nfter noon it broke.\nA\nfter all\nA\nmill\n“I\nn Kell",
        "The dam held. A\n\nfter noon it broke.\nAfter all\nA mill\n“In Kell",
    ),
    "controls": ("\x93We go,\x94 he said. It\x92s here.", "“We go,” he said. It’s here."),
    "named entities": ("&ldquo;We go,&rdquo; said Smith &amp; Sons.", "“We go,” said Smith & Sons."),
    "numbered entities": ("&#8220;We won&#x2019;t,&#148; he said &quot;now&quot;.", "“We won’t,” he said “now”."),
    "entities of entities": ("&amp;ldquo;We go,&amp;rdquo; he said.", "“We go,” he said."),
    "escapes": ('\\u201cWe go,\\u201d said X. \\\\"Yes,\\\\" she said.', "“We go,” said X. “Yes,” she said."),
    "escapes within words": ("\\u201cWe won\\u2019t,\\u201d said Do\\u011fan.", "“We won’t,” said Doğan."),
    "line ends as escapes": ('\\"We go,\\" he said.\\n\\nIt rained.', "“We go,” he said.\n\nIt rained."),
    "escapes without a backslash": ("u201cWe donu2019t,u201d he said.", "“We don’t,” he said."),
    "what has no width as an entity": ("Mi&#8203;ra Do&shy;lan", "Mira Dolan"),
    "hyphens at line ends": ("It was En-\ngel, Rolf Engel, who won.", "It was Engel, Rolf Engel, who won."),
    "replacement characters within others": (
        "\ufffdHe said \ufffdno\ufffd to me \ufffd twice,\ufffd said Ren\ufffde at six o\ufffdclock.",
        "“He said ‘no’ to me — twice,” said Renee at six o’clock.",
    ),
    "replacement characters": ("\ufffdWe go,\ufffd he said. It\ufffds here.", "“We go,” he said. It’s here."),
    "question marks for apostrophes alone": (
        "It?s late. Don?t wait. Why? The dogs? owner left.",
        "It’s late. Don’t wait. Why? The dogs' owner left.",
    ),
    "question marks behind questions": (
        "?Why not?? he asked. ?The ?fast lane? is shut.?",
        "“Why not?” he asked. “The ‘fast lane’ is shut.”",
    ),
    "question marks between sentences that touch": (
        "?Go,? it said.?We go,? he said. ?We don?t.??Nor do I,? she said. ?They stay.?Ida left.",
        "“Go,” it said.“We go,” he said. “We don’t.”“Nor do I,” she said. “They stay.”Ida left.",
    ),
    "question marks": ("?We go,? he said. It?s here. Why? Because.", "“We go,” he said. It’s here. Why? Because."),
    "invisible characters": ("Mi\xadra Dol\u200ban said so.", "Mira Dolan said so."),
    "marks of other kinds": (
        "<<We go,>> he said. 「We stay,」 she said. 5 >> 3",
        " “We go,”  he said. “We stay,” she said. 5 >> 3",
    ),
    "marks of a Macintosh read as Latin-1": ("ÒWe go,Ó said Óscar. ÒItÕs late.Ó", "“We go,” said Óscar. “It’s late.”"),
    "tags of a page": (
        "<p>We go<br/>now.</p><p class='x'>No, said <b>Mira</b> Dolan.</p><!-- x --> 5 < 6",
        "\nWe go\nnow.\n\nNo, said Mira Dolan.\n 5 < 6",
    ),
    "what pages say of links": (
        "In its report, external, the board says no. She told the Bugle, external that it rained (opens in new tab).",
        "In its report, the board says no. She told the Bugle that it rained.",
    ),
    "two kinds of one mark": ('"“We go,”" he said.', "“We go,” he said."),
}


@pytest.mark.parametrize(("text", "read"), DAMAGED.values(), ids=DAMAGED)
def test_damage_is_read_as_what_was_there(text: str, read: str) -> None:
    assert analyze(mend(text).text).view == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("» We go\n>> They stay\n› Home", "We go They stay Home"),
        ("Home » News » City council", "Home News City council"),
        ("«Oui,» said he. »Nein,« said she.", "“Oui,” said he. “Nein,” said she."),
    ],
    ids=["bullets", "breadcrumbs", "guillemets that are marks"],
)
def test_bullets_are_no_marks(text: str, read: str) -> None:
    assert " ".join(analyze(mend(text).text).view.split()) == read


@pytest.mark.parametrize(
    "text",
    [
        "He asked why? She knew. Who? Not R&D; AT&T; Q&A. \\ / u200 São Paulo, Ângela, Ça, Æ’s. 5 >> 3",
        "“We don’t,” said Renée – for €5. It’s “fine”.",
        "It was internal, external, or both. A source, external to the firm, spoke of spies, external threats and more.",
    ],
)
def test_what_is_sound_stays(text: str) -> None:
    assert mend(text) == (text, (), False)


def test_records_hold_the_text_as_it_is(extractor: Extractor) -> None:
    text = "The bridge is shut.\n\nâ€œIt isnâ€™t safe,â€\x9d said ZoÃ© PÃ©rillat, the mayor. â€œThe costs are â‚¬200,000.â€\x9d\n"
    found = extractor.extract(text)
    (speaker,) = (s for s in found.speakers if s.id == found.quotes[0].speaker)
    assert speaker.name == "ZoÃ© PÃ©rillat"
    assert [s.text for s in found.quotes[0].spans] == ["It isnâ€™t safe,", "The costs are â‚¬200,000."]
    assert [q.unit for q in found.quantities] == ["euro"]
    assert all(text[s.start : s.end] == s.text for q in found.quotes for s in q.spans)


@given(st.text(alphabet='âÃÂ€œ™\x80\x93\x9d©&;#ldquo821 \\u"“”?\ufffd\xad\u200baA.\n»>'))
def test_each_character_has_its_origin(text: str) -> None:
    mended = mend(text)
    origins = [mended.origin((i, i + 1)) for i in range(len(mended.text))]
    assert all(a.end == b.start for a, b in pairwise(origins))
    assert all(mended.place(origin) == (i, i + 1) for i, origin in enumerate(origins))
    whole = mended.origin((0, len(mended.text)))
    assert not mended.text or (whole.start == 0 and whole.end <= len(text))
