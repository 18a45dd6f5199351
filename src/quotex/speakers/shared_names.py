"""Which of those who share a form of name it can mean, by what stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from quotex.contract.records import QuoteType
from quotex.contract.rules import Rule
from quotex.english.closed import COMPLEMENTIZER, JUNCTIONS
from quotex.english.deaths import is_told_dead
from quotex.english.names import is_of_generation, title_gender
from quotex.english.people import PRONOUN_GENDERS, Gender, folded_words, source_nouns
from quotex.naming.identities import TITLE_GENDER
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.parse import relations as rel
from quotex.parse.relations import stands_as
from quotex.parse.tokens import TokenIndex
from quotex.quotes import Quotation
from quotex.speakers.discourse import Discourse
from quotex.speakers.drafts import Role
from quotex.speakers.roles import RoleFinder

SAME_TITLE = Rule("speakers.same-title", "of two who share a name, Dr Marsh is the one who is called so elsewhere")
SAME_ROLE = Rule("speakers.same-role", "of two who share a name, Marsh, the mayor, is the one who was called the mayor")
KIN = Rule("speakers.kin-beside", "whoever is called a husband is not the woman of the same name")
CALLED_MRS = Rule(
    "speakers.called-mrs",
    "of two who share a name, Marsh is the one named first, not the other who is called Mrs Marsh",
)
DEAD = Rule("speakers.dead", "of two who share a name, the one who is told to have died is not the one who speaks")
GENERATION = Rule("speakers.generation", "the elder of two with one name is not the one called Jr.")
SAYS_OF_SELF = Rule("speakers.says-of-self", "of a man and a woman with one name, she says “she had left”")
HEARD_BEFORE = Rule("speakers.heard-before", "a bare name that speaks is his who has spoken, of two who share it")

_Fits = Callable[[Identity], bool]


class SharedNames:
    """Tells apart those of one document who share a form of name.

    Args:
        view: of the article.
        discourse: who is on the scene.
        roles: finds what is told around a name.
        tokens: of the parse.
        sources: the names that are sources, each with what it says.
    """

    def __init__(
        self, view: str, discourse: Discourse, roles: RoleFinder, tokens: TokenIndex, sources: Mapping[Name, Quotation]
    ) -> None:
        self._view = view
        self._discourse = discourse
        self._roles = roles
        self._tells_of = {name: _told_of(tokens, quotation) for name, quotation in sources.items()}

    def __contains__(self, name: Name) -> bool:
        """Whether a name is a source."""
        return name in self._tells_of

    def narrowed(self, name: Name, candidates: tuple[Identity, ...]) -> tuple[Identity, ...]:
        """Leave out whom a name cannot mean, of those who share it; a sign that fits none of them says nothing.

        None is left where who has spoken is another than who speaks of himself, and nobody can tell.
        """
        for rule, fits in self._signs(name, candidates):
            fitting = tuple(filter(fits, candidates))
            if 0 < len(fitting) < len(candidates) and rule.decides(name.span):
                candidates = fitting
        if name not in self or len(name.words) > 1:
            return candidates
        of_self, left = self._tells_of[name], set(candidates)
        others = {c for c in candidates if c.gender not in (None, of_self)} if of_self else set()
        if 0 < len(others) < len(candidates) and SAYS_OF_SELF.decides(name.span):
            left -= others
        heard = {c for c in candidates if self._discourse.has_spoken(self._discourse.entities.of(c))}
        if 0 < len(heard) < len(candidates) and HEARD_BEFORE.decides(name.span):
            left &= heard
        return tuple(c for c in candidates if c in left)

    def is_anothers(self, name: Name, identity: Identity) -> bool:
        """Whether a name is told to be a relative of the other sex than who bears it: "Dr Marsh, her husband"."""
        if len(name.words) > 1 or not identity.is_person or identity.gender is None:
            return False
        nouns = (noun for role in self._roles.find(name) for noun in role.nouns if noun in source_nouns().family)
        return any(source_nouns().noun_gender(n) not in (None, identity.gender) for n in nouns) and KIN.decides(
            name.span
        )

    def _signs(self, name: Name, candidates: tuple[Identity, ...]) -> Iterator[tuple[Rule, _Fits]]:
        if gender := title_gender(name.titles):
            yield TITLE_GENDER, lambda c: c.gender in (None, gender)
        elif name.titles:
            yield SAME_TITLE, lambda c: any(not set(name.titles).isdisjoint(n.titles) for n in c.names)
        elif len(name.words) == 1 and not _is_called_mrs(min(candidates, key=lambda c: c.names[0].span)):
            yield CALLED_MRS, lambda c: not _is_called_mrs(c)
        if called := _telling(self._roles.find(name)):
            yield SAME_ROLE, lambda c: called <= _telling(self._discourse.entities.of(c).roles)
        if name in self:
            yield DEAD, lambda c: not any(is_told_dead(self._view, n.start, n.end) for n in c.names)
        if len(name.words) == 1 and name.token.i:
            yield GENERATION, lambda c: is_of_generation(name.token.nbor(-1).lower_, c.fullest.words)


def _is_called_mrs(identity: Identity) -> bool:
    return any(len(name.words) == 1 and title_gender(name.titles) for name in identity.names)


def _telling(roles: Iterable[Role]) -> set[str]:
    return {word for role in roles for word in folded_words(role.words)} - JUNCTIONS


def _told_of(tokens: TokenIndex, quotation: Quotation) -> Gender | None:
    """Return the gender of "he" or "she" with which a quotation begins that is told without marks."""
    if quotation.type is not QuoteType.INDIRECT or not quotation.content:
        return None
    opening = [t for t in tokens.inside(*quotation.content[0]) if t.lower_ != COMPLEMENTIZER][:1]
    return PRONOUN_GENDERS.get(opening[0].lower_) if opening and stands_as(opening[0], rel.SUBJECT) else None
