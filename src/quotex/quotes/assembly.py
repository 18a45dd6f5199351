"""From the tagger's attributions to quotations: heard, completed, joined, and what is no quotation left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotex.contract.records import Act, QuoteType, Stance
from quotex.contract.rules import Rule
from quotex.english.acts import act_words
from quotex.english.closed import ANYBODY, FIRST_PERSON, NEUTER, RELATIVE, SECOND_PERSON, TO
from quotex.english.writing import BEHIND_LINK
from quotex.parse import relations as rel
from quotex.parse.grammar import is_finite, is_pronoun, is_verb, subject
from quotex.parse.phrases import phrase
from quotex.parse.relations import dependent, governor
from quotex.parse.reporting import sayer
from quotex.parse.tokens import TokenIndex, range_of, word_beside
from quotex.quotes.acts import is_gainsaid, is_ground, is_kept_from, is_said_in_passing, settled_act
from quotex.quotes.confidence import confidence
from quotex.quotes.cues import HELD, SPOKEN, stance_of
from quotex.quotes.decoding import Chains
from quotex.quotes.dialogue import Dialogue
from quotex.quotes.drafts import Draft, Quotation
from quotex.quotes.extents import Extents
from quotex.quotes.fitting import Marks
from quotex.quotes.headlines import is_spoken_headline, signed_headline
from quotex.quotes.hearing import Heard
from quotex.quotes.joining import Joining
from quotex.quotes.labels import ACTS
from quotex.quotes.letters import is_signature
from quotex.quotes.nesting import Nesting, is_own_thought, is_own_words
from quotex.quotes.polarity import polar_stance
from quotex.quotes.relaying import relayed
from quotex.quotes.sourcing import Sourcing, can_speak, with_noun
from quotex.quotes.tagger import Tagging
from quotex.text import Layout, Range, RangeIndex

if TYPE_CHECKING:
    from spacy.tokens import Token

SIGNATURE = Rule("quotes.signature", "the name under a letter that is quoted is no part of it")
SOURCELESS_MARKED = Rule(
    "quotes.sourceless-marked", "words in marks with a cue but no source: a title, or scare quotes"
)
SUBJECT_RELATIVE = Rule("quotes.subject-relative", "of “Norland, which accuses him of lying”, Norland accuses")
SHARED_SUBJECT = Rule(
    "quotes.shared-subject", "who does something and says, does it saying, or is blamed for saying something, says it"
)
GAP = Rule("quotes.gap", "what is told of the relative pronoun before it says nothing alone: which they say they want")
HEARD = Rule("quotes.heard-in-court", "what a court has heard was said there")
WARNED_TO = Rule("quotes.warned-to", "who warns somebody to do something urges it: warned them to leave")
INTERVIEWER = Rule("quotes.interviewer", "what we, who write the article, asked is no news")
ANYBODY_AT_ALL = Rule("quotes.anybody", "what anybody who exists might say, or think, nobody is told to have said")
LINKED = Rule("quotes.linked", "what the title of another article says, which is linked, this one does not")
READER = Rule("quotes.reader", "who reads an article has said nothing in it")
FAINT = Rule("quotes.faint", "what is heard but faintly, with cue and source, is a view, a deed or a topic of theirs")
SOURCELESS_HELD = Rule(
    "quotes.sourceless-held", "what is thought, asked or urged by nobody, or done so within a quotation, is nobody's"
)
SOURCELESS_PLAIN = Rule("quotes.sourceless-plain", "words without marks, cue or source are the article's own")

STOP_WITHIN = Rule("quotes.stop-within", "the stop behind what is told within a quotation is the quotation's")

_STOP = re.compile(r"(?<![A-Z.])\.$")
"""Matches a stop that is of no initials and no ellipsis."""
_NEEDS_SOURCE = HELD | {Stance.ASKS, Stance.URGES}
_LONGEST_LABEL = 20  # characters of what stands before the title of a linked article
_BEHIND = 2
"""Words behind a cue that can change what it does: "not guilty", "to say"."""


def find_quotations(layout: Layout, tokens: TokenIndex, tagging: Tagging, chains: Chains) -> tuple[Quotation, ...]:
    """Find the quotations of an article.

    Args:
        layout: the article's.
        tokens: of the parse of its view.
        tagging: the tagger's reading of its view.
        chains: the scores of the label chains.

    Returns:
        Quotations in the order of their contents.
    """
    drafts = find_drafts(layout, tokens, tagging, chains)
    index = {id(draft): i for i, draft in enumerate(drafts)}
    return tuple(
        Quotation(
            _apart(draft.content),
            draft.cue,
            draft.source,
            draft.type,
            draft.act,
            draft.stance,
            confidence(draft.evidence),
            index.get(id(draft.within)),
            draft.repeats,
            draft.turn,
            draft.answers,
        )
        for draft in drafts
    )


def find_drafts(layout: Layout, tokens: TokenIndex, tagging: Tagging, chains: Chains) -> list[Draft]:
    """Find quotations with the evidence for each; arguments and order as in ``find_quotations``."""
    marks = Marks(layout)
    heard = Heard(layout, marks, tagging, chains)
    joining = Joining(layout, marks, Sourcing(layout, marks, tokens, heard))
    dialogue, extents = Dialogue(layout, marks, tokens), Extents(marks, tokens)
    for draft in heard.drafts:
        draft.content = extents.behind_colon(draft.content)
        dialogue.part(draft)
    found = [part for draft in heard.drafts for part in joining.split(draft) if not dialogue.holds(part)]
    found += dialogue.drafts
    drafts = joining.join(found)
    if signed := signed_headline(layout, marks, tokens, drafts):
        drafts = [signed, *(draft for draft in drafts if not draft.span.overlap(signed.span))]
    nesting = Nesting(layout, marks, tokens, heard.within)
    for draft in drafts:
        if draft.cue and (told := extents.behind_noun(draft.content[0], draft.cue)):
            draft.cue, draft.content = told[0], [told[1], *draft.content[1:]]
        draft.content = draft.content if draft.turn else extents.cut(draft.content, draft.cue)
        last = draft.content[-1]
        if len(draft.content) > 1 and is_signature(layout.text, last) and SIGNATURE.decides(last):
            draft.content.pop()
        if draft.source and not any(map(str.isalnum, draft.source.of(marks.text))):
            draft.source = None
        if draft.source and draft.cue and (own := _relative_subject(draft.source, draft.cue, tokens)):
            draft.source = own
        draft.source = draft.source or _shared_subject(draft, tokens)
    for draft in drafts:
        if not draft.turn:
            nesting.take_in(draft)
            draft.type = marks.type_of(draft.content)
            if draft.act is Act.OTHER and is_spoken_headline(layout, draft):
                _settle(draft, Act.SAID)
            _weigh(draft, marks, tokens)
    for draft in [*nesting.freed(drafts), *nesting.disowned(drafts)]:
        draft.content = extents.cut(draft.content, draft.cue)
        _weigh(draft, marks, tokens)
        drafts.append(draft)
    for draft in list(relayed(layout, marks, tokens, drafts)):
        draft.content = extents.cut(draft.content, draft.cue)
        draft.type = marks.type_of(draft.content)
        _weigh(draft, marks, tokens)
        drafts.append(draft)
    somebodys = [draft for draft in drafts if _is_quotation(draft, marks) and not nesting.is_asked(draft)]
    wanted = [draft for draft in somebodys if not _is_gapped(draft, tokens)]
    both = _nested(wanted, nesting, extents, marks, tokens)
    return sorted([*both, *_faint(heard.faint, both, extents, marks, tokens)], key=_place)


def _faint(
    heard: Sequence[Draft], others: Sequence[Draft], extents: Extents, marks: Marks, tokens: TokenIndex
) -> list[Draft]:
    """Those faintly heard that are somebody's attitude, deed or topic, told in words that are of no other draft."""
    taken = RangeIndex([draft.span for draft in others])
    for draft in heard:
        draft.content = extents.cut(draft.content, draft.cue)
        draft.type = marks.type_of(draft.content)
        _weigh(draft, marks, tokens)
    told = [d for d in heard if d.cue and d.source and d.act is Act.OTHER and d.evidence.words > 1]
    free = [draft for draft in told if not taken.touches(draft.span) and _is_quotation(draft, marks)]
    return [draft for draft in free if FAINT.decides(draft.span)]


