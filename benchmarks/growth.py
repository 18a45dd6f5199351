"""How time and memory grow with the length of texts of some sixty kinds of nastiness.

    python benchmarks/growth.py [KIND]... [--sizes 10000 100000 1000000] [--limit 600]

Each kind is done in a process of its own, size after size. Printed: seconds of CPU for each size, in brackets without
those of the parse and the tagger's network; the exponent from the first size to the last without these two (1: linear);
and the most memory in use. What a kind is not done with in the seconds of the limit is given up.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

_PEOPLE = ("Ada Brook", "Tom Reed", "Mira Dolan", "Jo Marsh", "Lena Fox", "Omar Said", "Ivan Petrov", "Kim Lee")


def _names(i: int) -> str:
    return f"{_PEOPLE[i % 8].split()[0]} {chr(65 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)}son"


KINDS: dict[str, str | Callable[[int], str]] = {
    "news": "“We go,” said Ada Brook, the engineer. The council spent 4.2 million crowns in May 2019.\n\n",
    "figures": "5 percent ",
    "money ranges": "$5 million to $6 ",
    "market list": lambda i: f"Company {i} rose {i % 7}.{i % 10} percent to {i} pence, ",
    "bare numbers": lambda i: f"{i} ",
    "number words": "two hundred and ",
    "tens": "tens of thousands of ",
    "fractions": "two and a half ",
    "hedges": "more than about nearly ",
    "units": "kilometres per hour ",
    "dates": "on 5 May 2019 and ",
    "years": "1999-2003, ",
    "times": "at 5.30 p.m. ",
    "yesterday": "yesterday ",
    "months": "May ",
    "names": lambda i: f"{_names(i)} ",
    "one name": "Ada Brook ",
    "one surname": lambda i: f"{_names(i).split()[1]} {_names(i * 7)[:3]} Lee ",
    "names that speak": lambda i: f"“No,” said {_names(i)}. ",
    "namesakes": lambda i: f"“No,” said {_names(i).split()[1]} Brook. “Yes,” said Brook. ",
    "first names": lambda i: f"“No,” said {_names(i)}. “Yes,” said {_names(i).split()[0]}. ",
    "one speaker": "“No,” said Ada Brook. “Yes,” said Mrs Brook. ",
    "particles": "Ada van der ",
    "names in a row": lambda i: f"{_names(i)}, ",
    "roles": "the senior US state department official ",
    "titles": "Mr. Dr. Sir President Senator ",
    "offices": lambda i: f"{_names(i)}, the mayor of {_names(i + 7)}, said so. ",
    "pronouns": "he she they it who ",
    "he said": "He said she said they said it. ",
    "possessives": "his mother's brother's wife's ",
    "initials": "A. B. C. ",
    "capitals": "THE MAYOR SAID ",
    "headlines": lambda i: f"Mayor says no to bridge {i}\n",
    "commas": ", ",
    "full stops": ". ",
    "dashes": "– ",
    "colons": "BROOK: No. ",
    "brackets": "(so he said ",
    "straight marks": '"',
    "opening marks": "“",
    "closing marks": "” ",
    "single marks": "'It’s ‘ ",
    "marks of all kinds": "\"' “a” « b »",
    "quotations in a row": "“We go.” ",
    "never closed": "“We go on and on. ",
    "paragraphs that resume": "“We go on and on.\n\n",
    "cues": "said told asked denied ",
    "that": "that the mayor said that ",
    "according to": "according to the council ",
    "one paragraph": "The council met and said that the bridge would stay closed until the spring of 2020. ",
    "one sentence": "and the bridge was closed and the council met ",
    "one long word": "x",
    "hyphens": "well-known-",
    "tabs": "\t",
    "line ends": "\n",
    "blanks": "a  ",
    "one-letter words": "a b c ",
    "combining marks": "e\u0301",
    "faces": "🙂",
    "another script": "市長は橋を閉めると言った。",
    "not": "not never no ",
    "if": "if the council would ",
    "places": "in Paris, in Rome, in Port Ellery, ",
    "notices": "Have you been affected? Email us.\n",
    "lists of links": "Most read stories\n\nPort is shut\n\n",
    "mojibake": "â€œWe wonâ€™t go,â€\x9d said RenÃ© NÃºÃ±ez. ",
    "entities": "&ldquo;We go,&rdquo; said Ada&nbsp;Brook of Reed &amp; Sons. ",
    "escapes": "\\u201cWe go,\\u201d said Ada Brook. ",
    "glued": 'The plan is safe."We tested it," he said.Others disagreed.',
    "lost marks": "?We go,? said Ada Brook. \ufffdNo,\ufffd she said. ",
    "stamps": "09:12 The port is shut\nThe mayor said that it was the storm.\n\n",
    "quoted mail": "> We go, said Ada Brook,\n>> who runs the port.\n",
    "wrapped lines": "The mayor said on Monday that the port is to be shut until the \nspring of next year, ",
    "signed": lambda i: f"“We go.”\n{_names(i)}, mayor\n\n",
    "posts": lambda i: f"We go.\nWe all go.\n\n— {_names(i)} (@ada) May 4, 2025\n\n",
    "letters": "Dear Ada,\nWe go. Do you?\nTired in Vint\n\n",
    "items": lambda i: f"{i + 1}. The port is shut. The company said so.\n\n",
    "quoted lines": "“We go.”\n",
    "lines of a letter": "a\n",
    "interview": lambda i: f"{_names(i)}: We go.\n\nReporter: Why?\n\n",
    "described": lambda i: f"The {_names(i).split()[1].lower()} board said no. {_names(i).split()[1]} Ltd said yes. ",
    "datelines": "LONDON (Reuters) – \n",
    "labels": "BROOK:\n",
    "charges": "• Murder of Ada Brook\n",
    "directions": "\u202aa\u202bb\u202c\u2066c\u2069 ",
    "flags": "🇬🇧🇫🇷",
    "half entities": "&am &ld &# \\u12 ",
    "the same claim": "The council spent 4,200 crowns on the bridge in May. ",
}
"""What is repeated, or what makes the next piece of its number."""


def text_of(kind: str, length: int) -> str:
    """Make a text of so many characters."""
    piece = KINDS[kind]
    if isinstance(piece, str):
        return (piece * (length // len(piece) + 1))[:length]
    made, size, i = [], 0, 0
    while size < length:
        made.append(piece(i))
        size += len(made[-1])
        i += 1
    return "".join(made)[:length]


def _measure(kind: str, sizes: list[int]) -> None:
    """Extract from one text after another; print seconds of CPU, those of parse and network, and megabytes at most."""
    import quotex  # noqa: PLC0415
    from quotex.pipeline import extractor as module  # noqa: PLC0415
    from quotex.pipeline.settings import Language  # noqa: PLC0415
    from quotex.quotes import tagger  # noqa: PLC0415

    extractor = quotex.Extractor(language=Language.ANY)
    extractor.extract(text_of("news", 2000))  # loads what is loaded when first asked for
    gc.freeze()  # as a worker does
    others = 0.0

    def timed(of: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            nonlocal others
            began = time.process_time()
            try:
                return of(*arguments, **named)
            finally:
                others += time.process_time() - began

        return run

    for owner, name in ((module, "parse_view"), (tagger.Tagger, "tag")):
        setattr(owner, name, timed(getattr(owner, name)))
    for size in sizes:
        others = 0.0
        began = time.process_time()
        extractor.extract(text_of(kind, size))
        whole = time.process_time() - began
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"whole": whole, "others": others, "megabytes": megabytes}), flush=True)


def main() -> None:
    """Measure kind after kind, and print a line of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--limit", type=float, default=600.0)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        _measure(options.kinds[0], options.sizes)
        return
    sizes = sorted(options.sizes)
    for kind in options.kinds or KINDS:
        command = [sys.executable, __file__, kind, "--sizes", *map(str, sizes), "--one"]
        try:
            done = subprocess.run(command, stdout=subprocess.PIPE, timeout=options.limit, check=True).stdout
        except subprocess.TimeoutExpired as error:
            done = error.stdout or b""
        found = [(size, json.loads(line)) for size, line in zip(sizes, done.splitlines(), strict=False)]
        print(_line(kind, found, sizes), flush=True)


def _line(kind: str, found: list[tuple[int, dict[str, float]]], sizes: list[int]) -> str:
    own = [max(1e-3, one["whole"] - one["others"]) for _, one in found]
    cells = [f"{one['whole']:.2f} ({mine:.2f})" for (_, one), mine in zip(found, own, strict=True)]
    cells += ["given up"] * (len(sizes) - len(found))
    exponent = math.log(own[-1] / own[0]) / math.log(found[-1][0] / found[0][0]) if len(found) > 1 else math.nan
    return " | ".join([kind, *cells, f"{exponent:.2f}", f"{found[-1][1]['megabytes']:.0f} MB" if found else ""])


if __name__ == "__main__":
    main()
