"""Which language a text is in, where it is not English: by its commonest words, as spaCy lists them, or its letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from runpy import run_path

from quotex.text import mend

_LANGUAGES = {
    "af": "Afrikaans", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fi": "Finnish", "fr": "French", "ga": "Irish", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "lt": "Lithuanian", "lv": "Latvian",
    "nb": "Norwegian", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "sk": "Slovak",
    "sl": "Slovenian", "sq": "Albanian", "sv": "Swedish", "tl": "Tagalog", "tr": "Turkish", "vi": "Vietnamese",
}  # fmt: skip
"""Those that are written with Latin letters and whose common words spaCy lists."""
_ENGLISH = "en"
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
"""Characters that are looked at."""
_FEWEST = 30
"""Words that a language can be told by, and letters that a script can."""
_COMMON = 0.2
"""Share of common words from which on a text is in a language; of English news about .45."""
_CLEARLY = 1.5
"""How many times as many as English ones there must be."""


def other_language(text: str) -> str | None:
    """Name the language of a text's beginning, or the script of its letters; None: English, or not to be told."""
    sample = text[:_SAMPLE]
    return _told(sample) and _told(mend(sample).text)  # characters that were damaged look like those of others


def _told(text: str) -> str | None:
    words = [word.lower() for word in _WORD.findall(text)]
    letters = "".join(words)
    if len(letters) >= _FEWEST and sum(char < "\u0250" for char in letters) < len(letters) / 2:
        return _script(letters)
    english = _share(words, _ENGLISH)
    if len(words) < _FEWEST or english >= _COMMON:
        return None
    shares = {name: _share(words, code) for code, name in _LANGUAGES.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= max(_COMMON, _CLEARLY * english) else None


def _script(letters: str) -> str:
    """The script of most letters, as Unicode calls it ("Cyrillic script")."""
    names = Counter(unicodedata.name(char, "UNKNOWN").split()[0] for char in letters)
    return f"{names.most_common(1)[0][0].capitalize()} script"


def _share(words: Sequence[str], code: str) -> float:
    return sum(word in _common_words(code) for word in words) / max(1, len(words))


@cache
def _common_words(code: str) -> frozenset[str]:
    # Run by its path: imported, each language would bring its tokenizer along, two seconds of them in all.
    return frozenset(run_path(str(files("spacy") / "lang" / code / "stop_words.py"))["STOP_WORDS"])