def _nested(drafts: list[Draft], nesting: Nesting, extents: Extents, marks: Marks, tokens: TokenIndex) -> list[Draft]:
    """Add what is told within quotations, and tie the one to the other."""
    inner = nesting.told_in(drafts)
    for draft in inner:
        draft.content = extents.cut(draft.content, draft.cue)
        last = draft.content[-1]
        stopped = draft.type is not QuoteType.DIRECT and _STOP.search(marks.text, *last) is not None
        if stopped and STOP_WITHIN.decides(last):
            draft.content[-1] = Range(last.start, last.end - 1)
        _weigh(draft, marks, tokens)
    inner = [draft for draft in inner if _is_quotation(draft, marks)]
    both = sorted([*drafts, *inner], key=_place)
    nesting.place(both)
    for draft in both:
        draft.repeats = is_own_thought(draft, tokens)
    return [draft for draft in both if draft.within is None or not is_own_words(draft, tokens)]


def _place(draft: Draft) -> tuple[int, int]:
    """Where a draft stands among others: in text order, what lies around another before it."""
    return draft.content[0].start, -draft.content[0].end


def _relative_subject(source: Range, cue: Range, tokens: TokenIndex) -> Range | None:
    """The relative pronoun that is a cue's subject, behind whom it stands for: "fled Norland, <which> accuses him"."""
    verb = next(filter(is_verb, reversed(tokens.inside(*cue))), None)
    who = dependent(verb, rel.ACTIVE_SUBJECT) if verb is not None else None
    of = governor(verb, rel.RELATIVE_CLAUSE) if verb is not None else None
    if who is None or of is None or who.lower_ not in RELATIVE or not of.idx < who.idx < cue.start:
        return None
    behind = source.end <= phrase(of)[0].idx and can_speak(of)
    return range_of(who) if behind and SUBJECT_RELATIVE.decides(source) else None


