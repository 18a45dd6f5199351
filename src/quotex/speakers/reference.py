"""One walk through a document in text order: every name, pronoun and source, with what is in focus there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2
from typing import TYPE_CHECKING

from quotex.contract.records import MentionRule, QuoteType, SpeakerKind
from quotex.contract.rules import Rule
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
from quotex.english.people import PRONOUN_GENDERS, Gender, source_nouns
from quotex.english.roles import AGE, aged
from quotex.english.writing import QUESTION_OR_ANSWER
from quotex.parse import grammar, phrases
from quotex.parse.names import is_people, is_person, is_place
from quotex.quotes import Quotation
from quotex.speakers.anonymity import find_grounds
from quotex.speakers.choice import ALWAYS, Choice, Features, Way, choose
from quotex.speakers.descriptions import DescriptionResolver, described
from quotex.speakers.discourse import Discourse, Place
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

_TELLS = 0.8
"""How sure one must be of whom a pronoun stands for to put it down as one that is used of them."""
_LEARNS = 0.6
"""How sure one must be of whom a pronoun stands for to learn the gender from it, or to say so."""

AGENT = Rule("speakers.passive-agent", "whom something is done by is not who it is done to")
GENDER = Rule("speakers.gender", "a pronoun of one gender is nobody of the other")
INTERVIEWED = Rule("speakers.interviewed", "answers are of the one person who speaks or is named most around them")
KEPT_BARE = Rule("speakers.kept-bare", "a bare name is his to whom an article keeps it, naming all others in full")
RIGHT_BEFORE = Rule("speakers.right-before", "a relative pronoun stands for the name right before it")


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
        self._discourse = Discourse(layout.items)
        self._referents: dict[Name, Entity | None] = {}
        self._names: dict[Name, Choice] = {}  # those that several share
        self.choices: dict[int, Choice] = {}  # by quotation
        self._roles = RoleFinder(layout.view, reader, lambda n: not register.candidates(n)[0].is_person)
        self._descriptions = DescriptionResolver(layout.text, reader, self._discourse, self._roles, self._referents.get)
        self._letters = {i: letter for i, q in enumerate(quotations) if (letter := _letter(layout.text, q))}
        self._sources = {
            i: reader.read(q.source)
            for i, q in enumerate(quotations)
            if q.source is not None and i not in self._letters
        }
        self.same: dict[Entity, Entity] = {}  # described ones that are named
        self.pronouns: dict[int, Entity] = {}  # of running text, by their offsets
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
        found: dict[Range, Choice] = {}
        speakers: list[Entity | None] = [None] * len(self._quotations)
        for offset, event in self._events():
            self._discourse.advance(bisect_right(self._sentences, offset), offset)
            if isinstance(event, Name):
                self._mention_name(event)
            elif not isinstance(event, int):
                self._mention_word(event)
            elif not _is_first_person(mention := self._sources[event]):
                if mention.span not in found:
                    found[mention.span] = self._source(mention, event)
                self.choices[event] = found[mention.span]
                speakers[event] = found[mention.span].chosen
        for i, mention in self._sources.items():
            if _is_first_person(mention):
                outer = self._around(mention.span.start, but=i)
                speakers[i] = speakers[outer] if outer is not None else self._author(mention)
                told = {ALWAYS: 1.0, "outer": float(outer is not None)}
                self.choices[i] = choose(Way.AUTHOR, [(e, told)] if (e := speakers[i]) else [], least=0.0)
        self._assign_answers(speakers)
        heard = dict.fromkeys(entity for entity in speakers if entity is not None)
        same = self.same = (
            namesakes(self._layout, heard, self._discourse.entities, self._register.identities) | self._revealed
        )
        for unnamed, named in same.items():
            named.mentions |= dict.fromkeys(unnamed.mentions, MentionRule.NAMESAKE)
        find_grounds(self._layout, (entity for entity in heard if entity not in same))
        return [same.get(entity, entity) if entity is not None else None for entity in speakers]

    def _assign_answers(self, speakers: list[Entity | None]) -> None:
        """Give answers that name nobody to the person who speaks most elsewhere, or is named most before the first.

        None where two are equal.
        """
        answers = [
            i for i, q in enumerate(self._quotations) if q.answers or self._letters.get(i) == QUESTION_OR_ANSWER[-1]
        ]
        if not answers:
            return
        counts = Counter(s for s in speakers if s is not None and s.identity is not None and s.identity.is_person)
        start = self._quotations[answers[0]].content[0].start
        named = counts or Counter(
            entity
            for name, entity in self._referents.items()
            if entity and entity.identity and entity.identity.is_person and name.span.end <= start
        )
        most = [entity for entity, count in named.items() if count == max(named.values())]
        if len(most) == 1 and INTERVIEWED.decides(start):
            for i in answers:
                speakers[i] = most[0]
                self.choices[i] = choose(Way.LABEL, [(most[0], {ALWAYS: 1.0})], least=0.0)

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
        entity = self._discourse.entities.of(identity, is_place=is_place(name.token))
        self._referents[name] = entity
        entity.mentions[name.span] = MentionRule.SHORT_NAME
        if age := AGE.match(self._layout.view, name.span.end):
            self._discourse.entities.note(aged(age[1]), entity)
        self._discourse.mention(entity, self._place(name.token, name.span.start))
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
        return candidates[0] if len(candidates) == 1 else self._choose_namesake(name, candidates)

    def _choose_namesake(self, name: Name, candidates: tuple[Identity, ...]) -> Identity | None:
        """Choose among those who share a name that tells no more."""
        first = min(candidates, key=lambda c: (c.names[0].span, c.number))
        if self._register.always_in_full(candidates, but=first) and KEPT_BARE.decides(name.span):
            return first
        place = self._place(name.token, name.span.start)
        rows: list[tuple[Entity, Features]] = []
        for candidate in candidates:
            entity = self._discourse.entities.of(candidate)
            told = {"first": float(candidate is first), "full": min(3.0, float(len(candidate.names)))}
            rows.append((entity, {**self._discourse.features(entity, place), **told}))
        choice = self._names[name] = choose(Way.SHARED_NAME, rows)
        return choice.chosen.identity if choice.chosen else None

    def _place(self, token: Token, offset: int) -> Place:
        """Tell how something is mentioned there."""
        token = phrases.argument(token)
        paragraphs = self._layout.paragraphs
        number = self._layout.paragraph_at(offset) if paragraphs else 0
        return Place(
            number,
            subject=grammar.is_subject(token),
            object=grammar.is_object(token) or grammar.is_prepositional_object(token),
            quoted=self._around(offset) is not None,
            titled=bool(paragraphs) and paragraphs[number].kind in (ParagraphKind.TITLE, ParagraphKind.HEADING),
        )

    # Pronouns and nouns --------------------------------------------------------------------------------------

    def _mention_word(self, token: Token) -> None:
        """Keep what a pronoun or noun of running text stands for in focus, though it does not speak."""
        if self._around(token.idx) is not None:
            return
        if token.lower_ in PRONOUN_GENDERS:
            entity = self._antecedent(token).chosen
        else:
            mention = self._reader.read(Range(phrases.phrase(token)[0].idx, token.idx + len(token)))
            place = self._place(token, token.idx)
            entity = self._descriptions.mentioned(mention, place) if mention.form is Form.NOUN else None
        if entity is not None:
            self._discourse.mention(entity, self._place(token, token.idx))

    def _antecedent(self, pronoun: Token) -> Choice:
        """Choose whom a pronoun stands for."""
        word = pronoun.lower_
        place = self._place(pronoun, pronoun.idx)
        if word in PRONOUN_GENDERS:
            return self._person(PRONOUN_GENDERS[word], pronoun, place)
        if word not in THIRD_PLURAL | NEUTER:
            return self._relative_antecedent(pronoun, place)
        kinds = [SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT]
        kinds = [SpeakerKind.GROUP, *kinds[:1]] if word in THIRD_PLURAL else kinds
        rows = [
            (entity, {**self._discourse.features(entity, place), "last": float(i == 0)})
            for i, entity in enumerate(sorted(self._discourse.recent(*kinds), key=self._discourse.focus, reverse=True))
        ]
        return choose(Way.OTHER_PRONOUN, [(e, {**f, "they": float(word in THIRD_PLURAL)}) for e, f in rows])

    def _person(self, gender: Gender, pronoun: Token, place: Place) -> Choice:
        """Choose whom "he" or "she" stands for; learn the gender from it."""
        agents = self._agents_before(pronoun)

        def fits(entity: Entity) -> bool:
            clash = entity.gender not in (None, gender) and GENDER.decides(pronoun.idx)
            return not (clash or (entity in agents and AGENT.decides(pronoun.idx)))

        candidates = self._discourse.recent(SpeakerKind.PERSON, fits=fits)
        rows = [
            (entity, {**self._discourse.features(entity, place, gender), "last": float(i == 0)})
            for i, entity in enumerate(candidates)
        ]
        choice = choose(Way.PRONOUN, rows)
        if choice.chosen is not None and choice.confidence > _LEARNS:
            choice.chosen.gender = choice.chosen.gender or gender
            self.pronouns[pronoun.idx] = choice.chosen
        return choice

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

    def _relative_antecedent(self, pronoun: Token, place: Place) -> Choice:
        """Return whom a relative pronoun stands for: the name right before it, else the noun its clause hangs on."""
        personal = pronoun.lower_ == PERSONAL_RELATIVE
        i = bisect_right(self._name_ends, pronoun.idx) - 1
        if i >= 0 and self._layout.view[self._name_ends[i] : pronoun.idx].strip(" ,()–—-") == "":
            entity = self._referents.get(self._register.names[i])
            is_it = entity is not None and not (personal and entity.kind is not SpeakerKind.PERSON)
            if entity is not None and is_it and RIGHT_BEFORE.decides(pronoun.idx):
                return choose(Way.OTHER_PRONOUN, [(entity, {ALWAYS: 1.0, "right_before": 1.0})])
        nouns = phrases.relative_antecedents(pronoun)
        noun = next((n for n in nouns if not personal or _is_personal(n)), nouns[-1] if nouns else None)
        if noun is None:
            return Choice(Way.OTHER_PRONOUN, ())
        return self._resolve(self._reader.read(Range(phrases.phrase(noun)[0].idx, noun.idx + len(noun))))

    # Sources -------------------------------------------------------------------------------------------------

    def _source(self, mention: Mention, quotation: int) -> Choice:
        """Choose the entity of a source, and note that it speaks."""
        choice = self._resolve(mention)
        if (entity := choice.chosen) is not None:
            quoted = self._around(mention.span.start, but=quotation) is not None
            paragraph = self._layout.paragraph_at(mention.span.start) if self._layout.paragraphs else 0
            self._discourse.mention(entity, Place(paragraph, subject=True, quoted=quoted), speaks=True)
            if mention.form is not Form.NAME:
                words = mention_of(mention, self._layout.text)
                entity.mentions.setdefault(words, _rule(mention, entity))
                if choice.way is Way.PRONOUN and choice.confidence > _TELLS and mention.token is not None:
                    entity.pronouns.setdefault(mention.token.lower_, words)
        return choice

    def _resolve(self, mention: Mention) -> Choice:
        if mention.form is Form.NAME and mention.name is not None:
            return self._names.get(mention.name) or self._by_name(mention.name)
        if mention.form is Form.PRONOUN and mention.token is not None:
            return self._antecedent(mention.token)
        if mention.form is Form.NOUN and mention.token is not None:
            return self._descriptions.resolve(mention, self._place(mention.token, mention.span.start))
        if mention.form is Form.SEVERAL:
            return described(self._descriptions.described(mention, SpeakerKind.GROUP), mention)
        return Choice(Way.DESCRIPTION, ())

    def _by_name(self, name: Name) -> Choice:
        """Say how likely a name is whole, and a name at all."""
        entity = self._referents.get(name)
        if entity is None or entity.identity is None:
            return Choice(Way.NAME, ())
        identity = entity.identity
        features = {
            ALWAYS: 1.0,
            "person": float(identity.is_person),
            "words": min(4.0, len(identity.fullest.words)),
            "one_word": float(len(identity.fullest.words) == 1),
            "evidence": min(4.0, log2(1 + abs(sum(n.person - n.body for n in identity.names)))),
            "mentions": min(4.0, log2(len(identity.names))),
            "headline": float(not identity.fullest.plain),
            "place": float(entity.is_place),
        }
        return choose(Way.NAME, [(entity, features)], least=0.0)

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
    return label if label and label in QUESTION_OR_ANSWER else None


def _is_personal(token: Token) -> bool:
    return is_person(token) or is_people(token) or singular(token) in source_nouns().person | source_nouns().group
