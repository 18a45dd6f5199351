"""What an article tells of those who speak and are only described, and of those who have a name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quotex.contract.records import SpeakerKind
from quotex.english.closed import INDEFINITE, JUNCTIONS, OWN, POSSESSIVE_DETERMINERS, POSSESSIVE_ENDINGS
from quotex.english.names import OPENS
from quotex.english.people import capitalised, folded_words, source_nouns, without_plural
from quotex.speakers.entities import Entity
from quotex.speakers.owners import Owner, Owners
from quotex.speakers.particulars import Particulars
from quotex.text import Layout, Range

_KINDS = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)
_OWNS = tuple(POSSESSIVE_ENDINGS)
_LONG = 5
"""Letters of a word that tells what is said."""


@dataclass(frozen=True, slots=True)
class Described:
    """Something that is only described.

    Attributes:
        noun: that it is called by.
        told: the other words of the description that tell something.
        before: of those, the ones before a preposition or clause.
        is_indefinite: it is brought in by an article, or as somebody's own.
        particulars: what is told beside the noun.
        is_owned: it is told whose it is: "his doctor".
        of_name: it begins with whose it is, by name: "Marsh's campaign".
        owner: whose that is.
        is_titled: in the title.
        one: the same for all descriptions of one person: those in the same words that tell whose he is.
        paragraph: its number.
        sentence: its number.
        names: the words with a capital in what it says, folded.
        says: the long words of that.
    """

    entity: Entity
    span: Range
    noun: str
    told: frozenset[str]
    before: frozenset[str]
    is_indefinite: bool
    particulars: Particulars
    is_owned: bool
    of_name: bool
    owner: Owner | None
    is_titled: bool
    one: Hashable
    paragraph: int
    sentence: int
    names: frozenset[str]
    says: frozenset[str]


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name.

    Attributes:
        words: of the name, in the singular.
        head: the noun at the head of the name, if it is a body's.
        start: where it is named first, in the title only if nowhere else.
        paragraph: of that place.
        sentence: of it.
        opens: it opens that sentence, and owns nothing: "<Marsh> said".
        beside: the words of its sentence, and of the roles.
        owners: whose it is told to be.
        speaks: what it says.
        says: the long words of that.
    """

    entity: Entity
    words: frozenset[str]
    head: str
    start: int
    paragraph: int
    sentence: int
    opens: bool
    beside: frozenset[str]
    owners: tuple[Owner, ...]
    speaks: tuple[Range, ...]
    says: frozenset[str]


class Reader:
    """Reads what an article tells of those who speak or are named."""

    def __init__(
        self,
        layout: Layout,
        said: Mapping[Entity, Sequence[Range]],
        sentences: Sequence[int],
        owners: Owners,
        told_of: Callable[[Range], Particulars],
    ) -> None:
        self._layout = layout
        self._said = said
        self._sentences = sentences
        self._owners = owners
        self._told_of = told_of

    def described(self, entity: Entity) -> Described | None:
        """Return what is told of one that is only described; None: it has a name, or is of no such kind."""
        span = entity.description
        if entity.kind not in _KINDS or span is None or entity.name is not None or entity.identity is not None:
            return None
        words = folded_words(span.of(self._layout.text))
        end = next((i for i, word in enumerate(words) if word in JUNCTIONS), len(words))
        several = entity.noun not in words[:end] and entity.kind is not SpeakerKind.PERSON  # of the kind: "exit polls"
        if several or not words:
            return None
        before = _telling(words[:end]) - {entity.noun}
        return Described(
            entity,
            span,
            entity.noun,
            _telling(words) - {entity.noun},
            before,
            words[0] in INDEFINITE or (words[0] in POSSESSIVE_DETERMINERS and words[1:2] == (OWN,)),
            self._told_of(span),
            words[0] in POSSESSIVE_DETERMINERS,
            any(span.of(self._layout.view).partition(" ")[0].endswith(ending) for ending in POSSESSIVE_ENDINGS),
            self._owners.of(span) if entity.kind is SpeakerKind.PERSON else None,
            self._layout.title is not None and self._layout.title.covers(span),
            words if any(ending in span.of(self._layout.view) for ending in POSSESSIVE_ENDINGS) else entity,
            self._paragraph(span.start),
            self._sentence(span.start),
            frozenset(capitalised(content.of(self._layout.view) for content in self._said.get(entity, ()))),
            self._says(entity),
        )

    def named(self, entity: Entity, names: Sequence[Range]) -> Named:
        """Return what is told of one that bears these names."""
        title = self._layout.title
        full = entity.identity.fullest.words if entity.identity else folded_words(names[0].of(self._layout.text))
        end = next((i for i, word in enumerate(full) if i and word in JUNCTIONS), len(full))
        first = next((n for n in names if title is None or not title.covers(n)), names[0])
        sentence = self._sentence(first.start)
        ends = self._sentences[sentence + 1] if sentence + 1 < len(self._sentences) else len(self._layout.text)
        beside = folded_words(self._layout.view[self._sentences[sentence] : ends])
        roles = [word for role in entity.roles for word in folded_words(role.words)]
        return Named(
            entity,
            frozenset(map(without_plural, full)),
            without_plural(full[end - 1]),
            first.start,
            self._paragraph(first.start),
            sentence,
            OPENS.fullmatch(self._layout.view, self._sentences[sentence], first.start) is not None
            and not self._layout.view.startswith(_OWNS, first.end),
            _telling([*beside, *roles]),
            tuple(filter(None, (self._owners.of(role.span) for role in entity.roles))),
            tuple(self._said.get(entity, ())),
            self._says(entity),
        )

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._sentences, offset) - 1

    def _paragraph(self, offset: int) -> int:
        return self._layout.paragraph_at(offset) if self._layout.paragraphs else 0

    def _says(self, entity: Entity) -> frozenset[str]:
        words = (word for content in self._said.get(entity, ()) for word in folded_words(content.of(self._layout.text)))
        return frozenset(word for word in words if len(word) >= _LONG)


def _telling(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(without_plural, words)) - source_nouns().bare - JUNCTIONS
