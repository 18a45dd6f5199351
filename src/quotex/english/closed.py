"""Closed classes of English: the words of which no new ones are made, in small letters."""

from __future__ import annotations

__all__ = [
    "ARTICLES",
    "BY",
    "COUNTING",
    "DEFINITE",
    "DEFINITE_ARTICLE",
    "FEMININE",
    "FIRST_PERSON",
    "FIRST_PLURAL",
    "FIRST_SINGULAR",
    "FOR",
    "FROM",
    "INDEFINITE",
    "JUNCTIONS",
    "MASCULINE",
    "NEUTER",
    "OF",
    "PERSONAL",
    "PERSONAL_RELATIVE",
    "POSSESSIVE_DETERMINERS",
    "POSSESSIVE_ENDINGS",
    "PRONOUNS",
    "RELATIVE",
    "SECOND_PERSON",
    "THIRD_PLURAL",
]

FIRST_SINGULAR = frozenset(["i", "me", "my", "myself"])
FIRST_PLURAL = frozenset(["we", "us", "our", "ourselves"])
FIRST_PERSON = FIRST_SINGULAR | FIRST_PLURAL
SECOND_PERSON = frozenset(["you", "your", "yours", "yourself"])
MASCULINE = frozenset(["he", "him", "his", "himself"])
FEMININE = frozenset(["she", "her", "hers", "herself"])
PERSONAL = MASCULINE | FEMININE
"""Pronouns of the third person that are said of one person."""
NEUTER = frozenset(["it", "its", "itself"])
THIRD_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
PERSONAL_RELATIVE = "who"
"""The relative pronoun that is said of persons only."""
PRONOUNS = FIRST_PERSON | PERSONAL | NEUTER | THIRD_PLURAL | RELATIVE
"""Pronouns that can be the source of a quotation in the news; "you" is none."""

ARTICLES = frozenset(["the", "a", "an"])
DEFINITE = frozenset(["the", "this", "that", "these", "those"])
"""Determiners that point back to what is known."""
INDEFINITE = frozenset(["a", "an", "another", "one"])
"""Determiners that bring in somebody or something new."""
POSSESSIVE_ENDINGS = frozenset(["'s", "’s", "'", "’"])
COUNTING = frozenset(["these", "those", "many", "some", "several", "most"])
"""Determiners and quantifiers that say more than one."""
DEFINITE_ARTICLE = "the"
JUNCTIONS = frozenset(["of", "for", "on", "in", "at", "to", "and", "from", "with"])
"""Words by which a noun's phrase goes on behind it: "head of the bank"."""
POSSESSIVE_DETERMINERS = frozenset(["his", "her", "their", "its"])
"""Those of the third person."""
OF = "of"
FOR = "for"
FROM = "from"
BY = "by"
