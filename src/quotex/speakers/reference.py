"""One walk through a document in text order: every name, pronoun and source, with what is in focus there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotex.contract.records import MentionRule, QuoteType, SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.closed import DEFINITE_ARTICLE, FIRST_SINGULAR
from quotex.english.names import head_word, title_gender
from quotex.english.people import PRONOUN_GENDERS, name_words, source_nouns
from quotex.english.roles import AGE, CALLED_THEY, aged
from quotex.english.writing import ASKS, QUESTION_OR_ANSWER
from quotex.naming.identities import MOST_SHARING, Identities
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.parse import phrases
from quotex.parse.grammar import is_pronoun
from quotex.parse.tokens import TokenIndex, range_of
from quotex.quotes import Quotation
from quotex.speakers.anonymity import find_grounds
from quotex.speakers.choice import ALWAYS, Choice, Features, Way, by_name, choose
from quotex.speakers.continuation import interviewed, is_open
from quotex.speakers.descriptions import DescriptionResolver, described, joined_by
from quotex.speakers.discourse import Discourse
from quotex.speakers.entities import Entity
from quotex.speakers.heads import is_prominent
from quotex.speakers.mentions import Form, Mention, MentionReader, mention_of
from quotex.speakers.namesakes import namesakes
from quotex.speakers.owners import Owners, bodies_of
from quotex.speakers.particulars import particulars
from quotex.speakers.places import Place, Places
from quotex.speakers.pooling import pool
from quotex.speakers.pronouns import PronounResolver
from quotex.speakers.roles import RoleFinder
from quotex.speakers.saying import Contents, letter_of, may_be_another, saying, shared_subject
from quotex.speakers.shared_names import SharedNames
from quotex.text import Layout, Range

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLS = 0.8
"""How sure one must be of whom a pronoun stands for to put it down as one that is used of them."""

SAME_LABEL = Rule("speakers.same-label", "one label, one speaker: MODERATOR is not HOLT")
INTERVIEWED = Rule("speakers.interviewed", "answers are of the one person who speaks or is named most around them")
QUOTED_I = Rule("speakers.quoted-i", "I and we within a quotation are who speaks it")
REVEALED = Rule("speakers.revealed", "an unnamed person is the one whose name then stands behind the same noun")
QUOTER = Rule("speakers.quoter", "who is quoted speaks of others in the third person")
KEPT_BARE = Rule("speakers.kept-bare", "a bare name is his to whom an article keeps it, naming all others in full")


class ReferenceResolver:
    """Resolves the sources of one document."""

    def __init__(
        self,
        layout: Layout,
        tokens: TokenIndex,
        quotations: Sequence[Quotation],
        register: Identities,
        reader: MentionReader,
    ) -> None:
        self._layout = layout
        self._tokens = tokens
        self._quotations = quotations
        self._register = register
        self._reader = reader
        self._letters = {i: letter for i, q in enumerate(quotations) if (letter := letter_of(layout.text, q))}
        sources = ((i, q, q.source or shared_subject(q, layout.view, tokens, reader)) for i, q in enumerate(quotations))
        self._sources = {
            i: reader.label(source) if q.turn else reader.read(source)
            for i, q, source in sources
            if source is not None and i not in self._letters
        }
        named = {m.name: quotations[i] for i, m in self._sources.items() if m.form is Form.NAME and m.name is not None}
        self._discourse = Discourse(layout.items, self._named_sources(named))
        self._referents: dict[Name, Entity | None] = {}
        self._stands_for: dict[int, Entity] = {}  # by the token of what is no name
        self._names: dict[Name, Choice] = {}  # those that several share
        self.choices: dict[int, Choice] = {}  # by quotation
        self._roles = RoleFinder(layout.view, reader, lambda n: register.candidates(n)[0])
        self._shared = SharedNames(layout.view, self._discourse, self._roles, tokens, named)
        self._descriptions = DescriptionResolver(
            layout.text, reader, self._discourse, self._roles, entity_of=self._referents.get, resolve=self._resolve
        )
        self._pronouns = PronounResolver(
            layout.view, tokens, names=register.names, reader=reader, discourse=self._discourse,
            entity_of=self._referents.get, resolve=self._resolve,
        )  # fmt: skip
        self.pronouns = self._pronouns.told
        self.acting: dict[int, Entity | None] = {}  # by quotation: who acts before one that has no source
        self.same: dict[Entity, Entity] = {}  # described ones that are named
        self._authors: dict[SpeakerKind, Entity] = {}
        self._revealed: dict[Entity, Entity] = {}  # unnamed so far: "the neighbour, Jo Marsh"
        self._sentences = phrases.sentence_starts(tokens.doc)
        self._around = Contents(quotations).around
        self._places = Places(layout, lambda offset: self._around(offset, indirect=True) is not None)
        self._speakers: list[Entity | None] = [None] * len(quotations)

    def run(self) -> list[Entity | None]:
        """Return the entity of each quotation; None: it has no source, or one that could be anyone."""
        found: dict[Range, Choice] = {}
        labelled: dict[str, Choice] = {}
        speakers = self._speakers
        for offset, event in self._events():
            self._discourse.advance(bisect_right(self._sentences, offset), offset)
            if isinstance(event, Name):
                self._mention_name(event)
            elif not isinstance(event, int):
                self._mention_word(event)
            elif event not in self._sources:
                self.acting[event] = self._discourse.acting()
            elif not (mention := self._sources[event]).is_first_person:
                if mention.span not in found:
                    found[mention.span] = self._labelled(mention, event, labelled)
                self.choices[event] = found[mention.span]
                speakers[event] = found[mention.span].chosen
        self._choose_others()
        for i, mention in self._sources.items():
            if mention.is_first_person:
                outer = self._around(mention.span.start, but=i)
                outer = outer if outer is not None and QUOTED_I.decides(mention.span) else None
                speakers[i] = speakers[outer] if outer is not None else self._author(mention)
                told = {ALWAYS: 1.0, "outer": float(outer is not None)}
                self.choices[i] = choose(Way.AUTHOR, [(e, told)] if (e := speakers[i]) else [], least=0.0)
        self._assign_answers(speakers)
        heard = dict.fromkeys(entity for entity in speakers if entity is not None)
        self._descriptions.part_heard_alone(heard)
        same = self.same = self._with_names(speakers)
        pool(self.choices, speakers, same, {i: mention_of(m, self._layout.text) for i, m in self._sources.items()})
        for unnamed, named in same.items():
            named.mentions |= dict.fromkeys(unnamed.mentions, MentionRule.NAMESAKE)
        find_grounds(self._layout, (entity for entity in heard if entity not in same))
        return [same.get(entity, entity) if entity is not None else None for entity in speakers]

    def _choose_others(self) -> None:
        """Choose anew for "he", or somebody's given name, in what he himself is quoted as saying."""
        for i, mention in self._sources.items():
            outer, own = self._around(mention.span.start, but=i), self._speakers[i]
            if own is None or outer is None or not may_be_another(mention, own):
                continue
            quoted = own is self._speakers[outer] and self._quotations[outer].type is QuoteType.DIRECT
            if quoted and QUOTER.decides(mention.span):
                choice = self.choices[i]
                own.mentions.pop(mention_of(mention, self._layout.text), None)
                self.choices[i] = choose(choice.way, [row for row in choice.candidates if row[0] is not own])
                self._speakers[i] = self.choices[i].chosen

    def _with_names(self, speakers: Sequence[Entity | None]) -> dict[Entity, Entity]:
        """Say for those who are only described whom the article names."""
        said: dict[Entity, list[Range]] = {}
        for entity, quotation in zip(speakers, self._quotations, strict=True):
            if entity is not None and not quotation.turn:  # who is labelled by a role has a name in no other label
                said.setdefault(entity, []).extend(quotation.content)
        chosen = namesakes(
            self._layout,
            said,
            entities=self._discourse.entities,
            identities=self._register.identities,
            sentences=self._sentences,
            owners=Owners(self._reader, self._referents.get, self._stands_for),
            told_of=lambda at: particulars(self._layout.text, self._reader.read(at), self._reader, self._referents.get),
        )
        for i, entity in enumerate(speakers):
            if entity in chosen and entity not in self._revealed and i in self.choices:
                self.choices[i] = replace(self.choices[i], named=chosen[entity])
        same = {entity: choice.chosen for entity, choice in chosen.items() if choice.chosen is not None}
        return {entity: self._revealed.get(named, named) for entity, named in (same | self._revealed).items()}

    def _assign_answers(self, speakers: list[Entity | None]) -> None:
        """Give answers that name nobody to the one person who is interviewed."""
        answers = [
            i for i, q in enumerate(self._quotations) if q.answers or self._letters.get(i) == QUESTION_OR_ANSWER[-1]
        ]
        if not answers:
            return
        alone = [i for i, q in enumerate(self._quotations) if self._around(q.content[0].start, but=i) is None]
        asking = {speakers[i - 1] for i in answers if i and self._quotations[i].answers}
        told = [i for i in alone if not self._quotations[i].turn]
        if self._letters:  # who speaks by a label of his own alone is not called by a letter
            asking |= {speakers[i] for i in alone if i not in self._letters} - {speakers[i] for i in told}
        outside = [speakers[i] for i in alone]
        start = self._quotations[answers[0]].content[0].start
        people = [(entity, name.span.end <= start) for name, entity in self._referents.items()]
        who = interviewed([s for s in outside if s not in asking], [p for p in people if p[0] not in asking])
        if who is not None and INTERVIEWED.decides(start):
            for i in answers:
                speakers[i] = who
                self.choices[i] = choose(Way.LABEL, [(who, {ALWAYS: 1.0})], least=0.0)

    def _events(self) -> Iterator[tuple[int, Name | int | Token]]:
        """Yield names, pronouns, nouns and (by index) quotations with a source, in text order; a source at its end."""
        events: list[tuple[int, int, int, Name | int | Token]] = []
        sources: set[int] = set()
        for i, mention in self._sources.items():
            if mention.form in (Form.PRONOUN, Form.NOUN) and mention.token is not None:
                sources.add(mention.token.i)
            end = max(mention.span.end, mention.name.end) if mention.name else mention.span.end
            events.append((end, 1, i, i))
        events += [(n.start, 0, i, n) for i, n in enumerate(self._register.names)]
        events += [(q.content[0].start, 0, -1, i) for i, q in enumerate(self._quotations) if is_open(q)]
        events += [
            (t.idx, 0, t.i, t)
            for t in self._tokens
            if t.i not in sources and (t.lower_ in PRONOUN_GENDERS or is_prominent(t))
        ]
        events.sort(key=lambda e: e[:3])
        return ((e[0], e[3]) for e in events)

    def _named_sources(self, named: Iterable[Name]) -> frozenset[Identity]:
        """Return who speaks by a name that is nobody else's."""
        return frozenset(one[0] for name in named if len(one := self._register.candidates(name)) == 1)

    # Names ---------------------------------------------------------------------------------------------------

    def _mention_name(self, name: Name) -> None:
        """Decide whom a name stands for and bring them into focus."""
        identity = self._disambiguate(name)
        if identity is None:
            return
        entity = self._discourse.entities.of(identity, is_place=name.is_place)
        self._referents[name] = entity
        entity.mentions[name.span] = MentionRule.SHORT_NAME
        if age := AGE.match(self._layout.view, name.end):
            self._discourse.entities.note(aged(age[1]), entity)
        entity.is_called_they |= identity.is_person and bool(CALLED_THEY.match(self._layout.view, name.end))
        self._discourse.mention(entity, self._places.of(name.token, name.span.start))
        if not identity.is_person:
            for noun in dict.fromkeys([name.words[-1], head_word(name.words), *self._roles.affiliations.kinds(name)]):
                self._discourse.entities.note(noun, entity)
                entity.nouns.add(noun)
        elif self._around(name.span.start) is None:
            self._note_roles(name, entity)

    def _note_roles(self, name: Name, entity: Entity) -> None:
        roles = self._roles.find(name)
        entity.roles += roles
        entity.origin = entity.origin or self._roles.affiliations.body_of(name)
        for role in roles:
            before = self._layout.view[max(0, role.span.start - 4) : role.span.start].lower()
            # "the neighbour, Jo Marsh" points back, "the UK trade minister Jo Marsh" does not
            if len(role.words.split()) == 1 and before == f"{DEFINITE_ARTICLE} ":
                self._reveal(self._discourse.entities.unnamed(role.nouns), entity, role.span)
        titles = (long for title in name.titles if (long := name_words().titles.long.get(title)))
        for noun in dict.fromkeys([*titles, *(n for r in roles for n in r.nouns)]):
            self._discourse.entities.note(noun, entity)
            entity.nouns.add(noun)
            if (gender := source_nouns().noun_gender(noun)) and not title_gender(name.titles):
                entity.gender = gender

    def _reveal(self, unnamed: Sequence[Entity], entity: Entity, role: Range) -> None:
        """Take an unnamed person for one that is named now; not where there are two, a headline aside."""
        title = self._layout.title
        others = sum(not (title and a.description and title.covers(a.description)) for a in unnamed)
        if unnamed and others <= 1 and REVEALED.decides(role):
            self._revealed |= dict.fromkeys(unnamed, entity)

    def _disambiguate(self, name: Name) -> Identity | None:
        """Choose among those who share a name: by title, then by what is in focus; None rather than a guess."""
        candidates = self._register.candidates(name)
        if len(candidates) == 1 and self._shared.is_anothers(name, candidates[0]):
            return None
        if len(candidates) > 1:
            candidates = self._shared.narrowed(name, shared := candidates)
            if not candidates:
                undecided: list[tuple[Entity, Features]] = [(self._discourse.entities.of(c), {}) for c in shared]
                self._names[name] = Choice(Way.SHARED_NAME, undecided)
                return None
        return candidates[0] if len(candidates) == 1 else self._choose_namesake(name, candidates)

    def _choose_namesake(self, name: Name, candidates: tuple[Identity, ...]) -> Identity | None:
        """Choose among those who share a name that tells no more, unless they are too many."""
        if len(candidates) > MOST_SHARING:
            return None
        first = min(candidates, key=lambda c: (c.names[0].span, c.number))
        if self._register.always_in_full(candidates, but=first) and KEPT_BARE.decides(name.span):
            return first
        place = self._places.of(name.token, name.span.start)
        rows: list[tuple[Entity, Features]] = []
        for candidate in candidates:
            entity = self._discourse.entities.of(candidate)
            told = {"first": float(candidate is first), "full": min(3.0, float(len(candidate.names)))}
            told["source"] = 0.0  # a bare name that several share is counted for none
            rows.append((entity, {**self._discourse.features(entity, place), **told}))
        choice = self._names[name] = choose(Way.SHARED_NAME, rows)
        return choice.chosen.identity if choice.chosen else None

    def _place_of(self, token: Token, offset: int, quotation: int | None) -> Place:
        """Tell how a source is mentioned, with what its quotation tells of it; None: it has none."""
        place = self._places.of(token, offset)
        if quotation is None:
            return place
        if is_pronoun(token):
            place = replace(place, begins=min(offset, self._quotations[quotation].content[0].start))
        place = saying(place, self._layout.view, self._quotations[quotation], self._reader, self._register)
        outer = self._around(offset, but=quotation, indirect=True)
        told = outer is not None and self._quotations[outer].type is not QuoteType.DIRECT
        teller = self._speakers[outer] if outer is not None and told else None
        told_for = bodies_of(teller, self._reader, self._referents.get) if teller is not None else frozenset()
        words = self._sources.get(outer) if outer is not None and teller is not None else None
        told_as = words.token.lower_ if words and words.form is Form.PRONOUN and words.token is not None else ""
        return replace(place, teller=teller, told_for=told_for, told_as=told_as)

    # Pronouns and nouns --------------------------------------------------------------------------------------

    def _mention_word(self, token: Token) -> None:
        """Keep what a pronoun or noun of running text stands for in focus, though it does not speak."""
        if self._around(token.idx) is not None:
            return
        if token.lower_ in PRONOUN_GENDERS:
            entity = self._pronouns.antecedent(token, self._places.of(token, token.idx)).chosen
        else:
            mention = self._reader.read(range_of(phrases.phrase(token)[0], token))
            place = self._places.of(token, token.idx)
            entity = self._descriptions.mentioned(mention, place) if mention.form is Form.NOUN else None
        if entity is not None:
            self._stands_for[token.i] = entity
            self._discourse.mention(entity, self._places.of(token, token.idx))

    # Sources -------------------------------------------------------------------------------------------------

    def _labelled(self, mention: Mention, turn: int, labelled: dict[str, Choice]) -> Choice:
        """Choose the entity of a source; turns with one label have one speaker, who is none of another label's."""
        if not self._quotations[turn].turn:
            return self._source(mention, turn)
        label = mention.span.of(self._layout.text)
        if label in labelled and SAME_LABEL.decides(mention.span):
            return labelled[label]
        others = {choice.chosen for choice in labelled.values()}
        choice = self._source(mention, turn)
        if mention.form is Form.NOUN and choice.chosen in others and SAME_LABEL.decides(mention.span):
            choice = described(self._descriptions.described(mention, mention.kind), mention)
        return labelled.setdefault(label, choice)

    def _source(self, mention: Mention, quotation: int) -> Choice:
        """Choose the entity of a source, and note that it speaks."""
        choice = self._resolve(mention, quotation)
        if choice.chosen is None and choice.way is Way.SHARED_NAME:
            self._discourse.leave_undecided([candidate for candidate, _ in choice.candidates])
        if (entity := choice.chosen) is not None:
            reported = self._around(mention.span.start, but=quotation, indirect=True) is not None
            paragraph = self._layout.paragraph_at(mention.span.start) if self._layout.paragraphs else 0
            cue = self._quotations[quotation].cue
            asks = cue is not None and ASKS.search(cue.of(self._layout.view)) is not None
            head = mention.name.token if mention.name is not None else mention.token
            own = self._places.of(head, mention.span.start) if head is not None else Place(paragraph)
            does = Place(paragraph, offset=own.offset, verb=own.verb, main=own.main, charges=own.charges)
            place = replace(does, subject=True, reported=reported, asks=asks)
            self._discourse.mention(entity, place, speaks=True)
            if mention.form is not Form.NAME:
                words = mention_of(mention, self._layout.text)
                entity.mentions.setdefault(words, joined_by(mention, entity))
                if mention.form is Form.PRONOUN and choice.confidence > _TELLS and mention.token is not None:
                    entity.pronouns.setdefault(mention.token.lower_, words)
        return choice

    def _resolve(self, mention: Mention, quotation: int | None = None) -> Choice:
        if mention.form is Form.NAME and mention.name is not None:
            return self._names.get(mention.name) or by_name(self._referents.get(mention.name))
        if mention.form is Form.PRONOUN and mention.token is not None:
            return self._pronouns.antecedent(mention.token, self._place_of(mention.token, mention.token.idx, quotation))
        if mention.form is Form.NOUN and mention.token is not None:
            place = self._place_of(mention.token, mention.span.start, quotation)
            return self._descriptions.resolve(mention, place)
        if mention.form is Form.LABEL:
            return described(self._descriptions.described(mention, mention.kind), mention)
        if mention.form is Form.SEVERAL:
            return described(self._descriptions.joint(mention), mention)
        return Choice(Way.DESCRIPTION, ())

    def _author(self, mention: Mention) -> Entity:
        """Return the one who writes: "I", or "we", outside any quotation."""
        assert mention.token is not None
        kind = SpeakerKind.PERSON if mention.token.lower_ in FIRST_SINGULAR else SpeakerKind.GROUP
        span = mention_of(mention, self._layout.text)
        entity = self._authors.setdefault(kind, Entity(kind, description=span))
        entity.mentions[span] = MentionRule.PRONOUN
        return entity
