"""Whether a body's name is whole where it stands: whether what is beside it may be more of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english import roles as english
from quotex.english.names import BINDING, is_state
from quotex.english.people import name_words, source_nouns
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.naming.role_words import adjoins, is_kind_of_body, is_role, may_open_name
from quotex.parse import grammar
from quotex.parse.names import is_named, is_person, is_place
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

WHOLE_BODY = Rule("speakers.role-of-whole-body", "a body's name in a role is whole")

_OWNER = 40  # characters back to whose what is named is
_ENDING = 4  # characters back to who owns what is named: those of a possessive's ending


class Wholeness:
    """Tells whether what stands beside the names of bodies in one document may be more of them.

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

    def is_whole(self, found: Range, within: Range, noun: Token | None = None) -> bool:
        """Whether nothing beside a body's name may be more of it, as far as capitals, names and the parse tell.

        Args:
            found: the name.
            within: the words that it was found in: behind them stands what is not of it.
            noun: that says what who is of the body is; None: there is none before the name.
        """
        behind = noun is None or found.start > noun.idx
        if noun is not None and not behind:
            within = Range(within.start, noun.idx)
        more = self._opens_before(found, within, behind) or self._goes_on_behind(found, within, behind)
        return not (more and WHOLE_BODY.decides(found))

    def _opens_before(self, found: Range, within: Range, behind: bool) -> bool:
        """Whether what stands before a name may be of it: "<Five Sisters> Zoo", "<Norland for> Clean Water"."""
        view, first = self._view, self.token(found.start)
        if view[found.start - 1 : found.start] in english.GLUES or self._is_owned(found):
            return True
        owner = english.OWNER_BEFORE.search(view, max(0, found.start - _OWNER), found.start)
        if (
            owner
            and is_kind_of_body(first)
            and not is_state(owner["owner"])
            and not is_place(self.token(owner.start()))
        ):
            return True  # "<King's> College"
        before = self._tokens(Range(within.start, found.start - 1)) if within.start + 1 < found.start else []
        told = before[-1] if before and " " not in found.of(view) and adjoins(before[-1], first) else None
        if told is not None and told.text[:1].isupper() and not grammar.is_determiner(told):
            kind = first.lower_ in name_words().organizations.words
            if kind or may_open_name(told):
                return True  # not "<The> Times newspaper"
        more = english.MORE_BEFORE.search(view, within.start, found.start)
        if more is None or more["kind"] in source_nouns().organization:
            return False  # "the Dolen group <Norlys>"
        if more["joined"] and behind:
            several = english.OPENS_JOINED.search(view, 0, more.start()) is not None
            if several and is_place(self.token(more.start())):  # "at <Dolen and> Orrin Chamber of Trade"
                return True
            return view.endswith(", ", 0, more.start())  # "Bread, Jam and <Tea>"
        several = more.start() > within.start and grammar.is_plural(self.token(more.start()))  # "<Friends> of the Sea"
        return several or more["number"] is not None or self.is_no_title(more.end("word"))

    def _goes_on_behind(self, found: Range, within: Range, behind: bool) -> bool:
        """Whether what stands behind a name may be of it: "Bread<, Jam and Tea>", "Harbours <in Action>"."""
        view, words = self._view, found.of(self._view).split()
        if english.GLUED_BEHIND.match(view, found.end):
            return True
        kinds = name_words().organizations.words
        kind = words[-1].lower() in kinds
        if self._is_topic_behind(found, kinds.isdisjoint(map(str.lower, words)), kind):
            return True
        placed = len(words) > 1 and is_place(self.token(found.end - 1))
        placed |= not (kind or BINDING.isdisjoint(words))
        if not kind and english.SCHEME_BEHIND.match(view, found.end):
            return True
        if placed and english.PART_BEHIND.match(view, found.end):
            return True  # "Union of Rowers <Dolen> branch"
        if row := english.WHOLE_ROW.match(view, found.end):
            others = [n for n in self._names_in(Range(found.end + 1, row.end() + 1)) if n.start >= found.end]
            if not (any(len(n.words) > 1 and is_person(n.token) for n in others) or self._is_office(row.start("last"))):
                return True
        if len(words) == 1 and kind and english.FIELD.match(view, found.end, within.end):
            return True  # "<Office> of the First Attorney"
        if not behind:
            named = english.OWNED_NAME.match(view, found.end, within.end)  # "<Pan>'s Maze director"
            place = named is not None and is_place(self.token(named.end() - 1))  # "the <OPQ>'s Norland editor"
            return named is not None and not place and self.is_no_title(named.end())
        owned = english.OWNED_WHOLE.match(view, found.end, within.end)  # "chef at <Dolen>'s Maze"
        of = len(words) == 1 or kind or not BINDING.isdisjoint(words)
        openings = (english.ROW_BEHIND, english.MORE_BEHIND) + (english.OF_BEHIND,) * of
        cut = any(opening.match(view, found.end, within.end) for opening in openings)
        return cut or (owned is not None and not self.is_noun_behind(owned.end()))

    def _is_topic_behind(self, found: Range, of_no_kind: bool, kind: bool) -> bool:
        """Whether a preposition goes on with a name, and opens no office, day or place: "Council <on Harbours>"."""
        topic = english.TOPIC_BEHIND.match(self._view, found.end)
        if topic is None or self._is_office(topic.end()):
            return False
        first = self.token(topic.end())
        if topic["where"]:
            return not (kind or is_named(first))
        return topic["what"] is None or not (of_no_kind or first.lower_ in source_nouns().platforms)

    def token(self, at: int) -> Token:
        """Return the token at an offset."""
        return self._tokens(Range(at, at + 1))[0]

    def is_noun_behind(self, end: int) -> bool:
        """Whether a noun in small letters, and for no person, goes on with a name."""
        return any(grammar.is_common_noun(t) and not is_role(t) for t in self._tokens(Range(end, end + 2)))

    def _is_office(self, at: int) -> bool:
        """Whether words with capitals are a role's, or a day: "head of Norlys and <Ports Minister> Jo Marsh"."""
        first = token = self.token(at)
        while not is_role(token) and token.text[:1].isupper() and token.whitespace_ and token.i + 1 < len(token.doc):
            token = token.nbor(1)
        return (is_role(token) and not grammar.is_plural(token)) or first.lower_ in name_words().calendar.words

    def _is_owned(self, found: Range) -> bool:
        """Whether somebody's name that tells whose a body is may be of its own: "<Pender's> Brewing Company"."""
        names = self._names_in(Range(max(0, found.start - _ENDING), found.start))
        owners = (n for n in names if english.OWNS.fullmatch(self._view, n.span.end, found.start) and not n.is_place)
        once = any(not self._identity(n).is_body and len(self._identity(n).names) == 1 for n in owners)
        ends = {self.token(found.start).lower_, self.token(found.end - 1).lower_}
        return once and not ends.isdisjoint(name_words().organizations.words - name_words().organizations.alone)

    def is_no_title(self, end: int) -> bool:
        """Whether the word that ends at an offset is neither an office nor what one is for."""
        token = self.token(end - 1)
        return not is_role(token) and token.lower_ not in name_words().titles.words | name_words().portfolios.words
