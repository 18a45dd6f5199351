"""From the tagger's attributions to quotations: heard, completed, joined, and what is no quotation left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotex.contract.records import Act, QuoteType, Stance
from quotex.contract.rules import Rule
from quotex.english.acts import act_words
from quotex.english.closed import ARTICLES, FIRST_PERSON, RELATIVE, SECOND_PERSON
from quotex.parse import relations as rel
from quotex.parse.clauses import has_finite_verb, is_passive, tops
from quotex.parse.grammar import (
    is_content_word,
    is_finite,
    is_noun,
    is_present_participle,
    is_pronoun,
    is_verb,
    subject,
)
from quotex.parse.phrases import phrase
from quotex.parse.relations import dependent, governor
from quotex.parse.tokens import TokenIndex, end_of, range_of
from quotex.quotes.acts import is_ground, is_said_in_passing, settled_act
from quotex.quotes.adjacent import Surroundings, can_speak
from quotex.quotes.confidence import confidence
from quotex.quotes.cues import HELD, SPOKEN, stance_of
from quotex.quotes.decoding import Chains
from quotex.quotes.dialogue import Dialogue
from quotex.quotes.drafts import Draft, Quotation
from quotex.quotes.extents import Extents
from quotex.quotes.fitting import Marks
from quotex.quotes.gapping import Gapping
from quotex.quotes.headlines import signed_headline
from quotex.quotes.hearing import Heard
from quotex.quotes.joining import Joining
from quotex.quotes.labels import ACTS
from quotex.quotes.letters import is_signature
from quotex.quotes.nesting import Nesting, is_own_thought, is_own_words
from quotex.quotes.polarity import is_silence, polar_stance
from quotex.quotes.relayed import Relayed
from quotex.quotes.sourcing import Sourcing
from quotex.quotes.statements import run_on
from quotex.quotes.tagger import Tagging
from quotex.text import Layout, Range

if TYPE_CHECKING:
    from spacy.tokens import Token

SCRAP = Rule("quotes.scrap", "a word or two without a predicate behind a quotation are of its attribution")
OBJECT_RELATIVE = Rule(
    "quotes.object-relative", "of “the tactics police say it used”, the police say it, and the tactics are what of"
)
SUBJECT_RELATIVE = Rule("quotes.subject-relative", "of “Norland, which accuses him of lying”, Norland accuses")
BARE_ARTICLE = Rule("quotes.bare-article", "an article alone names nobody: the noun that it belongs to does")
TELLER = Rule("quotes.teller", "words in marks are those of who is heard to say them, where no source was heard")
SIGNATURE = Rule("quotes.signature", "the name under a letter that is quoted is no part of it")
CITED = Rule("quotes.cited", "who is cited is not what is said")
SOURCELESS_MARKED = Rule(
    "quotes.sourceless-marked", "words in marks with a cue but no source: a title, or scare quotes"
)
HEARD = Rule("quotes.heard-in-court", "what a court has heard was said there")
SILENCE = Rule("quotes.silence", "who says nothing, or little, about something has not said it")
INTERVIEWER = Rule("quotes.interviewer", "what we, who write the article, asked is no news")
READER = Rule("quotes.reader", "who reads an article has said nothing in it")
GAP = Rule("quotes.gap", "what is told of the relative pronoun before it says nothing alone: which they say they want")
ASKED_OF = Rule("quotes.asked-of", "of “Marsh, asked if it would rain, said no”, it is not Marsh who asks")
SOURCELESS_HELD = Rule("quotes.sourceless-held", "what is thought, asked or urged by nobody is nobody's")
SOURCELESS_PLAIN = Rule("quotes.sourceless-plain", "words without marks, cue or source are the article's own")

_NEEDS_SOURCE = HELD | {Stance.ASKS, Stance.URGES}
_SCRAP = 4
"""Words from which on a piece can be one of its own."""
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
    beside = Surroundings(layout, tokens)
    sourcing = Sourcing(layout, marks, heard, beside)
    joining = Joining(layout, marks, beside, sourcing)
    dialogue = Dialogue(layout, marks, tokens)
    for draft in heard.drafts:
        dialogue.part(draft)
    found = [part for draft in heard.drafts for part in joining.split(draft) if not dialogue.holds(part)]
    found += dialogue.drafts
    drafts = joining.join(found)
    run_on(layout, marks, drafts)
    if signed := signed_headline(layout, marks, tokens, drafts):
        drafts = [signed, *(draft for draft in drafts if not draft.span.overlap(signed.span))]
    extents, relayed = Extents(marks, tokens), Relayed(marks, tokens)
    nesting = Nesting(layout, marks, tokens, heard.within)
    for draft in drafts:
        relayed.give(draft)
        nesting.widen(draft)
        draft.content = draft.content if draft.turn else extents.cut(draft.content, draft.cue, draft.source)
        _tidy(draft, marks, tokens)
    drafts = list(Gapping(marks, tokens).part(drafts))
    for draft in drafts:
        if not draft.turn:
            draft.type = marks.type_of(draft.content)
            _weigh(draft, marks, tokens)
    wanted = [draft for draft in drafts if _is_quotation(draft, tokens, marks) and not _is_gapped(draft, tokens)]
    return _nested(wanted, nesting, extents, marks, tokens)


def _nested(drafts: list[Draft], nesting: Nesting, extents: Extents, marks: Marks, tokens: TokenIndex) -> list[Draft]:
    """Add what is told within quotations, and of them, and tie the one to the other."""
    outer = [*nesting.told_of(drafts), *nesting.told_next(drafts)]
    inner = nesting.told_in([*drafts, *outer])
    for draft in (*outer, *inner):
        draft.content = extents.cut(draft.content, draft.cue, draft.source)
        _weigh(draft, marks, tokens)
    inner = [draft for draft in inner if _is_quotation(draft, tokens, marks)]
    both = sorted([*drafts, *outer, *inner], key=lambda draft: (draft.content[0].start, -draft.content[0].end))
    nesting.place(both)
    for draft in both:
        draft.repeats = is_own_thought(draft, tokens)
    return [draft for draft in both if draft.within is None or not is_own_words(draft, tokens)]


def _is_tail(content: Sequence[Range], marks: Marks, tokens: TokenIndex) -> bool:
    """Whether the last piece of several is no more of what is said."""
    last = content[-1]
    scrap = _is_scrap(content, marks, tokens) and SCRAP.decides(last)
    return scrap or (is_signature(marks.text, last) and SIGNATURE.decides(last))


def _tidy(draft: Draft, marks: Marks, tokens: TokenIndex) -> None:
    """Leave out what is no part of a content, and what is no source."""
    if len(draft.content) > 1 and _is_tail(draft.content, marks, tokens):
        draft.content.pop()
    if draft.source and not any(map(str.isalnum, draft.source.of(marks.text))):
        draft.source = None
    if draft.source and _is_asked(draft, tokens, marks.text) and ASKED_OF.decides(draft.source):
        draft.source = None
    if draft.source is None and draft.cue and not draft.turn and (teller := _teller(draft, marks, tokens)):
        draft.source = teller
    if draft.source and draft.cue and (own := _own_subject(draft.source, draft.cue, tokens)):
        draft.source = own
    source = tokens.inside(*draft.source) if draft.source else []
    bare = not draft.turn and all(token.lower_ in ARTICLES for token in source)
    if draft.source and bare and BARE_ARTICLE.decides(draft.source):
        noun = governor(source[-1], rel.DETERMINER)
        draft.source = Range(draft.source.start, end_of(noun)) if noun and noun.i > source[-1].i else None


def _teller(draft: Draft, marks: Marks, tokens: TokenIndex) -> Range | None:
    """Who words in marks are told of, where the tagger hears no source: "<Brenda Tully> is heard to say: “…”"."""
    verbs = [word for word in tokens.inside(*draft.cue) if is_verb(word) and is_passive(word)] if draft.cue else ()
    who = next(filter(None, map(subject, verbs)), None)
    if who is None or not can_speak(who) or marks.type_of(draft.content) is not QuoteType.DIRECT:
        return None
    first, last = phrase(who)
    source = Range(first.idx, end_of(last))
    apart = source.end <= draft.cue.start and marks.at(source.start) is None if draft.cue else False
    return source if apart and TELLER.decides(source) else None


def _is_asked(draft: Draft, tokens: TokenIndex, text: str) -> bool:
    """Whether a comma alone parts a source from a cue of asking behind it: a participle, of who is asked."""
    if draft.source is None or draft.cue is None or draft.source.end > draft.cue.start or draft.turn:
        return False
    parted = text[draft.source.end : draft.cue.start].strip() == "," and "," not in draft.source.of(text)
    verb = next(iter(tokens.inside(*draft.cue)), None)
    return parted and verb is not None and stance_of([verb]) is Stance.ASKS and not is_present_participle(verb)


def _own_subject(source: Range, cue: Range, tokens: TokenIndex) -> Range | None:
    """The words for who says it, where the source is what it is said of: "these are the tactics <police> say".

    Or where it stands before who is named right before the relative pronoun: "he fled Norland, <which> accuses him".
    """
    verb = next((word for word in reversed(tokens.inside(*cue)) if is_verb(word)), None)
    who = dependent(verb, rel.ACTIVE_SUBJECT) if verb is not None else None
    of = governor(verb, rel.RELATIVE_CLAUSE) if verb is not None else None
    if who is None or of is None:
        return None
    if who.lower_ in RELATIVE and can_speak(of) and source.end <= phrase(of)[0].idx and of.idx < who.idx < cue.start:
        return range_of(who) if SUBJECT_RELATIVE.decides(source) else None
    if not (of.idx in source and who.idx in source) or who.lower_ in RELATIVE:
        return None
    first, last = phrase(who)
    own = Range(first.idx, min(source.end, end_of(last)))
    set_off = any(word.is_punct for word in tokens.inside(of.idx, own.start))  # "a general, for his part, said"
    return own if source.start < of.idx < own.start and not set_off and OBJECT_RELATIVE.decides(source) else None


def _is_hearing(cue: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether a cue says that those who sit to listen have heard something: "the inquest heard"."""
    words = act_words()
    return cue[-1].lower_ in words.hearing and any(word.lower_ in words.hearers for word in source)


