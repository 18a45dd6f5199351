"""A hundred pages: ten articles in the templates of ten sites, with all that stands beside an article there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import NamedTuple

OUTSIDE = "Zebedee"
"""A word that stands in what is no part of the article, and nowhere in one."""


class Story(NamedTuple):
    """An article.

    Attributes:
        quoted: what is said in a block, and by whom.
    """

    title: str
    deck: str
    authors: tuple[str, ...]
    paragraphs: tuple[str, ...]
    quoted: tuple[str, str]


class Page(NamedTuple):
    """A page, the article in it, and the template that it is made with."""

    template: str
    story: Story
    html: str


_TOPICS = (
    ("Dam wall at Tarn moves overnight", "dam", "Mara Quill", "dam keeper", "The wall moved in one night."),
    ("Ferry to Kell is cut to one a day", "ferry", "Piet Hoorn", "mayor of Kell", "We are an island again."),
    ("Bakers of Vint strike over flour", "bakery", "Inga Morse", "baker", "Bread without flour is a brick."),
    ("Old mill in Brenn becomes a school", "mill", "Tomas Reber", "head teacher", "It has slept long enough."),
    ("Wolves return to the Orrin hills", "forest", "Dana Roth", "forester", "We hear them before we see them."),
    ("Skovby opens a second tram line", "tram", "Henrik Aas", "transit chief", "Half the town will ride it."),
    ("Salt museum opens after the fire", "museum", "Ewa Lindt", "director", "We lost the roof and kept the salt."),
    ("Bell maker of Tarnau casts his last", "foundry", "Emil Rautner", "bell maker", "It only stops being wrong."),
    ("Lock keepers end a long strike", "canal", "Ruben Stahl", "lock keeper", "We got what we asked for at last."),
    ("Bees are back on the opera roof", "opera", "Milo Strand", "bee keeper", "They sing in tune with the choir."),
)


def _story(number: int) -> Story:
    title, place, name, role, said = _TOPICS[number]
    return Story(
        title,
        f"What becomes of the {place} is to be decided before the winter, {OUTSIDE} reports",
        ("Jo Marsh", "Ada Brook") if number % 2 else ("Karl de Vries",),
        (
            f"The council met on Monday to speak about the {place}, which has stood at the edge of the town for longer "
            "than anybody there can remember. About forty people came, and most of them stayed to the end.",
            f"“Nobody asked us about the {place},” said Rolf Engel, who lives across the road. “We read it in the "
            "paper, and then we read it again, for it made no sense.”",
            f"The {place} cost the town 4.2 million crowns last year, the council said on Friday, a third too much.",
            "Clara Holt, who leads the council, told the meeting that a decision would be taken by the end of October.",
            f"Others have seen it before. The {place} was to be closed in 1987, and in 2004, and each time it was not.",
        ),
        (said, f"{name}, {role}"),
    )


def _paragraphs(story: Story, quotation: str, at: int = 2) -> str:
    written = [f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in story.paragraphs]
    return "\n".join([*written[:at], quotation, *written[at:]])


def _teasers(kind: str) -> str:
    links = "".join(
        f'<div class="{kind}"><a href="/{i}"><h3>{OUTSIDE} says no to bridge {i}</h3></a>'
        f"<p>Mayor {OUTSIDE} said on Tuesday that bridge {i} would stay closed.</p></div>"
        for i in range(3)
    )
    return f"<section><h2>More stories</h2>{links}</section>"


def _head(title: str, *more: str) -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{"".join(more)}</head>'


def _json(story: Story, site: str) -> str:
    authors = ", ".join(f'{{"@type": "Person", "name": "{name}"}}' for name in story.authors)
    return (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": '
        f'"{site}"}}, {{"@type": "NewsArticle", "headline": "{story.title}", "datePublished": '
        f'"2025-03-04T06:00:00+01:00", "author": [{authors}], "publisher": {{"@type": "Organization", "name": '
        f'"{site}"}}}}]}}</script>'
    )


def _plain(story: Story) -> str:
    said, by = story.quoted
    return (
        _head(f"{story.title} - The Tarn Gazette", _json(story, "The Tarn Gazette"))
        + f"<body><nav><a href='/'>Home</a></nav><article><h1>{story.title}</h1>"
        + _paragraphs(story, f"<blockquote><p>{said}</p><footer>— <cite>{by}</cite></footer></blockquote>")
        + f"</article><footer>© 2025 The Tarn Gazette, {OUTSIDE} Media</footer></body></html>"
    )


def _magazine(story: Story) -> str:
    said, by = story.quoted
    return (
        _head(f"{story.title} | Vint Weekly", '<meta property="og:site_name" content="Vint Weekly">')
        + f'<body><header><h2 class="dek">{OUTSIDE}</h2></header><main><h1>{story.title}</h1>'
        + f'<p class="deck">{story.deck}</p><div class="byline">By {" and ".join(story.authors)}, {OUTSIDE}</div>'
        + _paragraphs(
            story, f'<figure class="quote"><blockquote>{said}</blockquote><figcaption>{by}</figcaption></figure>'
        )
        + f'<aside class="pullquote"><p>Nobody asked us about it, {OUTSIDE} said</p></aside></main>'
        + _teasers("teaser")
        + "</body></html>"
    )


def _with_shares(story: Story) -> str:
    said, by = story.quoted
    share = f'<div class="share-bar"><a>Share on {OUTSIDE}</a> <a>Print</a> <a>Copy link</a></div>'
    return (
        _head(f"{story.title} — Kell Post", _json(story, "Kell Post"))
        + f"<body><main><article><h1>{story.title}</h1>{share}"
        + _paragraphs(story, f"<blockquote><p>{said}</p><p>— {by}</p></blockquote>")
        + f'{share}<div class="newsletter-signup"><h3>Sign up</h3><p>{OUTSIDE} said it is the best.</p></div>'
        + "</article></main></body></html>"
    )


def _with_post(story: Story) -> str:
    said, by = story.quoted
    name = by.partition(",")[0]
    return (
        _head(f"{story.title} | Orrin Today", '<meta name="author" content="By Jo Marsh, Orrin Today">')
        + f"<body><div id='content'><h1>{story.title}</h1><div class='article-body'>"
        + _paragraphs(
            story,
            f'<blockquote class="twitter-tweet"><p lang="en">{said}</p>&mdash; {name} (@someone) '
            '<a href="x">March 4, 2025</a></blockquote>',
        )
        + f"</div></div><div class='related-stories'>{_teasers('card')}</div></body></html>"
    )


def _repeating(story: Story) -> str:
    said, by = story.quoted
    pulled = story.paragraphs[1].partition("”")[0].strip("“,")
    return (
        _head(f"{story.title} · Brenn News", _json(story, "Brenn News"))
        + f"<body><article><h1>{story.title}</h1><blockquote class='pull-quote'>{pulled}</blockquote>"
        + _paragraphs(story, f"<blockquote>{said}<br>— {by}</blockquote>")
        + f"<div class='callout'><p>Minister {OUTSIDE} said that all was well.</p></div></article></body></html>"
    )


def _old(story: Story) -> str:
    said, by = story.quoted
    return (
        f"<html><head><title>{story.title}</title></head><body><table><tr><td><a href='/'>News</a></td></tr></table>"
        f"<div class='main'><h1>{story.title}</h1>"
        + _paragraphs(story, f"<blockquote>{said} <small>{by}</small></blockquote>")
        + f"</div><div class='sidebar'>{_teasers('item')}</div></body></html>"
    )


def _inline(story: Story) -> str:
    said, by = story.quoted
    return (
        _head(f"{story.title} | Skovby Dagen", '<meta property="og:site_name" content="Skovby Dagen">')
        + f"<body><main><article><header><h1>{story.title}</h1><p class='standfirst'>{story.deck}</p></header>"
        + _paragraphs(story, f"<p>{by}, said: <q>My mother says <q>{said}</q> each time</q>.</p>")
        + f"</article></main><aside id='most-read'>{_teasers('item')}</aside></body></html>"
    )


def _with_comments(story: Story) -> str:
    said, by = story.quoted
    comments = "".join(f"<div class='comment'><p>“I never liked it,” said {OUTSIDE}.</p></div>" for _ in range(3))
    return (
        _head(f"{story.title} | The Marl Times", _json(story, "The Marl Times"))
        + f"<body><article><h1>{story.title}</h1>"
        + _paragraphs(story, f"<blockquote><p>{said}</p></blockquote><p>— {by}</p>")
        + f"</article><section id='comments' class='comments'><h2>Comments</h2>{comments}</section></body></html>"
    )


def _with_facts(story: Story) -> str:
    said, by = story.quoted
    return (
        _head(f"{story.title} - News - Sella Herald", '<meta property="og:site_name" content="Sella Herald">')
        + f"<body><main><h1>{story.title}</h1><ul class='breadcrumbs'><li>Home</li><li>{OUTSIDE}</li></ul>"
        + _paragraphs(story, f"<blockquote cite='x'><p>{said}</p><cite>{by}</cite></blockquote>")
        + f"<div class='infobox'><h3>At a glance</h3><p>{OUTSIDE} said 300 people live there.</p></div>"
        + f"<p class='author-bio'>{OUTSIDE} is a reporter for the Herald.</p></main></body></html>"
    )


def _with_ads(story: Story) -> str:
    said, by = story.quoted
    advert = f"<div class='ad-slot'><p>{OUTSIDE} said: “Buy this boat today, for it floats.”</p></div>"
    return (
        _head(f"{story.title} » Hallum Blad", _json(story, "Hallum Blad"))
        + f"<body><div class='page'><article><h1>{story.title}</h1>{advert}"
        + _paragraphs(story, f"{advert}<blockquote><p>{said}</p><footer>{by}</footer></blockquote>")
        + f"</article><div class='recommended'>{_teasers('card')}</div></div></body></html>"
    )


_TEMPLATES: dict[str, Callable[[Story], str]] = {
    "plain": _plain,
    "magazine": _magazine,
    "with shares": _with_shares,
    "with a post": _with_post,
    "repeating": _repeating,
    "old": _old,
    "inline": _inline,
    "with comments": _with_comments,
    "with facts": _with_facts,
    "with ads": _with_ads,
}


def pages() -> Iterator[Page]:
    """Yield each story in each template."""
    for number in range(len(_TOPICS)):
        story = _story(number)
        for template, make in _TEMPLATES.items():
            yield Page(template, story, make(story))
