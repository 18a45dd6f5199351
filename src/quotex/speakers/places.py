"""How words are mentioned: in which paragraph, as what of their clause, what that clause does, and who says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.acts import act_words
from quotex.english.people import source_nouns
from quotex.naming.identity import Identity
from quotex.naming.words import singular
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.clauses import is_passive, verbs_above
from quotex.parse.relations import dependent, governor, stands_as
from quotex.text import Layout, ParagraphKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quotex.speakers.entities import Entity

ANSWERS = Rule("speakers.answers", "a body that denies something, or has no comment, is who “it” is that speaks on")
OWNS_SUBJECT = Rule("speakers.owns-subject", "what is told of a thing is told of whose it is: the garden of Jo Marsh")


@dataclass(frozen=True, slots=True)
class Place:
    """How something is mentioned.

    Attributes:
        paragraph: its number.
        subject, object: of its clause.
        reported: within what somebody says, in marks or without.
        titled: in the title.
        aside: in a line of boilerplate: "Read more: …".
        adds: of words for a source: it is said to go on.
        direct: of words for a source: it is quoted directly.
        asks, replies: of words for a source: it is said to.
        named: of words for a source: who are named in what it says, or beside its verb.
        others: of those, whom it tells, or tells of in its own words: "told Marsh", "said Marsh had left".
        teller: of words for a source: who says that it says so.
        told_for: what that one is told to be of.
        told_as: the pronoun by which that one is called there.
        offset: where it begins.
        begins: of words for a source: where what it says, or that it says so, begins.
        verb: the number of the word that it is the subject of.
        above: those of the verbs that it hangs on.
        main: it is the subject of a sentence.
        charges: it is who accuses or asks somebody.
        denies: it is who answers or denies something.
        answers: it is who answers, rejects something, or has no comment.
    """

    paragraph: int
    subject: bool = False
    object: bool = False
    modifies: bool = False
    reported: bool = False
    titled: bool = False
    aside: bool = False
    adds: bool = False
    direct: bool = False
    asks: bool = False
    replies: bool = False
    named: frozenset[Identity] = frozenset()
    others: frozenset[Identity] = frozenset()
    teller: Entity | None = None
    told_for: frozenset[Entity | None] = frozenset()
    told_as: str = ""
    offset: int = -1
    begins: int | None = None
    verb: int | None = None
    above: frozenset[int] = frozenset()
    main: bool = False
    charges: bool = False
    denies: bool = False
    answers: bool = False


class Places:
    """Tells how the words of one document are mentioned.

    Args:
        layout: of the article.
        is_reported: whether an offset stands in what somebody says, in marks or without.
    """

    def __init__(self, layout: Layout, is_reported: Callable[[int], bool]) -> None:
        self._layout, self._is_reported = layout, is_reported

    def of(self, token: Token, offset: int) -> Place:
        """Tell how something is mentioned there.

        Args:
            token: its head.
            offset: where it begins.
        """
        modifies = stands_as(token, rel.ATTRIBUTE)
        above = frozenset(word.i for word in verbs_above(token))
        token = phrases.argument(token)
        paragraphs = self._layout.paragraphs
        number = self._layout.paragraph_at(offset) if paragraphs else 0
        kind = paragraphs[number].kind if paragraphs else ParagraphKind.BODY
        owned = phrases.thing_of(token)
        owns = owned is not None and stands_as(owned, rel.SUBJECT) and singular(owned) not in source_nouns()
        owns = owns and OWNS_SUBJECT.decides(offset)
        is_object = not owns and stands_as(token, rel.OBJECT | rel.PREPOSITIONAL_OBJECT)
        verb = governor(token, rel.SUBJECT)
        charging = verb if verb is not None and not is_passive(verb) else _done_by(token)
        return Place(
            number,
            subject=owns or (grammar.is_topic(token) and not self._layout.view.endswith("(", 0, offset)),
            object=is_object,
            modifies=modifies,
            reported=self._is_reported(offset),
            titled=kind in (ParagraphKind.TITLE, ParagraphKind.HEADING),
            aside=kind is ParagraphKind.BOILERPLATE and self._is_line(number),
            offset=offset,
            verb=verb.i if verb is not None else None,
            above=above,
            main=verb is not None and governor(governor(verb, rel.CONJUNCT) or verb) is None,
            charges=charging is not None and charging.lower_ in act_words().charging,
            denies=verb is not None and _denies(verb),
            answers=verb is not None and _answers(verb) and ANSWERS.decides(offset),
        )

    def _is_line(self, number: int) -> bool:
        """Whether nothing else stands in the line of a paragraph: boilerplate that was glued on ends anywhere."""
        span = self._layout.paragraphs[number].span
        return self._layout.view[span.end : span.end + 1] in ("", "\n")


def _done_by(agent: Token) -> Token | None:
    """Return the verb of what is done by somebody: "was <accused> by Kell"."""
    by = governor(agent, rel.PREPOSITIONAL_OBJECT)
    return governor(by, rel.AGENT) if by is not None else None


def _denies(verb: Token) -> bool:
    """Whether somebody answers, denies, or rejects an accusation."""
    if verb.lower_ in act_words().answering:
        return True
    rejected = dependent(verb, rel.OBJECT) if verb.lower_ in act_words().rejecting else None
    return rejected is not None and singular(rejected) in act_words().charges


def _answers(verb: Token) -> bool:
    """Whether somebody answers, rejects something, or has no comment."""
    words = act_words()
    return verb.lower_ in words.answering | words.rejecting | words.commenting
