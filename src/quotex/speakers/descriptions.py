"""Sources that a noun heads: named after all, pointing back, or described."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotex.contract.records import MentionRule, SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.closed import (
    ARTICLES,
    DEFINITE,
    DEFINITE_ARTICLE,
    INDEFINITE,
    ONE_OF_MANY,
    OWN,
    POSSESSIVE_DETERMINERS,
)
from quotex.english.names import ABROAD, PURPOSE, TITLE_OF, without_ending
from quotex.english.people import folded_words, name_words, source_nouns
from quotex.english.roles import AGED, PARENT_OF
from quotex.naming.names import Name
from quotex.parse.grammar import (
    is_adjectival,
    is_common_noun,
    is_determiner,
    is_noun,
    is_possessive_ending,
    is_proper_noun,
    opens_sentence,
)
from quotex.parse.names import continues_name, is_named, is_people
from quotex.parse.phrases import is_called_so, is_descriptive, phrase
from quotex.parse.tokens import end_of, range_of, word_beside
from quotex.speakers.choice import ALWAYS, Choice, Way, choose
from quotex.speakers.definites import BROUGHT_IN, DefiniteResolver
from quotex.speakers.discourse import Discourse
from quotex.speakers.documents import DocumentFinder
from quotex.speakers.drafts import Role
from quotex.speakers.entities import Entity
from quotex.speakers.mentions import HANDLE, Form, Mention, MentionReader, mention_of
from quotex.speakers.places import Place
from quotex.speakers.roles import RoleFinder
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUN_BESIDE = Rule("speakers.noun-beside-name", "a noun for its kind beside a body's name is no part of the name")
HEARD_ALONE = Rule("speakers.heard-alone", "two have no name together where one of them speaks alone too")
ONE_OF_THEM = Rule("speakers.one-of-them", "what is brought in as one of its kind has no name yet: a Norland court")
PART_OF_NAME = Rule("speakers.part-of-name", "words that are all of a longer name of the same kind are short for it")
BODY_CALLED = Rule("speakers.body-called", "the operator is the body that was called so last, and no person")
OF_THEIR_OWN = Rule("speakers.of-their-own", "their own court is another than the one that was told of before")
OWN_TITLE = Rule("speakers.own-title", "a document whose title is told has that for a name")
OWNER_AND_NOUN = Rule("speakers.owner-and-noun", "a body is told from others of its kind by whose it is")

CUT = Rule("speakers.cut-source", "the rest of a word that opens a line in small letters is nobody")
SAME_WORDS = Rule(
    "speakers.same-words", "things, groups and who is pointed back to are one where the words are the same"
)
SAME_GROUP = Rule(
    "speakers.same-group", "the officials are the only ones that were told of: several officials, harbour officials"
)

_SURE = 0.75
"""How sure one must be of whom a description points back to for it to be a role of theirs: of those less sure a third
are somebody else's."""
_BESIDE = re.compile(r"\)? (?:[a-z][\w-]* ){0,3}")
_DASHES = frozenset("-–—")
_ONLY_NOUNS = re.compile(r"\s(?:[a-z][\w-]*\s){0,2}")


