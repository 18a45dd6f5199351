"""Descriptions of someone or something that the article names elsewhere.

"A senior doctor has warned …" opens an article; two lines on, "Dr Jo Marsh, chair of the council, said …". Who is only
described is taken for one that is named: a choice (:mod:`quotex.speakers.choice`) between the persons who are named
behind the description, or between the bodies and documents of the article, or nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import log2

from quotex.contract.records import SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.closed import INDEFINITE
from quotex.english.names import surname
from quotex.english.people import name_words, source_nouns
from quotex.english.roles import ANYBODY
from quotex.naming.identity import Identity
from quotex.speakers.choice import ALWAYS, Choice, Features, Way, choose
from quotex.speakers.definites import TELLS_OF
from quotex.speakers.described import Described, Named, Reader
from quotex.speakers.entities import Entities, Entity
from quotex.speakers.owners import Owners, are_no_kin, are_two
from quotex.speakers.particulars import Particulars, Told
from quotex.text import Layout, Range

OWNED_BY_ANOTHER = Rule("speakers.owned-by-another", "who is named within a description is not described by it")
ONE_OF_SEVERAL = Rule("speakers.one-of-several", "where several are described alike, none is the one with a name")
ONE_MORE = Rule(
    "speakers.one-more", "what is brought in as one of its kind, or told from one, is none that was named before"
)
NAMES_ANOTHER = Rule("speakers.names-another", "whom somebody names in what he says is another: no trust in Mr Marsh")
NAME_FOLLOWS = Rule(
    "speakers.name-follows", "whom an article opens with by a description, the next sentence begins with by name"
)
SOMETHING_ELSE = Rule("speakers.something-else", "who is told to be something else than described is somebody else")
OTHER_OWNER = Rule("speakers.other-owner", "one person's lawyer is not who is told to be another's")
KIN = Rule("speakers.kin", "who is told to be her mother, and no more, is not her teacher that is described")
BESIDE_ANOTHER = Rule("speakers.beside-another", "who is described is nobody whom the same sentence brings in by name")
HEADLINE = Rule("speakers.headline", "whom a headline describes is who is described so, or more fully, below it")

_NEXT = 8
"""How many of those who are named next can be the one that is described."""
_FAR = 300
"""Names before and behind a description that are looked at: bounds the search."""
_FOLLOWS = 0.15
"""How likely they have to be, whose name follows so."""


def namesakes(
    layout: Layout,
    said: Mapping[Entity, Sequence[Range]],
    *,
    entities: Entities,
    identities: Iterable[Identity],
    sentences: Sequence[int],
    owners: Owners,
    told_of: Callable[[Range], Particulars],
) -> dict[Entity, Choice]:
    """Choose for those who speak and are only described which of those with a name they are.

    Args:
        layout: of the article.
        said: what each entity that speaks says, in the order in which they speak first.
        entities: all of the article; those that never spoke are made as they are needed.
        identities: all names of the article.
        sentences: where its sentences begin.
        owners: tells whose those are who are described.
        told_of: reads what a description tells beside its noun.
    """
    reader = Reader(layout, said, sentences, owners, told_of)
    read = [d for entity in said if (d := reader.described(entity)) is not None]
    if not read:
        return {}
    named = [reader.named(entities.of(identity), [n.span for n in identity.names]) for identity in identities]
    named += [reader.named(entity, [entity.name]) for entity in entities.named() if entity.name]
    named.sort(key=lambda n: n.start)
    kinds = {(each.noun, each.before - INDEFINITE, each.one) for each in read if not each.is_titled}
    called = Counter((noun, before) for noun, before, _ in kinds)
    found = {
        each.entity: Choice(Way.NAMED_LATER, ()) if _is_one_of_several(each, called) else _choose(each, named)
        for each in read
    }
    title = layout.title
    for each in read:
        if title is not None and each.is_titled and found[each.entity].chosen is None:
            below = (o for o in read if o.span.start >= title.end and o.noun == each.noun and each.before <= o.before)
            if (other := next(below, None)) is not None and HEADLINE.decides(each.span):
                known = found[other.entity]
                found[each.entity] = (
                    known if known.chosen else Choice(Way.NAMESAKE, (), (), other.entity, known.confidence)
                )
    return found


def _choose(described: Described, named: Sequence[Named]) -> Choice:
    at = bisect_right(named, described.span.start, key=lambda n: n.start)
    named = named[max(0, at - _FAR) : at + _FAR]
    if described.entity.kind is SpeakerKind.PERSON:
        persons = list(_persons(described, named))
        follows = any(i == 0 and _follows(described, n) for i, n in persons) and NAME_FOLLOWS.decides(described.span)
        rows = [(n.entity, _told_of_person(described, n, i)) for i, n in persons]
        return choose(Way.NAMED_LATER, rows, least=_FOLLOWS if follows else None)
    candidates = [n for n in named if _is_alike(described, n) and not (_owns(described, n) or _is_known(described, n))]
    behind = [n for n in candidates if n.start > described.span.start]
    nearest = {n.entity: i for i, n in enumerate(behind[:_NEXT])}
    rows = [(n.entity, _told_of_body(described, n, nearest.get(n.entity))) for n in candidates]
    rows = [(e, told) for e, told in rows if told["same_kind"] or told["called"] or told["shared"] > 1 or e in nearest]
    of_kind = {e: told["shared"] for e, told in rows if told["same_kind"] or told["shared"] > 1}
    most = max(of_kind.values(), default=0.0)
    best = [e for e, shared in of_kind.items() if shared == most]
    choice = choose(Way.NAMESAKE, [(e, {**told, "only": float([e] == best)}) for e, told in rows])
    another = choice.chosen is not None and described.particulars.are_another_bodys(choice.chosen)
    return replace(choice, chosen=None) if another else choice


def _follows(described: Described, named: Named) -> bool:
    """Whether a name opens the sentence behind the one that describes somebody, at the beginning of an article."""
    return described.paragraph <= 1 and named.opens and named.sentence == described.sentence + 1


def _persons(described: Described, named: Sequence[Named]) -> Iterator[tuple[int | None, Named]]:
    """Yield the next persons named behind a description with their number, and those before who are called so."""
    gender, number = described.entity.gender, 0
    for each in named:
        entity = each.entity
        fits = gender is None or entity.gender in (None, gender)
        if entity.kind is not SpeakerKind.PERSON:
            continue
        owner = described.owner
        another = owner is not None and bool(each.owners) and all(are_two(owner, other) for other in each.owners)
        silent = described.particulars.noun_of(entity) is Told.SILENT
        another |= silent and are_no_kin(described.noun, owner, entity)
        fits = fits and not (another and OTHER_OWNER.decides(described.span))
        if each.start < described.span.start:
            called = described.noun in entity.nouns and not described.is_indefinite
            if fits and called and not described.particulars.are_anothers(entity):
                yield None, each
            continue
        if fits and not _is_another(described, each):
            yield number, each
        number += 1
        if number == _NEXT:
            return


def _is_another(described: Described, named: Named) -> bool:
    """Whether who is named cannot be the one who is described, by what is told of both or by where they stand."""
    if any(content.covers(described.span) for content in named.speaks) and TELLS_OF.decides(described.span):
        return True
    if described.particulars.noun_of(named.entity) is Told.OTHERWISE and SOMETHING_ELSE.decides(described.span):
        return True
    if described.particulars.are_anothers(named.entity, behind=True):
        return True
    if _is_kin(named) and described.noun not in ANYBODY | {*source_nouns().family} and KIN.decides(described.span):
        return True
    if named.sentence == described.sentence and BESIDE_ANOTHER.decides(described.span):
        return True
    identity = named.entity.identity
    kin = described.noun in source_nouns().family  # "Rob Marsh left, his father said"
    told = identity is not None and not kin and surname(identity.fullest.words) in described.names
    return told and NAMES_ANOTHER.decides(described.span)


def _is_kin(named: Named) -> bool:
    """Whether somebody is told to be of whose family they are, and nothing else: "her mother, Ada Brook"."""
    nouns = named.entity.nouns
    return bool(named.owners) and bool(nouns) and nouns <= {*source_nouns().family}


def _is_one_of_several(described: Described, called: Counter[tuple[str, frozenset[str]]]) -> bool:
    several = called[described.noun, described.before - INDEFINITE] > 1
    return several and described.entity.kind is SpeakerKind.PERSON and ONE_OF_SEVERAL.decides(described.span)


def _is_alike(described: Described, named: Named) -> bool:
    """Whether both are of one kind; "Summit Declaration" looks like a body by the way in which names are read."""
    if named.entity.kind is SpeakerKind.PERSON:
        return False
    return named.entity.kind is described.entity.kind or named.head == described.noun


def _owns(described: Described, named: Named) -> bool:
    """Whether what is described belongs to a body of another kind, by its whole name: "a <Harlow Bank> charity"."""
    other = named.head in source_nouns().organization and not _is_of_kind(described, named)
    return (
        described.is_indefinite and other and named.words <= described.told and OWNED_BY_ANOTHER.decides(described.span)
    )


def _is_known(described: Described, named: Named) -> bool:
    """Whether a name stood before what is told from it: "a court in Harlow", or "the trade court" beside another."""
    told_apart = described.of_name or described.one is described.entity
    other = bool(described.before) and described.before.isdisjoint(named.words) and told_apart
    is_new = described.is_indefinite or (other and named.head == described.noun)
    is_new &= named.start < described.span.start
    of_another = (
        other and described.of_name and _is_of_kind(described, named)
    )  # "Vess's own poll", and "a Norlys survey"
    return (is_new or of_another) and ONE_MORE.decides(described.span)


def _is_of_kind(described: Described, named: Named) -> bool:
    noun, head = described.noun, named.head
    return noun == head or any({noun, head} <= nouns for nouns in source_nouns().alike)


def _told_of_both(described: Described, named: Named) -> dict[str, float]:
    told, says = described.told, described.says
    return {
        ALWAYS: 1.0,
        "called": float(described.noun in named.entity.nouns),
        "beside": len(told & named.beside) / len(told) if told else 0.0,
        "paragraphs": log2(1 + abs(named.paragraph - described.paragraph)),
        "speaks": float(any(content.start > described.span.start for content in named.speaks)),
        "says_alike": len(says & named.says) / len(says) if says else 0.0,
        "opening": float(described.paragraph <= 1),
        "indefinite": float(described.is_indefinite),
        "owned": float(described.is_owned),
    }


def _told_of_person(described: Described, named: Named, number: int | None) -> Features:
    nouns = named.entity.nouns
    fits = source_nouns().fits_one(described.noun, nouns) and described.noun not in nouns
    office = described.noun in name_words().titles.words and described.noun not in nouns
    return {
        **_told_of_both(described, named),
        "next": float(number == 0),
        "before": float(number is None),
        "voices": min(2.0, len(named.speaks)),
        "fits": float(fits),
        "office": float(office and not fits),
        "unnamed": float(described.noun in source_nouns().unnamed),
    }


def _told_of_body(described: Described, named: Named, number: int | None) -> Features:
    return {
        **_told_of_both(described, named),
        "next": float(number == 0),
        "before": float(number is None),
        "same_kind": float(_is_of_kind(described, named)),
        "shared": min(3.0, len(described.told & named.words)),
        "whole": float(bool(described.before) and described.before <= named.words),
        "specified": float(bool(described.before) and described.before.isdisjoint(named.words)),
        "document": float(described.entity.kind is SpeakerKind.DOCUMENT),
    }
