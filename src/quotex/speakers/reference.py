"""One walk through a document in text order: every name, pronoun and source, with what is in focus there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotex.contract.records import MentionRule, QuoteType, SpeakerKind
from quotex.english.names import title_gender
from quotex.english.people import Gender, source_nouns
from quotex.quotes import Quotation
from quotex.speakers.anonymity import find_grounds
from quotex.speakers.confidence import Way
from quotex.speakers.descriptions import DescriptionResolver
from quotex.speakers.discourse import CLEAR, Discourse
from quotex.speakers.entities import Entity
from quotex.speakers.identities import Identities, Identity
from quotex.speakers.mentions import Form, Mention, MentionReader, mention_of, singular
from quotex.speakers.names import Name
from quotex.speakers.namesakes import namesakes
from quotex.speakers.roles import RoleFinder
from quotex.text import Layout, ParagraphKind, Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["ReferenceResolver"]

_GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMALE),
}
_THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
_IT = frozenset(["it", "its", "itself"])
_I = frozenset(["i", "me", "my", "myself"])
_WE = frozenset(["we", "us", "our", "ourselves"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "agent"])
_OBJECTS = frozenset(["dobj", "pobj", "dative"])
_AGE = re.compile(r",? \(?(\d{1,3})\b(?=[,.;)])")
_PLACES = frozenset(["GPE", "LOC"])
_PRESENT = 0.5
_SPEAKS = 1.0
_UNNAMED = 0.5
_QUOTED = 0.2
_HEADLINE = 0.5


class ReferenceResolver:
    """Resolves the sources of one document."""

    def __init__(
        self, layout: Layout, doc: Doc, quotations: Sequence[Quotation], register: Identities, reader: MentionReader
    ) -> None:
        self._layout = layout
        self._doc = doc
        self._quotations = quotations
        self._register = register
        self._reader = reader
        self._discourse = Discourse()
        self._roles = RoleFinder(layout.view, reader, lambda n: not register.candidates(n)[0].is_person)
        self._nouns = DescriptionResolver(layout.text, reader, self._discourse, self._roles)
        self._letters = {i: letter for i, q in enumerate(quotations) if (letter := _letter(layout.text, q))}
        self._heads = {
            i: reader.read(q.source)
            for i, q in enumerate(quotations)
            if q.source is not None and i not in self._letters
        }
        self._who: dict[Name, Entity | None] = {}
        self._revealed: dict[Entity, Entity] = {}  # unnamed so far: "the neighbour, Jo Marsh"
        self._name_ends = [n.span.end for n in register.names]
        self._sentences = [s.start_char for s in doc.sents] if len(doc) else []
        self._openings = [
            (by.i, by.sent.end, Range(by.idx, by.right_edge.idx + len(by.right_edge)))
            for by in doc
            if by.lower_ == "by" and _opens_clause(by)
        ]
        self._spoken = _Cover(
            [(c, i) for i, q in enumerate(quotations) if q.type is not QuoteType.INDIRECT for c in q.content]
        )

    def run(self) -> list[Entity | None]:
        """Return the entity of each quotation; None: it has no source, or one that could be anyone."""
        found: dict[Range, Entity | None] = {}
        speakers: list[Entity | None] = [None] * len(self._quotations)
        own: list[tuple[int, Mention]] = []
        for offset, event in self._events():
            self._discourse.advance(bisect_right(self._sentences, offset))
            if isinstance(event, Name):
                self._meet(event)
            elif isinstance(event, int):
                head = self._heads[event]
                if head.form is Form.PRONOUN and head.token is not None and head.token.lower_ in _I | _WE:
                    own.append((event, head))
                    continue
                if head.span not in found:
                    found[head.span] = self._source(head, event)
                speakers[event] = found[head.span]
            elif event.lower_ in _GENDERS:
                self._pronoun(event)
            else:
                self._pass(event)
        for i, head in own:
            outer = self._spoken.around(head.span.start, i)
            speakers[i] = speakers[outer] if outer is not None else self._author(head)
        self._answer(speakers)
        heard = dict.fromkeys(entity for entity in speakers if entity is not None)
        same = namesakes(self._layout, heard, self._discourse.entities, self._register.identities) | self._revealed
        for described, named in same.items():
            named.mentions |= dict.fromkeys(described.mentions, MentionRule.NAMESAKE)
        find_grounds(self._layout, (entity for entity in heard if entity not in same))
        return [same.get(entity, entity) if entity is not None else None for entity in speakers]

    def way(self, quotation: int) -> Way:
        """By what a quotation's speaker was found, as far as that says how sure it is."""
        head = self._heads.get(quotation)
        if head is None:
            return Way.LABEL if quotation in self._letters else Way.FLOW
        if head.form is Form.NAME and head.name is not None:
            return Way.NAME if len(self._register.candidates(head.name)) == 1 else Way.SHARED_NAME
        if head.form is Form.PRONOUN and head.token is not None:
            return Way.PRONOUN if head.token.lower_ in _GENDERS else Way.OTHER_PRONOUN
        return Way.NOUN if head.definite and not head.plural else Way.DESCRIPTION

    def _answer(self, speakers: list[Entity | None]) -> None:
        """Give answers under the letter A to the person who speaks most elsewhere; none where two speak as much."""
        if "A" not in self._letters.values():
            return
        counts = Counter(s for s in speakers if s is not None and s.identity is not None and s.identity.is_person)
        most = [entity for entity, count in counts.items() if count == max(counts.values())]
        for i, letter in self._letters.items():
            if letter == "A" and len(most) == 1:
                speakers[i] = most[0]

    def _events(self) -> Iterator[tuple[int, Name | int | Token]]:
        """Yield names, pronouns and (by index) quotations with a source, in text order; a source where it ends."""
        heads: set[int] = set()
        events: list[tuple[int, int, int, Name | int | Token]] = []
        for i, head in self._heads.items():
            if head.form is Form.PRONOUN and head.token is not None:
                heads.add(head.token.i)
            end = max(head.span.end, head.name.span.end) if head.name else head.span.end
            events.append((end, 1, i, i))
        events += [(n.start, 0, i, n) for i, n in enumerate(self._register.names)]
        heads |= {h.token.i for h in self._heads.values() if h.form is Form.NOUN and h.token is not None}
        events += [
            (t.idx, 0, t.i, t) for t in self._doc if t.i not in heads and (t.lower_ in _GENDERS or _is_subject(t))
        ]
        events.sort(key=lambda e: e[:3])
        return ((e[0], e[3]) for e in events)

    # Names ---------------------------------------------------------------------------------------------------

    def _meet(self, name: Name) -> None:
        """Decide whom a name stands for and bring them into focus."""
        identity = self._decide(name)
        self._who[name] = None
        if identity is None:
            return
        entity = self._discourse.entities.of(identity, is_place=name.token.ent_type_ in _PLACES)
        self._who[name] = entity
        entity.mentions[name.span] = MentionRule.SHORT_NAME
        if age := _AGE.match(self._layout.view, name.span.end):
            self._discourse.entities.note(f"{age[1]}-year-old", entity)
        self._discourse.mention(entity, self._prominence(name.token, name.span.start))
        if not identity.is_person:
            self._discourse.entities.note(name.words[-1], entity)
        elif self._spoken.around(name.span.start) is None:
            self._note_roles(name, entity)

    def _note_roles(self, name: Name, entity: Entity) -> None:
        roles = self._roles.find(name)
        entity.roles += roles
        for role in roles:
            if self._layout.view[max(0, role.span.start - 4) : role.span.start].lower() == "the ":
                self._reveal(self._discourse.entities.unnamed(role.nouns), entity)
        for noun in dict.fromkeys(n for r in roles for n in r.nouns):
            self._discourse.entities.note(noun, entity)
            if entity.gender is None:
                entity.gender = source_nouns().noun_gender(noun)

    def _reveal(self, unnamed: Sequence[Entity], entity: Entity) -> None:
        """Take an unnamed person for one that is named now; not where there are two, a headline aside."""
        title = self._layout.title
        if sum(not (title and a.description and title.covers(a.description)) for a in unnamed) <= 1:
            self._revealed |= dict.fromkeys(unnamed, entity)

    def _decide(self, name: Name) -> Identity | None:
        """Choose among those who share a name: by title, then by what is in focus; None rather than a guess."""
        candidates = self._register.candidates(name)
        if len(candidates) > 1 and (gender := title_gender(name.titles)):
            candidates = tuple(c for c in candidates if c.gender in (None, gender)) or candidates
        return candidates[0] if len(candidates) == 1 else self._choose(candidates)

    def _choose(self, candidates: tuple[Identity, ...]) -> Identity | None:
        """Choose among those who share a name that tells no more.

        By convention a bare family name goes on with the one who was introduced first; another one takes it over
        only while the first is out of focus.
        """

        def weight(identity: Identity) -> float:
            return self._discourse.weight(self._discourse.entities.of(identity))

        first = min(candidates, key=lambda c: (c.names[0].span, c.number))
        if self._register.always_in_full(candidates, but=first):
            return first
        rival = max((c for c in candidates if c is not first), key=lambda c: (weight(c), -c.number))
        here, there = weight(first), weight(rival)
        if here > CLEAR * there or (here >= there and len(first.names) >= len(rival.names)):
            return first
        return rival if here == 0 and there > _PRESENT else None

    def _prominence(self, token: Token, offset: int) -> float:
        """Return how much a mention brings into focus: a subject more than others, speech and headlines less."""
        while token.dep_ in ("compound", "flat", "appos", "nmod") and token.head.i != token.i:
            token = token.head
        weight = 1.0 if token.dep_ in _SUBJECTS else 0.6 if token.dep_ in _OBJECTS else 0.4
        if self._spoken.around(offset) is not None:
            return weight * _QUOTED
        paragraphs = self._layout.paragraphs
        titled = paragraphs and paragraphs[self._layout.paragraph_at(offset)].kind is ParagraphKind.TITLE
        return weight * _HEADLINE if titled else weight

    # Pronouns ------------------------------------------------------------------------------------------------

    def _pronoun(self, token: Token) -> None:
        """Let a pronoun in running text keep the one it stands for in focus."""
        if self._spoken.around(token.idx) is not None:
            return
        entity = self._discourse.person(_GENDERS[token.lower_], self._askers(token))
        if entity is not None:
            self._discourse.mention(entity, self._prominence(token, token.idx))

    def _pass(self, token: Token) -> None:
        """Keep what a noun stands for in focus where it is spoken of, though it does not speak."""
        if self._spoken.around(token.idx) is not None:
            return
        head = self._reader.read(Range(token.left_edge.idx, token.idx + len(token)))
        entity = self._nouns.passing(head) if head.form is Form.NOUN else None
        if entity is not None:
            self._discourse.mention(entity, self._prominence(token, token.idx))

    def _stands_for(self, token: Token) -> Entity | None:
        word = token.lower_
        if word in _GENDERS:
            return self._discourse.person(_GENDERS[word], self._askers(token))
        if word in _THEY:
            return self._discourse.several()
        return self._discourse.thing() if word in _IT else self._antecedent(token)

    def _askers(self, token: Token) -> list[Entity]:
        """Return whom a pronoun cannot stand for: those by whom what its sentence opens with is done.

        "Asked by Marsh when she had left, she said": neither is Marsh.
        """
        found: list[Entity] = []
        for i in range(bisect_left(self._openings, token.i, key=lambda o: o[0]) - 1, -1, -1):
            _, end, span = self._openings[i]
            if end <= token.i:
                break
            found += [entity for name in self._reader.names_in(span) if (entity := self._who.get(name)) is not None]
        return found

    def _antecedent(self, token: Token) -> Entity | None:
        """Return whom a relative pronoun stands for: the name right before it, else the noun its clause hangs on."""
        i = bisect_right(self._name_ends, token.idx) - 1
        if i >= 0 and self._layout.view[self._name_ends[i] : token.idx].strip(" ,()–—-") == "":
            entity = self._who.get(self._register.names[i])
            if token.lower_ != "who" or (entity is not None and entity.kind is SpeakerKind.PERSON):
                return entity
        clause = token
        while clause.dep_ not in ("relcl", "acl") and clause.head.i != clause.i:
            clause = clause.head
        noun = clause.head
        if noun.i >= token.i:
            return None
        while noun.dep_ in ("appos", "pobj", "prep") and noun.head.i < noun.i:
            if noun.dep_ == "pobj" and (token.lower_ != "who" or _is_personal(noun)):
                break
            noun = noun.head
        return self._resolve(self._reader.read(Range(noun.left_edge.idx, noun.idx + len(noun))))

    # Sources -------------------------------------------------------------------------------------------------

    def _source(self, head: Mention, quotation: int) -> Entity | None:
        """Return the entity of a source, and bring it into focus as one who speaks."""
        entity = self._resolve(head)
        if entity is not None:
            quoted = self._spoken.around(head.span.start, quotation) is not None
            weight = _SPEAKS if entity.identity or entity.kind is not SpeakerKind.PERSON else _UNNAMED
            self._discourse.mention(entity, weight * (_QUOTED if quoted else 1.0))
            if head.form is not Form.NAME:
                entity.mentions.setdefault(mention_of(head, self._layout.text), _rule(head, entity))
        return entity

    def _resolve(self, head: Mention) -> Entity | None:
        if head.form is Form.NAME and head.name is not None:
            return self._who.get(head.name)
        if head.form is Form.PRONOUN and head.token is not None:
            return self._stands_for(head.token)
        if head.form is Form.NOUN:
            return self._nouns.resolve(head)
        return self._nouns.described(head, SpeakerKind.GROUP) if head.form is Form.SEVERAL else None

    def _author(self, head: Mention) -> Entity:
        """Return the one who writes: "I", or "we", outside any quotation."""
        assert head.token is not None
        alone = head.token.lower_ in _I
        phrase = "i" if alone else "we"
        entity = self._discourse.entities.called(phrase)
        if entity is None:
            kind = SpeakerKind.PERSON if alone else SpeakerKind.GROUP
            entity = Entity(kind, description=mention_of(head, self._layout.text))
            self._discourse.entities.describe(phrase, entity)
        entity.mentions[mention_of(head, self._layout.text)] = MentionRule.PRONOUN
        return entity


