"""Where a role that begins behind a name ends: how far its phrase goes on, and whether some of it is missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english import roles as english
from quotex.english.closed import AND, DEFINITE_ARTICLE, ON, POSSESSIVE_DETERMINERS
from quotex.english.people import source_nouns
from quotex.naming.body_extents import WIDEST, BodyExtents
from quotex.naming.role_words import ends_no_role, is_day, is_kind_of_body, is_role, role_noun, says_who
from quotex.naming.wholeness import WHOLE_BODY
from quotex.naming.words import singular
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.names import is_person
from quotex.parse.relations import governor, stands_as
from quotex.parse.tokens import end_of, range_of
from quotex.speakers.mentions import MentionReader
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

VERB_IN_NAME = Rule("speakers.verb-in-name", "a verb in capitals is of a name that no role is cut at: Hope Not Hate")
WHOLE_ROW = Rule("speakers.whole-row", "what somebody is the head of goes on over commas: parks, ports and fisheries")
ALL_ROLES = Rule("speakers.all-roles", "a role goes on with what else the one person is: a poet and novelist")
GOES_ON = Rule("speakers.role-goes-on", "no role ends in its phrase: at a body's letters, in marks, before its place")
CUT_END = Rule("speakers.cut-end", "a role whose phrase goes on behind it is none: head of ports, without 'and quays'")

_ITEM = 4  # words of one of a row of roles, at most
_JOINED = 6  # words to the noun that "and" joins to one before it, at most


class RoleEnds:
    """Finds where the roles behind the names of one document end.

    Args:
        view: of the article.
        reader: of its sources.
        extents: of the bodies in it.
    """

    def __init__(self, view: str, reader: MentionReader, extents: BodyExtents) -> None:
        self._view = view
        self._reader = reader
        self._extents = extents

    def read(self, start: int, limit: int | None) -> tuple[list[Token], bool]:
        """Return the words of a role that begins at an offset, and whether its phrase goes on behind them.

        Args:
            start: the offset.
            limit: where it ends at the latest; None: as far as roles reach.
        """
        furthest = min(start + WIDEST, len(self._view) if limit is None else limit)
        stop = english.END.search(self._view, start, furthest)
        while stop and (end := self._goes_on(start, stop, furthest)):
            stop = english.END.search(self._view, end, furthest)
        tokens = self._reader.tokens(Range(start, stop.start() if stop else furthest))
        finite = next((i for i, t in enumerate(tokens) if grammar.is_finite(t)), len(tokens))
        if tokens[finite:] and tokens[finite].is_title and tokens[finite - 1].is_lower and VERB_IN_NAME.decides(start):
            finite = next((i for i in reversed(range(finite)) if grammar.is_preposition(tokens[i])), 0)
        if finite < len(tokens):
            return tokens[:finite], False
        is_cut = self._is_cut(tokens, stop, furthest) if stop else furthest == start + WIDEST
        return tokens, is_cut and CUT_END.decides(start)

    def _goes_on(self, start: int, stop: re.Match[str], furthest: int) -> int | None:
        """Return where to look on for a role's end, if it goes on at one that may be it; None: it ends there."""
        end = stop.start()
        if self._in_name(end, furthest):
            return self._in_name(end, furthest)
        if (more := self._more_roles(end, furthest)) and ALL_ROLES.decides(end):
            return more
        if self._joins_field(start, stop, furthest) and WHOLE_ROW.decides(end):
            return stop.end()
        if (self._has_topic(start, stop, furthest)) and WHOLE_ROW.decides(end):
            return end + 1
        inside = next((m for each in english.INSIDE if (m := each.match(self._view, end, furthest))), None)
        if inside is not None and self._is_inside(start, inside, furthest) and GOES_ON.decides(end):
            return inside.end()
        return self._row_end(start, end, furthest)

    def _in_name(self, end: int, furthest: int) -> int | None:
        """Return where a body's name ends that an end stands in: "head of the Centre <on Tides>"."""
        name = next((n for n in self._reader.names_in(Range(end, end + 1)) if n.span.start < end), None)
        if name is not None and name.span.end <= furthest and WHOLE_BODY.decides(name.span):
            return name.span.end
        return self._extents.joined_end(end, furthest)

    def _more_roles(self, at: int, furthest: int, *, begun: bool = False) -> int | None:
        """Return where the last of what else somebody is begins: "a farmer<, writer and >poet"."""
        joins = english.JOINS.match(self._view, at, furthest)
        if joins is None:
            return None
        stop = english.END.search(self._view, joins.end(), furthest)
        end = stop.start() if stop else furthest
        tokens = self._reader.tokens(Range(joins.end(), end))
        if joins["last"]:
            return joins.end() if (begun or not joins["comma"]) and self._tells_more(tokens) else None
        bare = 0 < len(tokens) <= _ITEM and not grammar.is_determiner(tokens[0]) and self._tells_more(tokens)
        return self._more_roles(end, furthest, begun=True) if bare and tokens[-1] == role_noun(tokens) else None

    def _tells_more(self, tokens: list[Token]) -> bool:
        """Whether words tell what one person is, who was told to be something else: "a poet and <novelist>".

        With an article before a verb they may be who does it: "Jo Marsh, a poet, and <a nurse> said".
        """
        finite = next((i for i, t in enumerate(tokens) if grammar.is_finite(t)), len(tokens))
        noun = role_noun(tokens[:finite])
        if noun is None or grammar.is_plural(noun) or singular(noun) in source_nouns().group:
            return False
        named = any(n.start <= noun.idx < n.span.start for n in self._reader.names_in(range_of(*tokens[:finite])))
        other = tokens[0].lower_ in POSSESSIVE_DETERMINERS or is_person(noun)
        return not (named or other or (grammar.is_determiner(tokens[0]) and finite < len(tokens)))

    def _joined(self, stop: re.Match[str], furthest: int) -> tuple[Token, Token] | None:
        """Return the nouns that "and" or a comma joins, the second of which stands right behind it."""
        behind = self._reader.tokens(Range(stop.end(), furthest))[:_JOINED]
        joined = next((t for t in behind if stands_as(t, rel.CONJUNCT)), None)
        first = governor(joined, rel.CONJUNCT) if joined is not None else None
        return (first, joined) if first is not None and joined is not None and first.idx < stop.start() else None

    def _joins_field(self, start: int, stop: re.Match[str], furthest: int) -> bool:
        """Whether what somebody is head or knows of goes on as the parse has it: "lecturer in law <and politics>"."""
        joined = self._joined(stop, furthest) if stop[0] in english.JOINING else None
        if joined is None or joined[0].idx < start or self._view.startswith(english.AND_BESIDE, stop.start()):
            return False
        first, other = joined
        if grammar.preposition_of(phrases.first_of_row(first)) is None or not grammar.is_noun(other):
            return False
        if self._is_somebody(first) and self._is_somebody(other):  # "lawyer for Jo Marsh <and Pat Hale>,"
            end = english.END.search(self._view, end_of(other), furthest)
            return end is not None and end.start() == end_of(other)
        return not (says_who(other) or self._is_somebody(other) or is_role(first))

    def _is_somebody(self, token: Token) -> bool:
        """Whether a word is of a person's name."""
        return any(n.person > n.body for n in self._reader.names_in(range_of(token)))

    def _has_topic(self, start: int, stop: re.Match[str], furthest: int) -> bool:
        """Whether what somebody is goes on: "expert <on ports>", "the first woman to lead the bank <and the board>"."""
        first = next(iter(self._reader.tokens(Range(stop.start(), furthest))), None)
        behind = first.nbor(1) if first is not None and first.i + 1 < len(first.doc) else None
        if first is None or behind is None:
            return False
        if first.lower_ == AND:
            return english.DEED.search(self._view, start, stop.start()) is not None
        of = governor(first, rel.PREPOSITION) if first.lower_ == ON else None
        if of is None or not start <= of.idx < first.idx or is_day(behind):
            return False
        expert = first.nbor(-1)
        about = is_kind_of_body(expert) or singular(expert) in source_nouns().organization
        about |= grammar.is_present_participle(expert)  # "a doctor working <on fevers>"
        if grammar.is_determiner(behind):
            return behind.lower_ == DEFINITE_ARTICLE and (about or expert.lower_ in english.EXPERTS)
        return about or says_who(expert)

    def _is_inside(self, start: int, inside: re.Match[str], furthest: int) -> bool:
        """Whether a phrase goes on behind a body's letters in brackets, or what stands in marks or before a place."""
        if inside.re is not english.LETTERS_BEHIND:
            before = [t for t in self._reader.tokens(Range(start, inside.start())) if not t.is_space]
            return inside.re is english.BASED_BEHIND or (bool(before) and _goes_on(before[-1], inside[0]))
        if self._more_roles(inside.end(), furthest):
            return True
        behind = self._reader.tokens(Range(inside.end(), inside.end() + 2))
        token = behind[-1] if behind and self._view[inside.end() : inside.end() + 1] == " " else None
        ended = token is None or english.END.match(self._view, inside.end(), furthest)
        if ended or token is None:
            return False
        return grammar.is_noun(token) or (grammar.is_preposition(token) and not is_day(token.nbor(1)))

    def _row_end(self, start: int, end: int, furthest: int) -> int | None:
        """Return where a row ends of what somebody is the head of: "chair of the parks <and leisure committee>"."""
        named = english.ROW_NAMED.match(self._view, end, furthest)
        if named is not None and named["kind"] in source_nouns().organization:  # "of a design and arts firm, Norlys"
            bodies = self._reader.names_in(Range(named.end(), named.end() + 1))
            if bodies and bodies[0].start == named.end() and WHOLE_ROW.decides(named.span()):
                return bodies[0].span.end
        row = english.ROW.match(self._view, end, furthest)
        if row is None or not english.FIELD.search(self._view, start, end):
            return None
        tokens = self._reader.tokens(Range(*row.span()))
        others = any(is_role(t) or grammar.is_finite(t) or t.lower_ in POSSESSIVE_DETERMINERS for t in tokens)
        others |= row[0].startswith(english.AND_BESIDE)  # "governor of Norland<, and> Marsh"
        return row.end() if not others and WHOLE_ROW.decides(row.span()) else None

    def _is_cut(self, tokens: list[Token], stop: re.Match[str], furthest: int) -> bool:
        """Whether more of a phrase stands behind where it was left: what is joined to it, or what a preposition has."""
        if tokens and _goes_on(tokens[-1], stop[0]):
            return True
        joined = self._joined(stop, furthest) if stop[0] == english.JOINING_LAST else None
        if joined is None or joined[0] not in tokens or not grammar.is_noun(joined[1]):
            return False
        first, other = joined
        if self._is_somebody(other):  # "lawyer for <Jo Marsh> and Pat Hale"
            return self._is_somebody(first) and grammar.preposition_of(first) in tokens
        doing = grammar.may_be_plural(other) and other.nbor(-1).lower_ == AND  # "a poet and <lives> there"
        return not (doing or says_who(other))


def _goes_on(last: Token, behind: str) -> bool:
    """Whether a phrase cannot end at a word: a preposition or article, or a possessive before a mark: "Dolen's <“>"."""
    ties = grammar.is_preposition(last) or grammar.is_determiner(last)
    return (ties and ends_no_role(last)) or (grammar.is_possessive_ending(last) and behind[0] in english.MARKS)