def _weigh(draft: Draft, marks: Marks, tokens: TokenIndex) -> None:
    """Say of which stance a draft is, and what speaks for it."""
    cue = tokens.inside(*draft.cue) if draft.cue else []
    if cue:
        source = tokens.inside(*draft.source) if draft.source else []
        draft.stance = polar_stance(cue, source, list(tokens.doc[cue[-1].i + 1 : cue[-1].i + 1 + _BEHIND]))
        if draft.stance is Stance.KNOWS and _is_hearing(cue, source) and HEARD.decides(draft.span):
            draft.stance = Stance.ASSERTS
        if (act := settled_act(draft, tokens)) is not None:
            draft.act = act
            if draft.stance is Stance.WITHHOLDS:
                draft.evidence = replace(draft.evidence, acts=tuple(float(known is act) for known in ACTS))
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


def _is_scrap(content: Sequence[Range], marks: Marks, tokens: TokenIndex) -> bool:
    """Whether the last piece is a word or two of the attribution: "…, the mayor pointed out for his part"."""
    *_, before, last = content
    words = tokens.inside(*last)
    return (
        len(words) < _SCRAP <= len(tokens.inside(*before))
        and marks.at(last.start) is None
        and not any(is_verb(word) or (is_content_word(word) and not is_noun(word)) for word in words)
    )