def _shared_subject(draft: Draft, tokens: TokenIndex) -> Range | None:
    """Who says something by a verb without a subject, beside what they do: "<Marsh> left the hall, saying"."""
    verb = next(filter(is_verb, reversed(tokens.inside(*draft.cue))), None) if draft.cue else None
    who = sayer(verb) if verb is not None else None
    speaks = who is not None and (can_speak(who) or who.lower_ in NEUTER) and who.lower_ not in SECOND_PERSON
    if verb is None or who is None or not speaks or stance_of([verb]) is Stance.UNKNOWN:
        return None
    first, last = phrase(who)
    source = range_of(first, last if last.i < verb.i else who)
    free = source.end <= verb.idx and not any(source.overlap(piece) for piece in draft.content)
    return source if free and SHARED_SUBJECT.decides(source) else None


def _hearers(cue: Sequence[Token], source: Sequence[Token]) -> Range | None:
    """Who sits to listen and has heard what is told, by a source or else a subject: "<the inquest> heard"."""
    words = act_words()
    if cue[-1].lower_ not in words.hearing:
        return None
    who = None if source else subject(cue[-1])
    heard = source or (() if who is None else who.doc[phrase(who)[0].i : who.i + 1])
    return range_of(heard[0], heard[-1]) if any(word.lower_ in words.hearers for word in heard) else None


def _is_deed(words: Sequence[Token]) -> bool:
    """Whether a content is an infinitive: "<to stay> indoors"."""
    return len(words) > 1 and words[0].lower_ == TO and is_verb(words[1])


def _settle(draft: Draft, act: Act) -> None:
    """Let a draft be of an act for sure."""
    draft.act = act
    draft.evidence = replace(draft.evidence, acts=tuple(float(known is act) for known in ACTS))


