"""One walk through a document in text order: every name, pronoun and source, with what is in focus there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from quotex.quotes import Quotation
from quotex.records import QuoteType, SpeakerKind
from quotex.speakers.actors import Actor, Actors
from quotex.speakers.focus import Focus
from quotex.speakers.lexicon import Gender, name_words, source_nouns
from quotex.speakers.names import Name
from quotex.speakers.register import Identity, Register, spoken_gender
from quotex.speakers.roles import find_role
from quotex.speakers.sources import Form, Head, SourceReader, kind_of
from quotex.text import Layout, ParagraphKind, Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Walk"]

_GENDERS = {"he": Gender.MALE, "him": Gender.MALE, "his": Gender.MALE, "himself": Gender.MALE}
_GENDERS |= {"she": Gender.FEMALE, "her": Gender.FEMALE, "hers": Gender.FEMALE, "herself": Gender.FEMALE}
_THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
_IT = frozenset(["it", "its", "itself"])
_SELF = frozenset(["i", "me", "my", "myself", "we", "us", "our", "ourselves"])
_SINGULAR_SELF = frozenset(["i", "me", "my", "myself"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "agent"])
_OBJECTS = frozenset(["dobj", "pobj", "dative"])
_SPEAKS = 1.0
_QUOTED = 0.2
_CLEAR = 2.0
_PLACES = frozenset(["GPE", "LOC", "FAC"])


class Walk:
    """Resolves the sources of one document."""

    def __init__(
        self, layout: Layout, doc: Doc, quotations: Sequence[Quotation], register: Register, reader: SourceReader
    ) -> None:
        self._layout = layout
        self._doc = doc
        self._quotations = quotations
        self._register = register
        self._reader = reader
        self._actors = Actors()
        self._persons: Focus[Actor] = Focus()
        self._groups: Focus[Actor] = Focus()
        self._bodies: Focus[Actor] = Focus()
        self._who: dict[Name, Actor | None] = {}
        self._name_ends = [n.span.end for n in register.names]
        self._sentences = [s.start_char for s in doc.sents] if len(doc) else []
        self._spoken = _Cover(
            [(c, i) for i, q in enumerate(quotations) if q.type is not QuoteType.INDIRECT for c in q.content]
        )
        self._inside = _Cover([(c, i) for i, q in enumerate(quotations) for c in q.content])

    def run(self) -> list[Actor | None]:
        """Return the actor of each quotation; None: it has no source, or one that could be anyone."""
        found: dict[Range, Actor | None] = {}
        later: list[tuple[int, Head]] = []
        speakers: list[Actor | None] = [None] * len(self._quotations)
        for offset, event in self._events():
            self._advance(offset)
            if isinstance(event, Name):
                self._meet(event)
            elif isinstance(event, int):
                source = self._quotations[event].source
                assert source is not None
                if source not in found:
                    found[source] = self._source(source, event, later)
                speakers[event] = found[source]
            else:
                self._pronoun(event)
        for i, head in later:
            outer = self._spoken.around(head.span.start, i)
            speakers[i] = speakers[outer] if outer is not None else self._author(head)
        return speakers

    def _events(self) -> Iterator[tuple[int, Name | int | Token]]:
        heads = set()
        events: list[tuple[int, int, int, Name | int | Token]] = []
        for i, q in enumerate(self._quotations):
            if q.source is not None:
                heads |= {t.i for t in self._reader.tokens(q.source)[:2]}
                events.append((q.source.end, 1, i, i))
        events += [(n.start, 0, i, n) for i, n in enumerate(self._register.names)]
        for token in self._doc:
            if token.pos_ == "PRON" and token.lower_ in _GENDERS and token.i not in heads:
                events.append((token.idx, 0, token.i, token))
        events.sort(key=lambda e: e[:3])
        return ((e[0], e[3]) for e in events)

    def _advance(self, offset: int) -> None:
        sentence = bisect_right(self._sentences, offset)
        for focus in (self._persons, self._groups, self._bodies):
            focus.advance(sentence)

    # Names ---------------------------------------------------------------------------------------------------

    def _meet(self, name: Name) -> None:
        """Decide whom a name stands for and bring them into focus."""
        identity = self._decide(name)
        if identity is None:
            self._who[name] = None
            return
        actor = self._actors.of(identity, is_place=name.token.ent_type_ in _PLACES)
        self._who[name] = actor
        actor.mentions.add(name.span)
        (self._persons if identity.is_person else self._bodies).mention(
            actor, self._prominence(name.token, name.span.start)
        )
        if identity.is_person:
            roles = find_role(self._layout.view, name, self._reader)
            actor.roles += roles
            for noun in dict.fromkeys(n for r in roles for n in r.nouns):
                self._actors.note(noun, actor)
                if actor.gender is None:
                    actor.gender = source_nouns().noun_gender(noun)
        else:
            self._actors.note(name.words[-1], actor)

    def _decide(self, name: Name) -> Identity | None:
        """Choose among those who share a name: by title, then by what is in focus; None rather than a guess."""
        candidates = self._register.candidates(name)
        if len(candidates) > 1 and (gender := spoken_gender(name)):
            candidates = tuple(c for c in candidates if c.gender in (None, gender)) or candidates
        if len(candidates) == 1:
            return candidates[0]
        focus = self._persons if candidates[0].is_person else self._bodies
        ranked = sorted(
            ((focus.weight(self._actors.of(c)), -c.number, c) for c in candidates), key=lambda r: r[:2], reverse=True
        )
        if ranked[0][0] > _CLEAR * ranked[1][0]:
            return ranked[0][2]
        counted = sorted(((len(c.names), -c.number, c) for c in candidates), key=lambda r: r[:2], reverse=True)
        return counted[0][2] if counted[0][0] > _CLEAR * counted[1][0] else None

    def _prominence(self, token: Token, offset: int) -> float:
        while token.dep_ in ("compound", "flat", "appos", "nmod") and token.head.i != token.i:
            token = token.head
        weight = 1.0 if token.dep_ in _SUBJECTS else 0.6 if token.dep_ in _OBJECTS else 0.4
        if self._spoken.around(offset) is not None:
            weight *= _QUOTED
        elif (
            self._layout.paragraphs
            and self._layout.paragraphs[self._layout.paragraph_at(offset)].kind is ParagraphKind.TITLE
        ):
            weight *= 0.5
        return weight

    # Pronouns ------------------------------------------------------------------------------------------------

    def _pronoun(self, token: Token) -> None:
        """Let a pronoun in running text keep the one it stands for in focus."""
        if self._spoken.around(token.idx) is not None:
            return
        actor = self._person(_GENDERS[token.lower_])
        if actor is not None:
            self._persons.mention(actor, self._prominence(token, token.idx))

    def _person(self, gender: Gender | None) -> Actor | None:
        found = self._persons.best(lambda a: gender is None or a.gender in (None, gender))
        if found is not None and found.gender is None and gender is not None:
            sure = self._persons.best(lambda a: a.gender is gender)
            if sure is not None and self._persons.weight(sure) * _CLEAR > self._persons.weight(found):
                return sure
            found.gender = gender
        return found

    def _many(self) -> Actor | None:
        """Return whom "they" stands for: a group in focus, else a body."""
        group = self._groups.best(lambda a: True)
        body = self._bodies.best(lambda a: not a.is_place)
        if group is None or body is None:
            return group or body
        return group if self._groups.weight(group) * _CLEAR >= self._bodies.weight(body) else body

    # Sources -------------------------------------------------------------------------------------------------

    def _source(self, source: Range, quotation: int, later: list[tuple[int, Head]]) -> Actor | None:
        head = self._reader.read(source)
        if head.form is Form.PRONOUN and head.token is not None and head.token.lower_ in _SELF:
            later.append((quotation, head))
            return None
        actor = self._resolve(head)
        if actor is not None:
            focus = self._focus_of(actor)
            focus.mention(
                actor, _SPEAKS * (_QUOTED if self._spoken.around(source.start, quotation) is not None else 1.0)
            )
            if head.form is not Form.NAME:
                actor.mentions.add(_mention(head, self._layout.text))
        return actor

    def _focus_of(self, actor: Actor) -> Focus[Actor]:
        if actor.kind is SpeakerKind.PERSON:
            return self._persons
        return self._groups if actor.kind is SpeakerKind.GROUP else self._bodies

    def _resolve(self, head: Head) -> Actor | None:
        match head.form:
            case Form.NAME:
                assert head.name is not None
                return self._who.get(head.name)
            case Form.PRONOUN:
                assert head.token is not None
                return self._stands_for(head.token)
            case Form.NOUN:
                return self._noun(head)
            case Form.SEVERAL:
                return self._described(head, SpeakerKind.GROUP)
            case Form.NOTHING:
                return None

    def _stands_for(self, token: Token) -> Actor | None:
        word = token.lower_
        if word in _GENDERS:
            return self._person(_GENDERS[word])
        if word in _THEY:
            return self._many()
        if word in _IT:
            return self._bodies.best(lambda a: True)
        return self._antecedent(token)

    def _antecedent(self, token: Token) -> Actor | None:
        """Return whom a relative pronoun stands for: the name right before it, else the noun its clause hangs on."""
        i = bisect_right(self._name_ends, token.idx) - 1
        if i >= 0 and self._layout.view[self._name_ends[i] : token.idx].strip(" ,()") == "":
            return self._who.get(self._register.names[i])
        verb = token
        while verb.dep_ not in ("relcl", "acl") and verb.head.i != verb.i:
            verb = verb.head
        if verb.head.i >= token.i or verb.head.i == verb.i:
            return None
        noun = verb.head
        start = noun.left_edge.idx
        return self._resolve(self._reader.read(Range(start, noun.idx + len(noun))))

    # Nouns ---------------------------------------------------------------------------------------------------

    def _noun(self, head: Head) -> Actor | None:
        kind = kind_of(head)
        if (named := self._named_by_noun(head, kind)) is not None:
            return named
        if head.definite and not head.plural and (known := self._known(head, kind)) is not None:
            self._actors.note(head.noun, known)
            return known
        return self._described(head, kind)

    def _known(self, head: Head, kind: SpeakerKind) -> Actor | None:
        """Return whom "the senator" or "the bank" points back to."""
        called = self._actors.latest(head.noun)
        if called:
            focus = self._focus_of(called[0])
            return max(called, key=lambda a: (focus.weight(a), -called.index(a)))
        if kind is SpeakerKind.ORGANIZATION:
            return self._bodies.best(
                lambda a: (
                    a.is_place
                    == (head.noun in ("country", "city", "state", "town", "county", "province", "nation", "village"))
                )
            )
        if kind is SpeakerKind.PERSON and head.noun not in (
            "source",
            "official",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "aide",
            "adviser",
        ):
            gender = source_nouns().noun_gender(head.noun)
            return self._persons.best(
                lambda a: a.identity is not None and (gender is None or a.gender in (None, gender))
            )
        return None

    def _named_by_noun(self, head: Head, kind: SpeakerKind) -> Actor | None:
        """Return the body or document that a name before the noun names: "the Harlow campaign", "a Marist poll"."""
        nouns, token = source_nouns(), head.token
        if token is None or head.plural or head.noun not in nouns.titled | nouns.named_by_owner:
            return None
        names = [
            n
            for n in self._reader.names_in(Range(token.left_edge.idx, token.idx))
            if n.token.dep_ in ("compound", "nmod", "amod") and not n.possessive
        ]
        if not names:
            return None
        start, end = names[0].span.start, token.idx + len(token)
        phrase = self._layout.text[start:end].casefold()
        actor = self._actors.called(phrase)
        if actor is None:
            actor = Actor(
                SpeakerKind.DOCUMENT if kind is SpeakerKind.DOCUMENT else SpeakerKind.ORGANIZATION,
                name=Range(start, end),
            )
            self._actors.describe(phrase, actor)
        self._actors.note(head.noun, actor)
        return actor

    def _described(self, head: Head, kind: SpeakerKind) -> Actor | None:
        """Return an unnamed source: the one described before in the same words, or a new one."""
        span = _mention(head, self._layout.text)
        phrase = _without_article(span.of(self._layout.text).casefold())
        lasting = head.plural or head.definite or kind in (SpeakerKind.GROUP, SpeakerKind.DOCUMENT)
        actor = self._actors.called(phrase) if lasting else None
        if actor is None:
            actor = Actor(kind, description=span, gender=source_nouns().noun_gender(head.noun))
            self._actors.describe(phrase, actor)
        if head.noun:
            self._actors.note(head.noun, actor)
        return actor

    def _author(self, head: Head) -> Actor:
        """Return the one who writes: "I", or "we", outside any quotation."""
        assert head.token is not None
        alone = head.token.lower_ in _SINGULAR_SELF
        phrase = "i" if alone else "we"
        actor = self._actors.called(phrase)
        if actor is None:
            actor = Actor(
                SpeakerKind.PERSON if alone else SpeakerKind.GROUP, description=_mention(head, self._layout.text)
            )
            self._actors.describe(phrase, actor)
        actor.mentions.add(_mention(head, self._layout.text))
        return actor


class _Cover:
    """Answers which quotation's content lies around an offset, in logarithmic time."""

    def __init__(self, contents: list[tuple[Range, int]]) -> None:
        self._contents = sorted(contents)
        self._starts = [c.start for c, _ in self._contents]
        self._reach = list(accumulate((c.end for c, _ in self._contents), max))

    def around(self, offset: int, but: int | None = None) -> int | None:
        """Return the quotation of the innermost content around an offset, other than one; None: there is none."""
        i = bisect_right(self._starts, offset) - 1
        while i >= 0 and self._reach[i] > offset:
            content, quotation = self._contents[i]
            if content.end > offset and quotation != but:
                return quotation
            i -= 1
        return None


def _mention(head: Head, text: str) -> Range:
    if head.form is Form.PRONOUN and head.token is not None:
        return Range(head.token.idx, head.token.idx + len(head.token))
    start, end = head.span
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.–—-("):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    return Range(start, end)


def _without_article(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return rest if rest and first in ("the", "a", "an", "these", "those", "this", "that") else phrase
