"""Names outside running text: where capitals say nothing, a form that names somebody elsewhere is one."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from quotex.contract.rules import Rule
from quotex.english.closed import DEFINITE_ARTICLE
from quotex.english.names import surname
from quotex.english.people import name_words, source_nouns
from quotex.naming.identity import Identity
from quotex.naming.names import Name, make_name
from quotex.naming.trimming import is_members, is_people_word
from quotex.naming.words import Word
from quotex.parse import names as recognised
from quotex.parse import relations as rel
from quotex.parse.grammar import is_plural, is_proper_noun
from quotex.parse.phrases import has_determiner
from quotex.parse.relations import stands_as
from quotex.parse.tokens import word_beside
from quotex.text import Layout, ParagraphKind

IN_HEADLINE = Rule("naming.in-headline", "capitals that say nothing hold a name where running text has the same")
COMMON_WORD = Rule("naming.common-word", "what the article has in small letters too is no short form in a headline")
MEMBERS = Rule("naming.members", "people are not short for the body whose name they end: the Guild of Chief Officers")
BARE_SUBJECT = Rule("naming.bare-subject", "a family name that is a noun too is one where it acts without a determiner")
CALLED_PAPER = Rule("naming.called-paper", "a newspaper is called by the last word of its name: the Star")
CALLED_CLUB = Rule("naming.called-club", "a club is called by the last word of its name: Rovers, of Harlow Rovers")

_LONGEST = 6  # words of a known form that is looked for in a headline: bounds the search

_Owners = Mapping[tuple[str, ...], Sequence[Identity]]


class Headlines:
    """Finds the known forms among the capitalised words outside running text.

    Args:
        layout: of the article.
        forms: what each form of a name found elsewhere can stand for.
        short: the short forms that the article gives in brackets.
    """

    def __init__(self, layout: Layout, forms: _Owners, short: Container[str]) -> None:
        self._layout = layout
        self._forms = forms
        self._short = short
        self._small: frozenset[str] | None = None

    def names(self, left: list[Word]) -> Iterator[tuple[Name, tuple[Identity, ...]]]:
        """Yield names where a form found elsewhere stands, each with those it can stand for."""
        i = 0
        while i < len(left):
            length, owners = self._longest_form(left, i)
            if owners:
                name = make_name(self._layout, left[i : i + length], [], plain=False)
                if IN_HEADLINE.decides(name.span):
                    yield name, owners
            i += max(1, length)

    def _longest_form(self, words: list[Word], i: int) -> tuple[int, tuple[Identity, ...]]:
        word, adjoining = words[i], 1
        while adjoining < _LONGEST and i + adjoining < len(words) and words[i + adjoining].binding == " ":
            adjoining += 1
        for length in range(adjoining, 0, -1):
            form = tuple(w.fold for w in words[i : i + length])
            owners = self._forms.get(form)
            family = length == 1 and self._is_surname(word, owners or ())
            told = family or (length == 1 and (_is_newspaper(word, owners or ()) or self._is_club(word, owners or ())))
            if length == 1 and (
                (form[0] in source_nouns().organization | source_nouns().document and not told)
                or (form[0] in name_words().organizations.words and not told)
                or is_people_word(word)
                or (is_members(word) and not (told or recognised.is_named(word.token)) and MEMBERS.decides(word.start))
                or not (word.can_be_name or told or self._is_short(word))
                or (self._is_common(word, owners or ()) and COMMON_WORD.decides(word.start))
            ):
                continue
            ends = any(form[0] in owner.ends for owner in owners or ())
            if owners and (length > 1 or ends or self._is_short(word)):
                return length, tuple(owners)
        return 0, ()

    def _is_short(self, word: Word) -> bool:
        """Whether a word is a short form that the article gives in brackets: "WHO"."""
        return word.token.is_upper and word.fold in self._short

    def _is_surname(self, word: Word, owners: Sequence[Identity]) -> bool:
        """Whether a word that could be another is a family name: "Page", "Swift", never written in small letters."""
        if word.token.is_stop or not any(o.is_person and surname(o.names[0].words) == word.fold for o in owners):
            return False
        return not self._has_small(word) or (self._stands_as_name(word) and BARE_SUBJECT.decides(word.start))

    def _is_club(self, word: Word, owners: Sequence[Identity]) -> bool:
        """Whether a word without a determiner is the last of a club's name: "<Rovers> said"."""
        ends = len(owners) == 1 and not owners[0].is_person and owners[0].names[0].words[1:] == (word.fold,)
        bodies = name_words().organizations
        called = ends and is_plural(word.token) and word.fold in bodies.words - bodies.doubtful
        return called and not (has_determiner(word.token) or self._has_small(word)) and CALLED_CLUB.decides(word.start)

    def _stands_as_name(self, word: Word) -> bool:
        """Whether a word does something, in running text, with no determiner: "Church said", but "the Church"."""
        paragraphs = self._layout.paragraphs
        running = not paragraphs or paragraphs[self._layout.paragraph_at(word.start)].kind is ParagraphKind.BODY
        bare = is_proper_noun(word.token) and not has_determiner(word.token)
        return running and bare and stands_as(word.token, rel.SUBJECT)

    def _is_common(self, word: Word, owners: Sequence[Identity]) -> bool:
        """Whether a word of nothing but longer names of bodies is one of the article's besides: "Grain (Exchange)"."""
        longer = bool(owners) and not any(o.is_person or o.has_word for o in owners)
        return longer and self._has_small(word)

    def _has_small(self, word: Word) -> bool:
        self._small = self._small or frozenset(token.text for token in word.token.doc)
        return word.fold in self._small


def _is_newspaper(word: Word, owners: Sequence[Identity]) -> bool:
    """Whether a word behind an article is what a newspaper is called by: "the <Star>" of "Morning Star"."""
    told = word_beside(word.token, -1) == DEFINITE_ARTICLE and word.fold in source_nouns().newspapers
    one = len(owners) == 1 and not owners[0].is_person and owners[0].names[0].words[-1] == word.fold
    return told and one and CALLED_PAPER.decides(word.start)