def _is_cited(draft: Draft, tokens: TokenIndex, marks: Marks) -> bool:
    """Whether a content is nothing but who is cited: "the paper wrote, citing two officials"."""
    cue, words = tokens.inside(*draft.cue) if draft.cue else [], tokens.inside(*draft.content[0])
    if not cue or cue[-1].lower_ not in act_words().citing or marks.at(words[0].idx):
        return False
    head, *others = tops(words)
    return not others and is_noun(head) and can_speak(head) and not has_finite_verb(words)


def _is_quotation(draft: Draft, tokens: TokenIndex, marks: Marks) -> bool:
    """Whether a draft is anybody's words: those of "you" are not, unless somebody is quoted as saying it.

    Without a source: what stands between marks without a cue (somebody says it), or what is said, not thought, asked
    or urged, without marks (with them: a title, a word in scare quotes).
    """
    if is_said_in_passing(draft, marks.text) or is_ground(draft, marks.text):
        return False
    if _is_cited(draft, tokens, marks) and CITED.decides(draft.span):
        return False
    if draft.type is QuoteType.INDIRECT and is_silence(tokens.inside(*draft.span)) and SILENCE.decides(draft.span):
        return False
    if draft.source:
        who = draft.source.of(marks.text).lower() if marks.at(draft.source.start) is None else ""
        if who in FIRST_PERSON and draft.stance is Stance.ASKS and INTERVIEWER.decides(draft.span):
            return False
        return not (who in SECOND_PERSON and READER.decides(draft.span))
    if draft.cue is None:
        return draft.type is QuoteType.DIRECT or not SOURCELESS_PLAIN.decides(draft.span)
    if draft.type is QuoteType.DIRECT and SOURCELESS_MARKED.decides(draft.span):
        return False
    return not (draft.stance in _NEEDS_SOURCE and SOURCELESS_HELD.decides(draft.span))


def _is_gapped(draft: Draft, tokens: TokenIndex) -> bool:
    """Whether a content is nothing but a pronoun and its verb, in a clause that a relative pronoun opens."""
    source, words = tokens.inside(*draft.source or (0, 0)), tokens.inside(*draft.span)
    behind_relative = bool(source) and source[0].i > 0 and source[0].nbor(-1).lower_ in RELATIVE
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
