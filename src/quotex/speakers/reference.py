"""One walk through a document in text order: every name, pronoun and source, with what is in focus there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotex.contract.records import MentionRule, QuoteType, SpeakerKind
from quotex.english.closed import (
    BY,
    DEFINITE_ARTICLE,
    FIRST_PERSON,
    FIRST_SINGULAR,
    NEUTER,
    PERSONAL_RELATIVE,
    THIRD_PLURAL,
)
from quotex.english.names import title_gender
from quotex.english.people import PRONOUN_GENDERS, source_nouns
from quotex.english.roles import AGE, aged
from quotex.parse import grammar, phrases
from quotex.parse.names import is_people, is_person, is_region
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
from quotex.text import Layout, ParagraphKind, Range, RangeIndex

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["ReferenceResolver"]

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
        self._descriptions = DescriptionResolver(layout.text, reader, self._discourse, self._roles)
        self._letters = {i: letter for i, q in enumerate(quotations) if (letter := _letter(layout.text, q))}
        self._sources = {
            i: reader.read(q.source)
            for i, q in enumerate(quotations)
            if q.source is not None and i not in self._letters
        }
        self._referents: dict[Name, Entity | None] = {}
        self._authors: dict[SpeakerKind, Entity] = {}
        self._revealed: dict[Entity, Entity] = {}  # unnamed so far: "the neighbour, Jo Marsh"
        self._name_ends = [n.span.end for n in register.names]
        self._sentences = phrases.sentence_starts(doc)
        self._agents = [t for t in doc if t.lower_ == BY and phrases.opens_clause(t)]
        said = [(c, i) for i, q in enumerate(quotations) if q.type is not QuoteType.INDIRECT for c in q.content]
        self._contents = RangeIndex([content for content, _ in said])
        self._quotation_of = [i for _, i in said]

    def run(self) -> list[Entity | None]:
        """Return the entity of each quotation; None: it has no source, or one that could be anyone."""
        found: dict[Range, Entity | None] = {}
        speakers: list[Entity | None] = [None] * len(self._quotations)
        for offset, event in self._events():
            self._discourse.advance(bisect_right(self._sentences, offset))
            if isinstance(event, Name):
                self._mention_name(event)
            elif not isinstance(event, int):
                self._mention_word(event)
            elif not _is_first_person(mention := self._sources[event]):
                if mention.span not in found:
                    found[mention.span] = self._source(mention, event)
                speakers[event] = found[mention.span]
        for i, mention in self._sources.items():
            if _is_first_person(mention):
                outer = self._around(mention.span.start, but=i)
                speakers[i] = speakers[outer] if outer is not None else self._author(mention)
        self._assign_answers(speakers)
        heard = dict.fromkeys(entity for entity in speakers if entity is not None)
        same = namesakes(self._layout, heard, self._discourse.entities, self._register.identities) | self._revealed
        for described, named in same.items():
            named.mentions |= dict.fromkeys(described.mentions, MentionRule.NAMESAKE)
        find_grounds(self._layout, (entity for entity in heard if entity not in same))
        return [same.get(entity, entity) if entity is not None else None for entity in speakers]

    def way(self, quotation: int) -> Way:
        """By what a quotation's speaker was found, as far as that says how sure it is."""
        mention = self._sources.get(quotation)
        if mention is None:
            return Way.LABEL if quotation in self._letters else Way.FLOW
        if mention.form is Form.NAME and mention.name is not None:
            return Way.NAME if len(self._register.candidates(mention.name)) == 1 else Way.SHARED_NAME
        if mention.form is Form.PRONOUN and mention.token is not None:
            return Way.PRONOUN if mention.token.lower_ in PRONOUN_GENDERS else Way.OTHER_PRONOUN
        return Way.NOUN if mention.definite and not mention.plural else Way.DESCRIPTION

    def _assign_answers(self, speakers: list[Entity | None]) -> None:
        """Give answers under the letter A to the person who speaks most elsewhere; none where two speak as much."""
        if "A" not in self._letters.values():
            return
        counts = Counter(s for s in speakers if s is not None and s.identity is not None and s.identity.is_person)
        most = [entity for entity, count in counts.items() if count == max(counts.values())]
        for i, letter in self._letters.items():
            if letter == "A" and len(most) == 1:
                speakers[i] = most[0]

    def _events(self) -> Iterator[tuple[int, Name | int | Token]]:
        """Yield names, pronouns, nouns and (by index) quotations with a source, in text order; a source at its end."""
        events: list[tuple[int, int, int, Name | int | Token]] = []
        sources: set[int] = set()
        for i, mention in self._sources.items():
            if mention.form in (Form.PRONOUN, Form.NOUN) and mention.token is not None:
                sources.add(mention.token.i)
            end = max(mention.span.end, mention.name.span.end) if mention.name else mention.span.end
            events.append((end, 1, i, i))
        events += [(n.start, 0, i, n) for i, n in enumerate(self._register.names)]
        events += [
            (t.idx, 0, t.i, t)
            for t in self._doc
            if t.i not in sources and (t.lower_ in PRONOUN_GENDERS or _is_prominent_noun(t))
        ]
        events.sort(key=lambda e: e[:3])
        return ((e[0], e[3]) for e in events)

    def _around(self, offset: int, but: int | None = None) -> int | None:
        """Return the quotation, other than one, of the innermost content around an offset; None: there is none."""
        quotations = (self._quotation_of[content] for content in self._contents.around(offset))
        return next((quotation for quotation in quotations if quotation != but), None)

    # Names ---------------------------------------------------------------------------------------------------

    def _mention_name(self, name: Name) -> None:
        """Decide whom a name stands for and bring them into focus."""
        identity = self._disambiguate(name)
        self._referents[name] = None
        if identity is None:
            return
        entity = self._discourse.entities.of(identity, is_place=is_region(name.token))
        self._referents[name] = entity
        entity.mentions[name.span] = MentionRule.SHORT_NAME
        if age := AGE.match(self._layout.view, name.span.end):
            self._discourse.entities.note(aged(age[1]), entity)
        self._discourse.mention(entity, self._prominence(name.token, name.span.start))
        if not identity.is_person:
            self._discourse.entities.note(name.words[-1], entity)
        elif self._around(name.span.start) is None:
            self._note_roles(name, entity)

    def _note_roles(self, name: Name, entity: Entity) -> None:
        roles = self._roles.find(name)
        entity.roles += roles
        for role in roles:
            if self._layout.view[max(0, role.span.start - 4) : role.span.start].lower() == f"{DEFINITE_ARTICLE} ":
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

    def _disambiguate(self, name: Name) -> Identity | None:
        """Choose among those who share a name: by title, then by what is in focus; None rather than a guess."""
        candidates = self._register.candidates(name)
        if len(candidates) > 1 and (gender := title_gender(name.titles)):
            candidates = tuple(c for c in candidates if c.gender in (None, gender)) or candidates
        return candidates[0] if len(candidates) == 1 else self._choose_namesake(candidates)

    def _choose_namesake(self, candidates: tuple[Identity, ...]) -> Identity | None:
        """Choose among those who share a name that tells no more.

        By convention a bare family name goes on with the one who was introduced first; another one takes it over
        only while the first is out of focus.
        """

        def weight(identity: Identity) -> float:
            return self._discourse.salience(self._discourse.entities.of(identity))

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
        token = phrases.argument(token)
        is_object = grammar.is_object(token) or grammar.is_prepositional_object(token)
        weight = 1.0 if grammar.is_subject(token) else 0.6 if is_object else 0.4
        if self._around(offset) is not None:
            return weight * _QUOTED
        paragraphs = self._layout.paragraphs
        kind = paragraphs[self._layout.paragraph_at(offset)].kind if paragraphs else ParagraphKind.BODY
        return weight * _HEADLINE if kind in (ParagraphKind.TITLE, ParagraphKind.HEADING) else weight

    # Pronouns and nouns --------------------------------------------------------------------------------------

    def _mention_word(self, token: Token) -> None:
        """Keep what a pronoun or noun of running text stands for in focus, though it does not speak."""
        if self._around(token.idx) is not None:
            return
        if token.lower_ in PRONOUN_GENDERS:
            entity = self._antecedent(token)
        else:
            mention = self._reader.read(Range(phrases.phrase(token)[0].idx, token.idx + len(token)))
            entity = self._descriptions.mentioned(mention) if mention.form is Form.NOUN else None
        if entity is not None:
            self._discourse.mention(entity, self._prominence(token, token.idx))

    def _antecedent(self, pronoun: Token) -> Entity | None:
        """Return whom a pronoun stands for."""
        word = pronoun.lower_
        if word in PRONOUN_GENDERS:
            return self._discourse.person(PRONOUN_GENDERS[word], self._agents_before(pronoun))
        if word in THIRD_PLURAL:
            return self._discourse.plural()
        return self._discourse.neuter() if word in NEUTER else self._relative_antecedent(pronoun)

    def _agents_before(self, pronoun: Token) -> list[Entity]:
        """Return whom a pronoun cannot stand for: those by whom what its sentence opens with is done.

        "Asked by Marsh when she had left, she said": neither is Marsh.
        """
        found: list[Entity] = []
        for i in range(bisect_left(self._agents, pronoun.i, key=lambda by: by.i) - 1, -1, -1):
            by = self._agents[i]
            if not grammar.in_one_sentence(by, pronoun):
                break
            last = phrases.phrase(by)[1]
            names = self._reader.names_in(Range(by.idx, last.idx + len(last)))
            found += [entity for name in names if (entity := self._referents.get(name)) is not None]
        return found

    def _relative_antecedent(self, pronoun: Token) -> Entity | None:
        """Return whom a relative pronoun stands for: the name right before it, else the noun its clause hangs on."""
        personal = pronoun.lower_ == PERSONAL_RELATIVE
        i = bisect_right(self._name_ends, pronoun.idx) - 1
        if i >= 0 and self._layout.view[self._name_ends[i] : pronoun.idx].strip(" ,()–—-") == "":
            entity = self._referents.get(self._register.names[i])
            if not personal or (entity is not None and entity.kind is SpeakerKind.PERSON):
                return entity
        nouns = phrases.relative_antecedents(pronoun)
        noun = next((n for n in nouns if not personal or _is_personal(n)), nouns[-1] if nouns else None)
        if noun is None:
            return None
        return self._resolve(self._reader.read(Range(phrases.phrase(noun)[0].idx, noun.idx + len(noun))))

    # Sources -------------------------------------------------------------------------------------------------

    def _source(self, mention: Mention, quotation: int) -> Entity | None:
        """Return the entity of a source, and bring it into focus as one who speaks."""
        entity = self._resolve(mention)
        if entity is not None:
            quoted = self._around(mention.span.start, but=quotation) is not None
            weight = _SPEAKS if entity.identity or entity.kind is not SpeakerKind.PERSON else _UNNAMED
            self._discourse.mention(entity, weight * (_QUOTED if quoted else 1.0))
            if mention.form is not Form.NAME:
                entity.mentions.setdefault(mention_of(mention, self._layout.text), _rule(mention, entity))
        return entity

    def _resolve(self, mention: Mention) -> Entity | None:
        if mention.form is Form.NAME and mention.name is not None:
            return self._referents.get(mention.name)
        if mention.form is Form.PRONOUN and mention.token is not None:
            return self._antecedent(mention.token)
        if mention.form is Form.NOUN:
            return self._descriptions.resolve(mention)
        return self._descriptions.described(mention, SpeakerKind.GROUP) if mention.form is Form.SEVERAL else None

    def _author(self, mention: Mention) -> Entity:
        """Return the one who writes: "I", or "we", outside any quotation."""
        assert mention.token is not None
        kind = SpeakerKind.PERSON if mention.token.lower_ in FIRST_SINGULAR else SpeakerKind.GROUP
        span = mention_of(mention, self._layout.text)
        entity = self._authors.setdefault(kind, Entity(kind, description=span))
        entity.mentions[span] = MentionRule.PRONOUN
        return entity


def _is_first_person(mention: Mention) -> bool:
    return mention.form is Form.PRONOUN and mention.token is not None and mention.token.lower_ in FIRST_PERSON


def _is_prominent_noun(token: Token) -> bool:
    """Whether a common noun, as subject or, of a person, as possessor, can bring into focus what it stands for."""
    if grammar.is_proper_noun(token) or token.text[:1].isupper():
        return False
    if phrases.is_possessor(token):
        return grammar.is_singular(token) and token.lower_ in source_nouns().person
    return grammar.is_subject(token) and (grammar.is_singular(token) or grammar.is_plural(token))


def _rule(mention: Mention, entity: Entity) -> MentionRule:
    if mention.form is Form.PRONOUN:
        return MentionRule.PRONOUN
    return MentionRule.DESCRIPTION if entity.identity is None and entity.name is None else MentionRule.NOUN


def _letter(text: str, quotation: Quotation) -> str | None:
    """The letter that labels an interview's question or answer."""
    label = quotation.source.of(text) if quotation.source and not quotation.cue else None
    return label if label in ("Q", "A") else None


def _is_personal(token: Token) -> bool:
    return is_person(token) or is_people(token) or singular(token) in source_nouns().person | source_nouns().group
