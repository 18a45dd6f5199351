"""The whole extent of a body's name: where it begins and ends, whether some of it is missing, whether it is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english import roles as english
from quotex.english.closed import OF
from quotex.english.names import BINDING, INNER_CAPITAL, UNIVERSITY, is_participle_of_name, is_state
from quotex.english.people import name_words, source_nouns
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.naming.role_words import (
    adjoins,
    is_bare_kind,
    is_kind_of_body,
    is_portfolio,
    is_role,
    is_standing,
)
from quotex.naming.wholeness import WHOLE_BODY, Wholeness
from quotex.naming.words import singular
from quotex.parse import grammar
from quotex.parse.names import is_body, is_people, is_place
from quotex.parse.tokens import end_of, range_of
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

SURE_BODY = Rule(
    "speakers.sure-body", "capitals before an office name a body where they are known for one: its kind, letters"
)

_SHORTEST = 3  # characters of a body: fewer are cut off a rank
_OWN_ENDING = 2  # characters of "'s"
WIDEST = 160
"""Characters of a role: bounds the search."""


class BodyExtents:
    """Finds how far the names of bodies in one document reach.

    Args:
        view: of the article.
        tokens: those of a range of it.
        names_in: the names in one.
        identity_of: whose name one is.
    """

    def __init__(
        self,
        view: str,
        tokens: Callable[[Range], list[Token]],
        names_in: Callable[[Range], list[Name]],
        identity_of: Callable[[Name], Identity],
    ) -> None:
        self._view = view
        self._tokens = tokens
        self._names_in = names_in
        self._identity = identity_of
        self.wholeness = Wholeness(view, tokens, names_in, identity_of)
        self._small: frozenset[str] = frozenset()
        self._alone: dict[Identity, frozenset[tuple[str, ...]]] = {}

    def whole(self, body: Name, span: Range, noun: Token, bodies: list[Name]) -> Range | None:
        """Return the whole name of a body in a role, where it is sure to be whole."""
        start, end = self._own_start(body), self._office_start(body, noun)
        if end - start < _SHORTEST and not body.span.of(self._view).isupper():  # "Ch Insp"
            return None
        kind = self.kind_end(body, span.end) if end == body.span.end else 0
        if end < body.span.end:
            last = self.wholeness.token(end - 1)
            if not (self._view[start:end].isupper() or is_kind_of_body(last) or last.is_punct):
                return None
        elif kind > end:
            end = kind
        elif (owned := self._owned_end(body, span.end if body.start > noun.idx else noun.idx)) is not None:
            end = owned
        elif (gone := self._goes_on(body, span, noun)) is not None:
            end = gone
        else:
            return None
        start = self._opening(self._whole_start(body, Range(span.start, start), bodies), end)
        if end != kind and (bracket := self._view.find(" (", start, end)) > 0:
            end = bracket
        if not self.wholeness.is_whole(Range(start, end), span, noun):
            return None
        if body.start < noun.idx and not self._is_sure(body, Range(start, end), noun) and SURE_BODY.decides(body.span):
            return None
        if self._is_no_name(body, Range(start, end), span) and WHOLE_BODY.decides(span):
            return None
        if body.possessive and end == body.span.end and english.OWNS_NOTHING.match(self._view, end):
            end += _OWN_ENDING
        return Range(start, end)

    def _is_no_name(self, body: Name, found: Range, span: Range) -> bool:
        """Whether what is found names none: all of a role, a bare kind, a word that stands in small letters too."""
        if found == span or found != range_of(body.token):  # "Harlow Unionist Jo Marsh"
            return found == span
        self._small = self._small or frozenset(t.text for t in body.token.doc if t.is_lower)
        known = body.token.is_upper or body.words[0] in name_words().organizations.words
        return is_bare_kind(body.token) or (
            not known and body.words[0] in self._small
        )  # "director of <Space> in Harlow"

    def led(self, name: Name) -> Range | None:
        """Return the whole name of a body behind "from" or "who leads": "of Harlow <and Orrin Police>"."""
        furthest = len(self._view)
        end = self.joined_end(name.span.end, furthest) or self._owned_end(name, furthest)
        end = end or self.kind_end(name, furthest)
        found = Range(self._opening(name.span.start, end), end)
        if english.GOES_ON.match(self._view, end):  # "who runs <Open Quay> Norland"
            return None
        return found if self.wholeness.is_whole(found, found) else None

    def _opening(self, start: int, end: int) -> int:
        """Return where a body's name begins with what stands before it: "<47th> Brigade", "<Harker & >Sons"."""
        firm = (english.ROW_BEFORE,) * ("&" in self._view[start:end])
        for opening in (english.ORDINAL_BEFORE, english.SAINT_BEFORE, english.OWNERS_BEFORE, *firm):
            before = opening.search(self._view, max(0, start - WIDEST), start)
            if before and not grammar.opens_sentence(self.wholeness.token(before.start())):
                return before.start()
        return start

    def _owned_end(self, name: Name, furthest: int) -> int | None:
        """Return where what is a body's, ends: "St Mary<'s Hospital>", "Institute of Ports <of Dolen>"."""
        if owned := english.OWNED_WHOLE.match(self._view, name.span.end, furthest):
            if furthest == len(self._view):
                return owned.end()
            tokens = [t for t in self._tokens(Range(*owned.span())) if not is_role(t)]
            one = any(is_kind_of_body(t) for t in tokens) and end_of(tokens[-1]) == owned.end()
            one = one and not self.wholeness.is_noun_behind(owned.end())  # "the Norlys<'s West Bank> bureau"
            return owned.end() if one else None
        of = english.OF_BEHIND.match(self._view, name.span.end, furthest) if OF in name.words else None
        whose = self._names_in(Range(of.end() - 1, of.end())) if of else []
        bodies = (n for n in whose if (n.is_place or self._identity(n).is_body) and not is_people(n.token))
        return next((n.span.end for n in bodies if not n.possessive), None)

    def joined_end(self, end: int, furthest: int) -> int | None:
        """Return where a body's name ends that goes on behind "and": "Northern Health <and Social Care Trust>"."""
        joined = english.JOINED.match(self._view, end, furthest)
        if joined is None or not end:
            return None
        before, *_, kind = self._tokens(Range(end - 1, joined.end()))
        headed = english.HEADED.search(self._view, max(0, end - WIDEST), end)  # "Institute of Allergy <and Diseases>,"
        if headed and is_kind_of_body(self._tokens(Range(*headed.span("kind")))[0]):
            names = self._names_in(Range(*joined.span()))
            one = joined.end() == furthest or english.ENDS_ROW.match(self._view, joined.end()) is not None
            one = one and all(n.is_place or self._identity(n).is_body for n in names)
            one = one and not (
                joined["row"] and is_kind_of_body(kind) and not is_portfolio(kind)
            )  # "<, and Orrin Bank>"
        else:
            kind_named = is_kind_of_body(kind) or (kind.is_upper and len(kind) > 1 and kind.i > before.i + 2)
            one = before.is_title and kind_named and not is_kind_of_body(before)
            seated = english.SEATED.search(self._view, max(0, end - WIDEST), end)  # "MP for Dolen <and Orrin>"
            one |= seated is not None and seated["seat"].lower() in name_words().postnominals.seats
            one = (one and not joined["row"]) or (joined["firm"] is not None and before.text[:1].isupper())
        if not one or not WHOLE_BODY.decides(joined.span()):
            return None
        of = english.OF_CAPITALS.match(self._view, joined.end(), furthest)  # "and Orrin Chamber< of Trade>"
        return of.end() if of else joined.end()

    def kind_end(self, body: Name, furthest: int) -> int:
        """Return where a body's name ends with what kind it is, in small letters: "Harlow <council>"."""
        kind = english.KIND_BEHIND.match(self._view, body.span.end, furthest)
        kinds = name_words().organizations.words
        if kind and self._is_kind(kind[1]) and (len(body.words) == 1 or body.words[-1] not in kinds):
            more = english.KIND_BEHIND.match(self._view, kind.end(), furthest)  # "Harlow assembly <group>"
            return more.end() if more and more[1] in source_nouns().organization else kind.end()
        if bracketed := english.BRACKETED_KIND.match(self._view, body.span.end, furthest):
            return bracketed.end() if bracketed["kind"].lower() in kinds else body.span.end
        kind = english.SORT_BEHIND.match(self._view, body.span.end, furthest)
        if kind is None or kind[1] not in source_nouns().named_by_owner:
            return body.span.end
        more = english.KIND_BEHIND.match(self._view, kind.end(), furthest)  # "Harlow military <administration>"
        return more.end() if more and more[1] in kinds | source_nouns().organization else kind.end()

    def _goes_on(self, body: Name, span: Range, noun: Token) -> int | None:
        """Return where capitals behind a body's name end that are of it; None: more follow, and it is cut."""
        end = body.span.end
        party = english.PARTY_BEHIND.match(self._view, end, span.end)  # "<Harlow> Conservative councillor"
        if party is not None and party[1].lower() in name_words().peoples.words and WHOLE_BODY.decides(span):
            return None
        more = english.GOES_ON.match(self._view, end, span.end)
        while more is not None and (self.wholeness.is_no_title(more.end()) or self._is_kind_of_several(more.end())):
            end, more = more.end(), english.GOES_ON.match(self._view, more.end(), span.end)
        if english.REGION.match(self._view, body.span.end + 1, end):
            end = body.span.end  # "<Ports Department> Middle East envoy"
        cut = more is not None and body.start > noun.idx and WHOLE_BODY.decides(span)
        return None if cut else end  # "chair of the <Harlow> Democrats"

    def _own_start(self, body: Name) -> int:
        """Return where a body's name begins, behind whose people it is, and how somebody holds the office."""
        text = body.span.of(self._view)
        if told := next((w for w in text.split(" ")[:-1] if is_participle_of_name(w.lower())), None):
            return body.span.start + text.index(told) + len(told) + 1  # "<Dolen-based> Harbour Board"
        opening = body.words[0] in name_words().standings.words or english.WHEN.fullmatch(body.words[0]) is not None
        if len(body.words) > 1 and opening:  # "<Acting> Harbour Board director", "<Earlier> NPU leader"
            return next(t.idx for t in self._tokens(body.span)[1:])
        first = self.wholeness.token(body.span.start)
        telling = grammar.is_present_participle(first) or grammar.is_adjectival(first)
        if len(body.words) > 1 and body.token.is_upper and telling and grammar.opens_sentence(first):
            return body.token.idx  # "<Surging> NPU candidate"
        if len(body.words) > 1 and body.words[0] in name_words().peoples.words:  # "<Russian> UN ambassador"
            return next((t.idx for t in self._tokens(body.span)[1:2] if t.is_upper), body.span.start)
        return body.span.start

    def _whole_start(self, body: Name, before: Range, bodies: list[Name]) -> int:
        """Return where a body's name begins: with what has a capital before it, and with whose it is."""
        start = before.end
        tokens = [t for t in self._tokens(before) if end_of(t) < start]
        headed = body.words[0] in name_words().organizations.words and OF in body.words  # "<European> Union of Rowers"
        while tokens and tokens[-1].text[:1].isupper() and adjoins(tokens[-1], tokens[-1].nbor(1)):
            if _tells_who(tokens[-1]) and not (headed and tokens[-1].lower_ in name_words().peoples.words):
                break
            start = tokens.pop().idx
        named = (n for n in bodies if n.possessive and not is_state(n.span.of(self._view)))
        owners = (n for n in named if english.OWNS.fullmatch(self._view, n.span.end, start))
        start = next((n.span.start for n in owners), start)
        owned = english.OWNED_BEFORE.search(self._view, before.start, start)
        if owned is None or len(body.words) > 1 or " " in owned[0].rstrip() or is_state(owned[0][: -_OWN_ENDING - 1]):
            return start
        return owned.start()  # "Gino's <Tailoring>"

    def _office_start(self, body: Name, noun: Token) -> int:
        """Return where a body's name ends before the words of an office: "<Norlys> Chief Financial Officer"."""
        last, end = body.token, body.span.end
        if end + 1 != noun.idx or body.possessive:
            return end
        while last.idx > body.span.start and last.lower_ in name_words().standings.opening:
            last = last.nbor(-1)
            end = end_of(last)
        named = self._tokens(Range(body.span.start, end))
        sides = name_words().sides.words
        if len(named) > 1 and named[0].is_upper and all(is_place(t) or t.lower_ in sides for t in named[1:]):
            return end_of(named[0])  # "<NPU> South Dolen MP"
        kind = next((t for t in reversed(named[:-1]) if is_kind_of_body(t)), None)
        field = Range(end_of(kind) + 1, end) if kind and kind.lower_ != UNIVERSITY else Range(end, end)
        where = english.REGION.match(self._view, *field) or all(map(is_place, self._tokens(field)))
        return end_of(kind) if kind and field.start < end and where else end  # "Ports Department <West Africa> envoy"

    def _is_sure(self, body: Name, whole: Range, noun: Token) -> bool:
        """Whether capitals before an office are known for a body's whole name, and are not what it is for."""
        kinds = name_words().organizations
        if len(body.words) == 1 and not (body.possessive or body.token.is_upper):
            return english.REGIONAL.match(self._view, whole.end) is None and self._is_known(body, noun)
        if not name_words().standings.below.isdisjoint(whole.of(self._view).lower().split()[1:]):
            return False  # "<Labour's Shadow Commons> leader"
        if body.possessive or len(body.words) == 1 or whole.of(self._view) != body.span.of(self._view):
            return True
        if body.words[-1] in kinds.seated and body.words not in self._standing_alone(body):
            return False  # "<Dolen East Senedd> member"
        telling = kinds.words | name_words().parties.words | (kinds.last - name_words().portfolios.words)
        telling |= source_nouns().organization - source_nouns().place
        told = body.token.is_upper or not BINDING.isdisjoint(body.words)
        told |= not telling.isdisjoint([body.words[-1], singular(body.token)])
        return told or singular(noun) in source_nouns().of_teams or body.words in self._standing_alone(body)

    def _is_known(self, body: Name, noun: Token) -> bool:
        """Whether one word with a capital before an office is known for a body's name: not "<Jesuit> priest".

        By its kind, by the tagger at any place of it, by what else speaks for it, or by the noun: firms have a CEO.
        """
        word, nouns, identity = body.words[0], source_nouns(), self._identity(body)
        if word in name_words().standings.opening:
            return False  # "<Supreme> Leader"
        kinds = name_words().organizations.words | name_words().parties.words
        of_bodies = nouns.of_firms | nouns.of_teams | nouns.behind_bodies | nouns.speaking
        told = INNER_CAPITAL.fullmatch(body.token.text) is not None
        told |= not grammar.is_adjectival(body.token) and (identity.evidence < 0 or singular(noun) in of_bodies)
        return word in kinds or told or any(is_body(n.token) for n in identity.names)

    def _standing_alone(self, body: Name) -> frozenset[tuple[str, ...]]:
        """Return the words by which a body is called where no office stands behind the name."""
        identity = self._identity(body)
        if identity not in self._alone:
            behind = ((n, n.token.nbor(1) if n.token.i + 1 < len(n.token.doc) else n.token) for n in identity.names)
            free = (
                n.words for n, token in behind if token is n.token or not (is_role(token) or grammar.is_noun(token))
            )
            self._alone[identity] = frozenset(free)
        return self._alone[identity]

    @staticmethod
    def _is_kind(noun: str) -> bool:
        """Whether a noun in small letters says what kind of body one is, and not what it is about: "business"."""
        kinds = name_words().organizations.words & source_nouns().organization
        return noun in kinds and noun not in name_words().portfolios.words

    def _is_kind_of_several(self, end: int) -> bool:
        """Whether a word is a plural that ends bodies' names: "Breakfast <Brothers>", "Orrin <Partners>"."""
        token = self._tokens(Range(end - 1, end))[0]
        return token.lower_ in name_words().organizations.words and token.lower_ != singular(token)


def _tells_who(token: Token) -> bool:
    """Whether a word with a capital before a body's name is none of it: a role, a people, one that opens a sentence."""
    several = grammar.is_plural(token) and not grammar.opens_sentence(token)  # "charity <Girls> Helping Girls"
    told = (is_role(token) and not several) or grammar.is_determiner(token) or grammar.opens_sentence(token)
    return told or is_standing(token) or token.lower_ in name_words().peoples.words | name_words().portfolios.words
