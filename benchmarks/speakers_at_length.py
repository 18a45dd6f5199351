"""Time who-is-who on a short text and on a very long one with thousands of names: it has to grow with the length alone.

    python benchmarks/speakers_at_length.py [--words 200000] [--names 5000]

Both texts are made of sentences in which invented people speak, are called by their surnames, and by pronouns. CPU time
of :func:`quotex.speakers.resolve`, and of the parse with it.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from itertools import islice, product

from spacy.language import Language

from quotex.contract.records import QuoteType
from quotex.parse.model import load_model, parse_view
from quotex.parse.tokens import TokenIndex
from quotex.quotes import Quotation
from quotex.speakers import resolve
from quotex.text import Range, analyze

_GIVEN = ("Mira", "Jonas", "Petra", "Olaf", "Greta", "Anton", "Lena", "Marek", "Ilse", "Bruno", "Tessa", "Viktor")
_PARTS = ("Bar", "Dor", "Fen", "Gal", "Hol", "Kar", "Lun", "Mar", "Nor", "Pel", "Ros", "Tar", "Vel", "Wes", "Zan")
_VOWELS = ("", "a", "e", "i", "o")
_ENDS = ("berg", "dal", "ford", "holm", "ick", "land", "low", "man", "ner", "quist", "sen", "son", "strom", "ton")
_TAILS = ("", "er", "in", "ek", "au")


def main() -> None:
    """Time both, and print words a second and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--names", type=int, default=5_000)
    options = parser.parse_args()
    nlp = load_model()
    _rate(nlp, 2_000, 50)  # warm
    short, long = _rate(nlp, 2_000, 50), _rate(nlp, options.words, options.names)
    for what, few, many in zip(("resolving alone", "with the parse"), short, long, strict=True):
        print(f"{what}: 2,000 words {few:,.0f}/s; {options.words:,} words {many:,.0f}/s; ratio {few / many:.2f}")


def _rate(nlp: Language, words: int, names: int) -> tuple[float, float]:
    text = _text(words, names)
    layout = analyze(text)
    began = time.process_time()
    doc = parse_view(nlp, layout)
    parsing = time.process_time() - began
    quotations = [
        Quotation(
            content=(Range(*m.span(3)),), cue=Range(*m.span(2)), source=Range(*m.span(1)), type=QuoteType.INDIRECT
        )
        for m in re.finditer(r"([A-Z]\w+(?: \w+)?|She|He) (said) (that the \w+ would \w+)", text)
    ]
    start = time.process_time()
    resolve(layout, TokenIndex(doc), quotations)
    resolving = time.process_time() - start
    count = len(text.split())
    return count / resolving, count / (parsing + resolving)


def _text(words: int, names: int) -> str:
    dice = random.Random(1)
    family = ("".join(parts) for parts in product(_PARTS, _VOWELS, _ENDS, _TAILS))
    people = [f"{dice.choice(_GIVEN)} {name}" for name in islice(family, names)]
    sentences: list[str] = []
    count = 0
    while count < words:
        person = dice.choice(people)
        surname = person.split()[1]
        what = dice.choice(["quay would close", "bridge would open", "harbour would grow", "council would pay"])
        sentences.append(f"{person} said that the {what} in the spring, after a long debate in the old town hall.")
        sentences.append(f"{surname} said that the {what}. {dice.choice(['She', 'He'])} said that the {what} too.\n")
        count += 38
    return " ".join(sentences)


if __name__ == "__main__":
    main()
