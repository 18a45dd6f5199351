"""Texts that are not English are told of, and not read unless one wants them to be."""

from __future__ import annotations

import pytest

from quotex.contract.records import WarningCode
from quotex.pipeline.extractor import Extractor
from quotex.pipeline.language import other_language
from quotex.pipeline.settings import Language

GERMAN = (
    "Der Bürgermeister von Hafenstadt hat am Montag gesagt, dass die Brücke noch in diesem Jahr wieder geöffnet wird. "
    "„Wir haben lange darauf gewartet“, sagte er, und er wolle nun mit dem Land sprechen, damit es nicht noch einmal "
    "so lange dauert. Sie kostet 300 Euro."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "German"),
        (
            "Le maire de la ville a déclaré lundi que le pont serait rouvert avant la fin de l’année. Les travaux ont "
            "duré plus longtemps que prévu, parce que l’argent manquait, et il veut parler avec la région pour que "
            "cela ne se reproduise pas.",
            "French",
        ),
        ("Мэр города сказал в понедельник, что мост откроют до конца года.", "Cyrillic script"),
        ("The mayor said on Monday that the bridge would open before the end of the year. " * 3, None),
        ("Orrin: Stahl 7, Moss 6, Reed 8. Kell: Prosser 5, Lund 6, Vester 4. Referee: A. Brandt. " * 4, None),
        ("Ja, das ist gut.", None),
        ("\\u201cWe go,\\u201d said Ada Brook. " * 10, None),
        ("â€œWe wonâ€™t go,â€\x9d said RenÃ© NÃºÃ±ez. " * 10, None),
    ],
)
def test_a_language_is_told(text: str, language: str | None) -> None:
    assert other_language(text) == language


def test_another_language_is_read_only_where_that_is_asked_for(extractor: Extractor) -> None:
    found = extractor.extract(GERMAN)
    assert (found.quotes, found.claims) == ((), ())
    assert [(w.code, "German" in w.message) for w in found.warnings] == [(WarningCode.OTHER_LANGUAGE, True)]
    again = Extractor(language=Language.ANY).extract(GERMAN)
    assert WarningCode.OTHER_LANGUAGE in {w.code for w in again.warnings}
    assert again.quantities