def _opens_clause(by: Token) -> bool:
    """Whether words with "by" stand in what opens a clause, before its subject."""
    opening = by.head
    while opening.dep_ in ("pobj", "compound") and opening.head.i < opening.i:
        opening = opening.head
    verb = opening.head
    if opening.dep_ not in ("advcl", "prep") or verb.pos_ not in ("VERB", "AUX"):
        return False
    return any(t.dep_ in _SUBJECTS and t.i > by.i for t in verb.children)


def _is_subject(token: Token) -> bool:
    if token.dep_ == "poss":
        return token.tag_ == "NN" and token.lower_ in source_nouns().person
    return token.dep_ in _SUBJECTS and token.tag_ in ("NN", "NNS") and not token.text[:1].isupper()


def _rule(head: Mention, entity: Entity) -> MentionRule:
    if head.form is Form.PRONOUN:
        return MentionRule.PRONOUN
    return MentionRule.DESCRIPTION if entity.identity is None and entity.name is None else MentionRule.NOUN


def _letter(text: str, quotation: Quotation) -> str | None:
    """The letter that labels an interview's question or answer."""
    label = quotation.source.of(text) if quotation.source and not quotation.cue else None
    return label if label in ("Q", "A") else None


def _is_personal(token: Token) -> bool:
    return token.ent_type_ in ("PERSON", "NORP") or singular(token) in source_nouns().person | source_nouns().group


class _Cover:
    """Answers which quotation's content lies around an offset, in time that grows with how deep contents nest."""

    def __init__(self, contents: list[tuple[Range, int]]) -> None:
        self._contents = sorted(contents, key=lambda c: (c[0].start, -c[0].end, c[1]))
        self._starts = [c.start for c, _ in self._contents]
        self._around: list[int] = []
        still_open: list[int] = []
        for i, start in enumerate(self._starts):
            while still_open and self._contents[still_open[-1]][0].end <= start:
                still_open.pop()
            self._around.append(still_open[-1] if still_open else -1)
            still_open.append(i)

    def around(self, offset: int, but: int | None = None) -> int | None:
        """Return the quotation of the innermost content around an offset, other than one; None: there is none."""
        i = bisect_right(self._starts, offset) - 1
        while i >= 0:
            content, quotation = self._contents[i]
            if content.end > offset and quotation != but:
                return quotation
            i = self._around[i]
        return None