class DescriptionResolver:
    """Finds or makes the entity for a source that a noun heads, or for several."""

    def __init__(
        self,
        text: str,
        reader: MentionReader,
        discourse: Discourse,
        roles: RoleFinder,
        *,
        entity_of: Callable[[Name], Entity | None],
        resolve: Callable[[Mention], Choice],
    ) -> None:
        self._definites = DefiniteResolver(text, reader, discourse, entity_of=entity_of, described=self.described)
        self._documents = DocumentFinder(text, reader, discourse.entities, entity_of=entity_of, resolve=resolve)
        self._of = entity_of
        self._text = text
        self._reader = reader
        self._discourse = discourse
        self._roles = roles
        self._entities = discourse.entities
        self._together: dict[Entity, Sequence[Name]] = {}

    def resolve(self, mention: Mention, place: Place) -> Choice:
        """Choose the entity for words such as "the senator", "the Harlow campaign", "a senior official"."""
        if self._is_cut(mention):
            return described(None, mention)
        told = mention_of(mention, self._text).of(self._text)
        parent = PARENT_OF.fullmatch(told)
        if parent and (one := self._definites.of_children(mention, parent["parent"].lower(), place)).chosen:
            return one
        aged = AGED.match(told)
        if aged and (of_age := self._definites.of_age(aged, mention.span, place)).chosen is not None:
            return of_age
        kind = mention.kind
        if (named := self._definites.of_pair(mention) or self._named(mention, kind)) is not None:
            return described(named, mention)
        if (
            kind is SpeakerKind.PERSON
            and mention.definite
            and self._is_body(mention)
            and BODY_CALLED.decides(mention.span)
        ):
            kind = SpeakerKind.ORGANIZATION
        choice: Choice | None = None
        if mention.definite and not (mention.plural or self._is_own(mention)):
            choice = self._definites.known(mention, kind, place)
            if (known := choice.chosen) is not None:
                self._entities.note(mention.noun, known)
                if known.identity is not None and known.kind is SpeakerKind.PERSON and choice.confidence > _SURE:
                    known.roles += self._role(mention)
                return choice
        entity = self.described(mention, kind)
        if choice is None or not choice.candidates:
            return described(entity, mention)
        return replace(choice, chosen=entity, anew=True)

    def _is_cut(self, mention: Mention) -> bool:
        """Whether a source is the rest of a word that a line begins with, and no noun for one: "rust says"."""
        first = mention_of(mention, self._text)
        opens = first.start > 0 and self._text[first.start - 1] == "\n" and self._text[first.start].islower()
        token = mention.token
        if not opens or token is None or token.idx != first.start or is_people(token):
            return False
        return mention.noun not in source_nouns() and CUT.decides(first)

    def mentioned(self, mention: Mention, place: Place) -> Entity | None:
        """Return what a noun that says nothing stands for, or a new entity for what could speak."""
        kind = mention.kind
        if mention.token is not None and mention.token.lower_ in ONE_OF_MANY:
            return None  # "one failed": of whatever was told of
        if kind is SpeakerKind.PERSON:
            known = self._definites.known(mention, kind, place).chosen if mention.definite else None
            return known or (self._brought_in(mention) if place.subject else None)
        speaks = mention.noun in source_nouns() or (mention.token is not None and is_people(mention.token))
        named = kind is SpeakerKind.ORGANIZATION and mention.token is not None and is_called_so(mention.token)
        return self.resolve(mention, place).chosen if speaks and not named else None  # "a firm called Norlys"

    def _is_body(self, mention: Mention) -> bool:
        """Whether a noun that a person and a body can be called by was last used of a body: "the operator"."""
        called = self._entities.latest(mention.noun)
        both = mention.noun in source_nouns().organization | source_nouns().before_name
        return both and bool(called) and called[0].kind is SpeakerKind.ORGANIZATION

    def _brought_in(self, mention: Mention) -> Entity | None:
        """Return a person without a name who is told of and has not spoken: "a judge ruled"."""
        if mention.plural or mention.token is None or not BROUGHT_IN.decides(mention.span):
            return None
        if self._reader.read(range_of(*phrase(mention.token))).form is Form.NAME:  # "the mayor, Jo Marsh, laughed"
            return None
        mention = self._reader.read(self._reader.phrase(mention.token))
        entity = self.described(mention, SpeakerKind.PERSON)
        if entity.description is not None:
            entity.mentions.setdefault(entity.description, MentionRule.DESCRIPTION)
        return entity

    def _is_own(self, mention: Mention) -> bool:
        """Whether something is told from another of its kind by whose it is: "their own court"."""
        first = phrase(mention.token)[0] if mention.token is not None else None
        own = first is not None and first.lower_ in POSSESSIVE_DETERMINERS and word_beside(first, 1) == OWN
        return own and OF_THEIR_OWN.decides(mention.span)

    def described(self, mention: Mention, kind: SpeakerKind) -> Entity:
        """Return an unnamed source: the one described before in the same words, or a new one.

        "a source" and "another source" are two; plurals and things described in the same words are one.
        """
        span = self._reader.without_clause(mention_of(mention, self._text))
        words = self._words_of(span)
        lasting = mention.plural or mention.definite or kind in (SpeakerKind.GROUP, SpeakerKind.DOCUMENT)
        entity = self._entities.called(words) if lasting else None
        if entity is not None and not (entity.kind is kind and SAME_WORDS.decides(span)):
            entity = None
        if entity is None and kind is SpeakerKind.GROUP and mention.definite:
            entity = self._group_told_of(span, mention)
        if entity is None:
            entity = Entity(kind, description=span, noun=mention.noun, gender=source_nouns().noun_gender(mention.noun))
            entity.is_owned = span.of(self._text).partition(" ")[0].lower() in POSSESSIVE_DETERMINERS
            if kind in (SpeakerKind.PERSON, SpeakerKind.GROUP) and mention.form is not Form.SEVERAL:
                entity.origin = self._roles.affiliations.origin(span)
            self._entities.describe(words, entity)
        if mention.form is Form.LABEL and HANDLE.fullmatch(self._text, *span):
            entity.name, entity.description = span, None
        if mention.noun:
            self._entities.note(mention.noun, entity)
        return entity

    def _group_told_of(self, span: Range, mention: Mention) -> Entity | None:
        """Return the group without a name that "the officials" points back to, unless there are others of its kind."""
        article, _, noun = span.of(self._text).partition(" ")
        bare = mention.plural and article.lower() in DEFINITE and " " not in noun.partition(",")[0]
        called = self._entities.latest(mention.noun) if bare else []
        groups = [e for e in called if e.kind is SpeakerKind.GROUP and e.name is None and e.identity is None]
        return groups[0] if len(groups) == 1 and SAME_GROUP.decides(span) else None

    def joint(self, mention: Mention) -> Entity:
        """Return those who speak together: by their names, where these are all that is told of them."""
        if not mention.joint:
            return self.described(mention, SpeakerKind.GROUP)
        first, last = mention.joint[0], mention.joint[-1]
        entity = self._called(Range(first.start, last.span.end), mention, SpeakerKind.GROUP)
        self._together[entity] = mention.joint
        return entity

    def part_heard_alone(self, heard: Container[Entity | None]) -> None:
        """Take the name off those who speak together where one of them is a source besides: a group, no third."""
        for entity, names in self._together.items():
            if any(self._of(name) in heard for name in names) and HEARD_ALONE.decides(names[0].span):
                entity.name, entity.description = None, entity.name

    def _named(self, mention: Mention, kind: SpeakerKind) -> Entity | None:
        """Return the body or document that is named by what stands before the noun, or by who let it out."""
        if mention.token is None or (mention.plural and kind is not SpeakerKind.DOCUMENT):
            return None
        nouns = source_nouns()
        names = [n for n in self._reader.names_in(mention.span) if n.span.end <= mention.token.idx]
        owner = names[-1] if names else None
        between = owner is not None and _ONLY_NOUNS.fullmatch(self._text, owner.span.end, mention.token.idx)
        titled = mention.noun in nouns.titled and not mention.plural
        if titled and owner is not None and between and not owner.possessive:
            return self._called(Range(owner.span.start, end_of(mention.token)), mention, kind)
        title = TITLE_OF.match(self._text, end_of(mention.token), mention.span.end)
        if kind is SpeakerKind.DOCUMENT and title and OWN_TITLE.decides(mention.span):
            return self._called(Range(*title.span("title")), mention, kind)
        if kind is SpeakerKind.DOCUMENT:
            return self._documents.issued(mention, owner if between else None)
        if kind is SpeakerKind.PERSON:
            return None
        if phrase(mention.token)[0].lower_ in INDEFINITE and ONE_OF_THEM.decides(mention.span):
            return None
        beside = _BESIDE.fullmatch(self._text, owner.span.end, mention.token.idx) if owner else None
        if owner is not None and beside and not owner.possessive and mention.noun in nouns.beside | nouns.sorts:
            body = self._of(owner)
            is_body = body is not None and body.kind is SpeakerKind.ORGANIZATION and not body.is_place
            is_body &= not (
                beside[0].strip(" )") and owner.words[-1] in nouns.organization
            )  # "Harlow Bank credit agency"
            others = mention.noun in nouns.on_platforms and nouns.platforms.issuperset(owner.words)
            if is_body and not others and NOUN_BESIDE.decides(mention.span):
                return body
        start = self._owner_start(mention.token, mention.noun) if mention.noun in nouns.named_by_owner else None
        if start is None:
            return None
        more = ABROAD if mention.noun in nouns.abroad else PURPOSE if mention.noun in nouns.for_something else None
        behind = more.match(self._text, end_of(mention.token), mention.span.end) if more else None
        end = behind.end() if behind else end_of(mention.token)
        return self._called(Range(start, end), mention, SpeakerKind.ORGANIZATION)

    def _owner_start(self, noun: Token, kind: str) -> int | None:
        """Return where the name of what owns a body begins: "<Norland's> foreign ministry", "the <Sorrish> army"."""
        owner: Token | None = None
        for token in reversed(noun.doc[phrase(noun)[0].i : noun.i]):
            if owner is not None and is_common_noun(token) and token.is_lower:
                break
            if owner is not None and token.lower_ in name_words().calendar.words:  # "On <Saturday> Norland's army"
                break
            if token.text in _DASHES and token.whitespace_:  # "Two hurt in Norland <-> police"
                break
            if token.text[:1].isupper() and not (token.lower_ in ARTICLES or is_determiner(token)):
                owner = token
            elif (owner is not None and is_possessive_ending(token)) or not (
                is_noun(token) or is_descriptive(token) or is_possessive_ending(token) or _is_joined(token)
            ):
                break
        if owner is None or (opens_sentence(owner) and not (is_proper_noun(owner) or is_named(owner))):
            return None
        if kind not in source_nouns().of_states and (is_people(owner) or is_adjectival(owner)):
            return None
        names = self._reader.names_in(Range(owner.idx, noun.idx))
        person = next((n for n in names if n.possessive and n.person > n.body), None)
        if person is not None:
            return person.span.start if kind not in source_nouns().group else None
        while continues_name(owner):
            owner = owner.nbor(-1)
        if owner.lower_ in ARTICLES:
            owner = owner.nbor(1)
        return owner.idx if OWNER_AND_NOUN.decides(owner.idx) else None

    def _called(self, span: Range, mention: Mention, kind: SpeakerKind) -> Entity:
        """Return what has a name without an identity, by its words."""
        noun = mention.noun
        told = [without_ending(word) for word in folded_words(span.of(self._text)) if len(word) > 1]
        words = " ".join(told)
        entity = self._entities.called(words) or self._fuller(told, mention, span)
        if entity is None:
            entity = Entity(kind, name=span, noun=noun)
            self._entities.describe(words, entity)
        if noun:
            self._entities.note(noun, entity)
        return entity

    def _fuller(self, words: list[str], mention: Mention, span: Range) -> Entity | None:
        """Return what these words are a part of the name of: "the Lords committee", of "Lords Conduct Committee".

        Of what has its name of its owner, and is pointed back to, they begin the name, or tell its noun otherwise: "the
        Marsh team", of "Marsh campaign".
        """
        *owner, noun = words
        for other in source_nouns().alike_to(mention.noun):
            for entity in self._entities.latest(other):
                named = [without_ending(w) for w in entity.words(self._text)]
                is_body = entity.identity is not None and not entity.identity.is_person
                is_longer = is_body and len(named) > len(words) and {*owner, noun} <= set(named)
                begun = entity.name is not None and mention.definite and named[: len(owner)] == owner
                begun = begun and named[-1] == other and (other != noun or len(named) > len(words))
                if is_longer or begun:
                    return entity if PART_OF_NAME.decides(span) else None
        return None

    def _role(self, mention: Mention) -> list[Role]:
        """Take the words that point back to a person as one more role ("the Republican nominee")."""
        span = mention_of(mention, self._text)
        first, _, rest = span.of(self._text).partition(" ")
        if first.lower() != DEFINITE_ARTICLE or " " not in rest:
            return []
        role = self._roles.described(span.start + len(first) + 1, span.end)
        return [role] if role else []

    def _words_of(self, span: Range) -> str:
        """Return the words of a description, folded, without its article."""
        words = span.of(self._text).casefold()
        first, _, rest = words.partition(" ")
        return rest if rest and first in ARTICLES | DEFINITE else words