def _weigh(draft: Draft, marks: Marks, tokens: TokenIndex) -> None:
    """Say of which stance a draft is, and what speaks for it; its source is whole from here on."""
    draft.source = draft.source and with_noun(draft.source, [*draft.content, draft.cue], tokens)
    cue = tokens.inside(*draft.cue) if draft.cue else []
    if cue:
        source = tokens.inside(*draft.source) if draft.source else []
        draft.stance = polar_stance(cue, source, list(tokens.doc[cue[-1].i + 1 : cue[-1].i + 1 + _BEHIND]))
        warned_to = draft.stance is Stance.WARNS and _is_deed(tokens.inside(*draft.content[0]))
        if warned_to and WARNED_TO.decides(draft.span):
            draft.stance = Stance.URGES
        hearers = _hearers(cue, source) if draft.stance is Stance.KNOWS else None
        if hearers is not None and HEARD.decides(draft.span):
            draft.stance, draft.source = Stance.ASSERTS, draft.source or hearers
        if (act := settled_act(draft, tokens)) is not None:
            draft.act = act
            if is_kept_from(draft, cue):
                _settle(draft, act)
    draft.evidence = replace(
        draft.evidence,
        cue=draft.cue is not None,
        source=draft.source is not None,
        carried=draft.continues is not None,
        type=draft.type,
        spoken=stance_of(cue) in SPOKEN,
        held=draft.act is Act.THOUGHT,
        words=sum(len(span.of(marks.text).split()) for span in draft.content),
    )


def _is_quotation(draft: Draft, marks: Marks) -> bool:
    """Whether a draft is anybody's words: those of "you" are not, unless somebody is quoted as saying it.

    Without a source: what stands between marks without a cue (somebody says it), or what is said, not thought, asked
    or urged, without marks (with them: a title, a word in scare quotes).
    """
    if any(test(draft, marks.text) for test in (is_said_in_passing, is_gainsaid, is_ground)):
        return False
    start = min(part.start for part in (draft.content[0], draft.cue, draft.source) if part)
    if BEHIND_LINK.search(marks.text, max(0, start - _LONGEST_LABEL), start) and LINKED.decides(draft.span):
        return False
    if draft.source:
        who = draft.source.of(marks.text).lower() if marks.at(draft.source.start) is None else ""
        if who in FIRST_PERSON and draft.stance is Stance.ASKS and INTERVIEWER.decides(draft.span):
            return False
        first = draft.source.of(marks.text).lower().split()[:1]
        if not ANYBODY.isdisjoint(first) and ANYBODY_AT_ALL.decides(draft.span):
            return False
        return not (who in SECOND_PERSON and READER.decides(draft.span))
    if draft.cue is None:
        return draft.type is QuoteType.DIRECT or not SOURCELESS_PLAIN.decides(draft.span)
    if draft.type is QuoteType.DIRECT and SOURCELESS_MARKED.decides(draft.span):
        return False
    deed = draft.act is Act.OTHER and draft.evidence.within
    held = draft.act is Act.THOUGHT or draft.stance in _NEEDS_SOURCE
    return not ((deed or held) and SOURCELESS_HELD.decides(draft.span))


def _is_gapped(draft: Draft, tokens: TokenIndex) -> bool:
    """Whether a content is nothing but a pronoun and its verb, in a clause that a relative pronoun opens."""
    source, words = tokens.inside(*draft.source or (0, 0)), tokens.inside(*draft.span)
    behind_relative = bool(source) and word_beside(source[0], -1) in RELATIVE
    bare = len(words) == 2 and is_pronoun(words[0]) and is_finite(words[1]) and draft.type is QuoteType.INDIRECT
    return behind_relative and bare and GAP.decides(draft.span)


def _apart(pieces: Sequence[Range]) -> tuple[Range, ...]:
    """Make one piece of those that overlap."""
    apart: list[Range] = []
    for piece in sorted(pieces):
        if apart and piece.start < apart[-1].end:
            apart[-1] = Range(apart[-1].start, max(apart[-1].end, piece.end))
        else:
            apart.append(piece)
    return tuple(apart)
