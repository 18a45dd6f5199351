"""One name written in two ways: misspelled, an alias that the article explains, a site's without its ending."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from quotex.contract.rules import Rule
from quotex.english.names import SITE_ENDING, spelling_keys
from quotex.english.naming_clauses import ALIAS
from quotex.english.people import fold, given_names, name_words
from quotex.naming.names import Name

MISSPELLED = Rule("naming.misspelled", "a name that differs by a letter from one given in full is that one, misspelled")
ALIASED = Rule("naming.aliased", "what somebody is also known as is their name too")
SHORTENED = Rule("naming.shortened", "Pat Marsh is Patrick Marsh, where an article has both")
SITE = Rule("naming.site", "a site is called by its name without the ending, too")

_SHORTEST = 2  # letters of a short given name at least, an initial being none

_Form = tuple[str, ...]


def with_variants(view: str, names: Sequence[Name]) -> list[Name]:
    """Give names that are misspelled, or aliases, the words of the name that they stand for.

    Args:
        view: of the article.
        names: of the article, in text order.

    Returns:
        All names; those whose words are now others keep the ones they are written in.
    """
    whole = {**dict(_misspelled(names)), **dict(_sites(view, names)), **dict(_aliases(view, names))}
    return [replace(n, words=whole[n.words], variant=n.words) if n.words in whole else n for n in names]


def _aliases(view: str, names: Sequence[Name]) -> Iterator[tuple[_Form, _Form]]:
    """Yield each alias with the name of who has it: "Jo Marsh, also known as Slim"."""
    for name, alias in pairwise(names):
        explained = ALIAS.fullmatch(view, name.span.end, alias.start) is not None
        in_full = len(name.words) > 1 or not given_names().is_known(alias.words[0])  # "Slim, aka Jo Marsh"
        if explained and name.words != alias.words and in_full and ALIASED.decides(alias.span):
            yield alias.words, name.words


def _sites(view: str, names: Sequence[Name]) -> Iterator[tuple[_Form, _Form]]:
    """Yield the names of sites without their endings: "Norrlys" of "Norrlys.org"."""
    sites: dict[str, _Form] = {}
    for name in names:
        ending = SITE_ENDING.search(view, *name.span)
        if ending is not None and len(name.words) == 1:
            sites[fold(view[name.span.start : ending.start()])] = name.words
    for name in names:
        if len(name.words) == 1 and name.words[0] in sites and SITE.decides(name.span):
            yield name.words, sites[name.words[0]]


def _misspelled(names: Sequence[Name]) -> Iterator[tuple[_Form, _Form]]:
    """Yield each form of a person's name that is misspelled, with the right one."""
    persons = Counter[_Form]()
    first: dict[_Form, Name] = {}
    for name in names:
        persons[name.words] += name.person - name.body
        first.setdefault(name.words, name)
    first = {form: name for form, name in first.items() if persons[form] > 0}
    often = Counter(word for name in names for word in name.words)
    full = [form for form in first if len(form) > 1]
    for form, right in (*_in_full(sorted(full, key=lambda f: (-often[f[-1]], first[f].span))), *_alone(first, often)):
        if MISSPELLED.decides(first[form].span):
            yield form, right
    for form, right in _shortened(full):
        if SHORTENED.decides(first[form].span):
            yield form, right


def _shortened(full: Sequence[_Form]) -> Iterator[tuple[_Form, _Form]]:
    """Yield names with a short given name: "Pat Marsh" of "Patrick Marsh", but "Erik Marsh" of no "Erika Marsh"."""
    suffixes, gender = name_words().suffixes.words, given_names().gender
    told = sorted((tuple(word for word in form[1:] if word not in suffixes), form[0], form) for form in full)
    for (surname, short, form), (other, whole, right) in pairwise(told):
        shortens = surname == other and whole.startswith(short) and len(whole) > len(short) + 1 > _SHORTEST
        if shortens and gender(short) in (None, gender(whole) or gender(short)):
            yield form, right


def _in_full(full: Sequence[_Form]) -> Iterator[tuple[_Form, _Form]]:
    """Yield what is misspelled among names of several words, the likely right ones first: one word is, no other."""
    known: dict[tuple[int, _Form, str], _Form] = {}
    for form in full:
        keys = [(i, form[:i] + form[i + 1 :], key) for i in range(len(form)) for key in spelling_keys(form[i])]
        right = next((known[key] for key in keys if key in known), None)
        if right is not None and not _are_two(form, right):
            yield form, right
        else:
            known |= {key: form for key in keys if key not in known}


def _alone(first: Mapping[_Form, Name], often: Counter[str]) -> Iterator[tuple[_Form, _Form]]:
    """Yield single words that are misspelled: in no full name, and nearly the same as one, which stands more often."""
    full = [form for form in first if len(form) > 1]
    parts = {word for form in full for word in form}
    known: dict[str, set[str]] = defaultdict(set)
    for word in {word for form in full for word in (form[0], form[-1])}:
        for key in spelling_keys(word):
            known[key].add(word)
    for form, name in first.items():
        word = form[0]
        if len(form) > 1 or word in parts or (word in given_names() and not name.titles):
            continue
        alike = {other for key in spelling_keys(word) for other in known.get(key, ()) if other[0] == word[0]}
        if len(alike) == 1 and often[word] < often[right := alike.pop()]:
            yield form, (right,)


def _are_two(form: _Form, other: _Form) -> bool:
    """Whether two persons have these names: the words that differ are given names both, or begin otherwise."""
    one, another = next((a, b) for a, b in zip(form, other, strict=True) if a != b)
    return one[0] != another[0] or (given_names().is_known(one) and given_names().is_known(another))
