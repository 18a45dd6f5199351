"""Gather the English names of countries with their ISO 3166-1 codes.

    python -m training.countries > src/quotex/english/lexicons/countries.toml

They come from Unicode's CLDR as Babel brings it (Unicode License v3), with the names by which newspapers call some of
them. "Georgia" is left out: a state of another country has the name too.
"""

from __future__ import annotations

import re

from babel import Locale

_NOT_OF_ISO = re.compile("AC|CP|CQ|DG|EA|EU|EZ|IC|QO|TA|UN|XA|XB|XK|ZZ")
_AMBIGUOUS = frozenset(["GE"])
_ALSO = {
    "AE": ["UAE", "U.A.E."],
    "BA": ["Bosnia"],
    "CD": ["Democratic Republic of Congo", "DR Congo", "DRC"],
    "CI": ["Ivory Coast"],
    "CZ": ["Czech Republic"],
    "GB": ["Britain", "England", "Great Britain", "Northern Ireland", "Scotland", "U.K.", "UK", "Wales"],
    "HK": ["Hong Kong"],
    "MK": ["Macedonia"],
    "MM": ["Burma", "Myanmar"],
    "MO": ["Macao", "Macau"],
    "NL": ["Holland"],
    "PS": ["Gaza", "Gaza Strip", "Palestine", "West Bank"],
    "SZ": ["Swaziland"],
    "TL": ["East Timor"],
    "TR": ["Turkey"],
    "US": ["America", "U.S.", "US", "USA", "United States of America"],
    "VA": ["Vatican"],
}
_HEAD = """\
# Countries by ISO 3166-1 code, made by training/countries.py from Unicode's CLDR (see NOTICE).

"""


def gather() -> dict[str, list[str]]:
    """Return the names of each country, sorted by code."""
    names: dict[str, list[str]] = {}
    for code, name in sorted(Locale("en").territories.items()):
        if re.fullmatch("[A-Z]{2}", code) and not _NOT_OF_ISO.fullmatch(code) and code not in _AMBIGUOUS:
            plain = name.replace("&", "and").replace("St. ", "Saint ")
            names[code] = sorted({plain, *_ALSO.get(code, ())})
    return names


def main() -> None:
    """Print the list."""
    print(_HEAD + "[names]")
    for code, names in gather().items():
        listed = ", ".join(f'"{name}"' for name in names)
        print(f"{code} = [{listed}]")


if __name__ == "__main__":
    main()