def _is_joined(token: Token) -> bool:
    """Whether a hyphen joins a token to the word before it: "<Norland>-run"."""
    return token.is_punct or (token.i > 0 and not token.nbor(-1).whitespace_)


def described(entity: Entity | None, mention: Mention) -> Choice:
    """Say how likely what is described is what speaks, and rightly left without a name, or given one."""
    if entity is None:
        return Choice(Way.DESCRIPTION, ())
    features = {
        ALWAYS: 1.0,
        "plural": float(mention.plural),
        "alone": float(mention.definite and not (mention.plural or entity.name or entity.identity)),
        "owner": float(entity.name is not None),
        "beside": float(entity.identity is not None),
        "person": float(entity.kind is SpeakerKind.PERSON),
        "group": float(entity.kind is SpeakerKind.GROUP),
        "document": float(entity.kind is SpeakerKind.DOCUMENT),
        "unknown": float(entity.kind is SpeakerKind.UNKNOWN),
    }
    return choose(Way.DESCRIPTION, [(entity, features)], least=0.0)


def joined_by(mention: Mention, entity: Entity) -> MentionRule:
    """Say by what a source's words are joined to whom they stand for."""
    if mention.form is Form.PRONOUN:
        return MentionRule.PRONOUN
    return MentionRule.DESCRIPTION if entity.identity is None and entity.name is None else MentionRule.NOUN
