"""Parses made by hand: what a rule is to read, whatever a model would make of the words."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc
from spacy.vocab import Vocab


@cache
def _vocab() -> Vocab:
    import spacy

    return spacy.blank("en").vocab


def parse(*rows: str) -> Doc:
    """Make a parse from one row a word: ``"word/TAG dep head"``, with a lemma and an entity where they matter.

    ``parse("Sales/NNS nsubj 1", "rose/VBD ROOT 1 lemma=rise", "in/IN prep 1", "Oslo/NNP pobj 2 ent=B-GPE")``. Heads
    count from 0. The part of speech follows from the tag; ``pos=`` overrides it. Words are set apart by blanks, but for
    a ``glued`` one, which has none before it.
    """
    cells = [row.split() for row in rows]
    words, tags = zip(*(cell[0].rsplit("/", 1) for cell in cells), strict=True)
    notes = [dict(note.partition("=")[::2] for note in cell[3:]) for cell in cells]
    return Doc(
        _vocab(),
        words=list(words),
        spaces=[i + 1 < len(rows) and "glued" not in notes[i + 1] for i in range(len(rows))],
        tags=list(tags),
        pos=[note.get("pos") or _part_of_speech(tag) for note, tag in zip(notes, tags, strict=True)],
        deps=[cell[1] for cell in cells],
        heads=[int(cell[2]) for cell in cells],
        lemmas=[note.get("lemma") or word.lower() for note, word in zip(notes, words, strict=True)],
        ents=[note.get("ent", "O") for note in notes],
    )


def _part_of_speech(tag: str) -> str:
    parts = {
        "NNP": "PROPN", "NN": "NOUN", "VB": "VERB", "MD": "AUX", "JJ": "ADJ", "RB": "ADV", "RP": "ADP", "CD": "NUM",
        "IN": "ADP", "DT": "DET", "PRP$": "PRON", "PRP": "PRON", "WP": "PRON", "WDT": "PRON", "WRB": "SCONJ",
        "EX": "PRON", "CC": "CCONJ", "TO": "PART", "POS": "PART", "$": "SYM", "UH": "INTJ",
    }  # fmt: skip
    return next((part for start, part in parts.items() if tag.startswith(start)), "PUNCT")
