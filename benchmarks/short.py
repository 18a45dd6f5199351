"""Short texts of all kinds of pieces through the library: records that contradict neither the text nor themselves.

    python benchmarks/short.py [--count 1000000] [--seconds 3600] [--seed 1]

A text is one to eight pieces at random: sentences with names and figures, marks of every shape, stamps, turns, seams
and damages, and single characters of any script. Printed: texts, records, the slowest; those that break something are
told in full, to be tried again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator

import quotex
from damage import misread
from growth import KINDS
from quotex.contract.records import Extraction, mismatches, read_record
from quotex.errors import RecordError
from quotex.reading.decoding import mend_surrogates

_PIECES = (
    "“The bridge is not safe,” said Ada Brook, the county engineer. ",
    "«We closed it in June, ”she added. ",
    "‘It’s late,’ he said. ",
    "According to the council, 4,200 people used the ferry in May. ",
    "Tom Reed denies that he knew. ",
    "“Nobody asked us “, insisted Reed. ",
    "Asked whether it was safe, Mr Reed would not say. ",
    "The £4.2bn plan, up from $5 million, was “a ruin”. ",
    "THEY PAID 5 MİLLİON AND KILLED ſıx ",
    "ORRIN FALLS (Reuters) – ",
    "Q: Why? A: Because it rained on 3/4/2019. ",
    "BROOK: No.\nREED: Yes.\n",
    "14:05 GMT\n",
    "the bridge.“We go,” said Brook.The mayor",
    "Ann Lee/Getty Images ",
    "Read more: Mayor says no\n",
    "&ldquo;No,&rdquo; &quot;yes&quot; &#8217; \\u201c \\n ",
    "well-\nknown, un\u00adhappy ",
)
_SINGLE = "\"'“”‘’«»„‚‹›`´…–—-,.;:!?()[]{}<>$€£%°/\\|@#*_~^&+=0123456789 \t\r\n\u00a0\u200b\u2028\u202e\x00\ufeff\ufffd"


def texts(seed: int) -> Iterator[str]:
    """Make texts without end."""
    dice = random.Random(seed)
    kinds = [piece if isinstance(piece, str) else piece(7) for piece in KINDS.values()]
    while True:
        text = "".join(_piece(dice, kinds) for _ in range(dice.randint(1, 8)))
        match dice.randrange(12):
            case 0:
                text = misread(mend_surrogates(text).text, "cp1252")
            case 1:
                text = "".join(char for char in text if not char.isspace())
            case 2:
                text = text.upper() if dice.random() < 0.5 else text.lower()
            case 3:
                cut = dice.randrange(len(text) + 1)
                text = text[cut:] + text[:cut]
        yield text


def _piece(dice: random.Random, kinds: list[str]) -> str:
    match dice.randrange(6):
        case 0 | 1:
            return dice.choice(_PIECES)
        case 2:
            return dice.choice(kinds) * dice.randint(1, 3)
        case 3:
            piece = dice.choice(_PIECES)
            return piece[dice.randrange(len(piece)) :]
        case 4:
            return "".join(dice.choice(_SINGLE) for _ in range(dice.randint(1, 6)))
        case _:
            return "".join(chr(dice.choice((dice.randrange(0x3000), dice.randrange(0x110000)))) for _ in range(3))


def problem(extraction: Extraction, text: str) -> str | None:
    """Say what is wrong with the records of a text, if anything."""
    if found := mismatches(extraction, text):
        return found[0]
    notices = [(notice.start, notice.end) for notice in extraction.boilerplate]
    starts = [q.spans[0].start for q in extraction.quotes] + [c.span.start for c in extraction.claims]
    if any(start <= at < end for at in starts for start, end in notices):
        return "a record that begins in a notice"
    try:
        same = read_record(extraction.model_dump_json()) == extraction
    except RecordError as error:
        return str(error)
    return None if same else "another record when it is read again"


def main() -> None:
    """Go through texts until there have been enough, or time is up; the exit code is 1 where one broke something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=3600.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    extractor, tally, slowest, end = quotex.Extractor(), Counter[str](), 0.0, time.monotonic() + options.seconds
    for text in texts(options.seed):
        began = time.process_time()
        try:
            extraction = extractor.extract(text)
            what = problem(extraction, mend_surrogates(text).text)
            for kind in ("quotes", "claims", "quantities"):
                tally[kind] += len(getattr(extraction, kind))
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
        slowest = max(slowest, time.process_time() - began)
        tally["texts"] += 1
        if what:
            tally["broken"] += 1
            print(f"{text!r}: {what}"[:2000], flush=True)
        if tally["texts"] % 1000 == 0:
            print(dict(tally), f"slowest {slowest:.2f} s", file=sys.stderr, flush=True)
        if tally["texts"] >= options.count or time.monotonic() > end:
            break
    print(dict(tally), f"slowest {slowest:.2f} s")
    raise SystemExit(int(tally["broken"] > 0))


if __name__ == "__main__":
    main()
