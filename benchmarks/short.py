"""Short texts of all kinds of pieces through the library: records that contradict neither the text nor themselves.

    python benchmarks/short.py [--count 1000000] [--seconds 3600] [--seed 1] [--wild]

A text is one to eight pieces at random: sentences with names and figures, marks of every shape, stamps, turns, seams
and damages, and single characters of any script. One in ten goes alone, the others as the paragraphs of one article,
which takes half the time; where that breaks something, each of them alone. Printed: texts, records, the slowest; those
that break something are told in full, to be tried again. With ``--wild``, tagger and parser throw dice (``wild.py``).
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice

import quotex
import wild
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
    "T\nHE port is shut. ",
    "“W\ne go,” said Brook. ",
    "> We go, said Brook,\n>> who runs it.\n> No.\n",
    "On 3 May, Ada Brook wrote:\n> It is shut.\n",
    "# Storm\n\n- a quay\n- **a pier**\n",
    "---\ntitle: Storm\ndate: 2031-05-02\n---\n",
    "1. We go.\n\n2. We stay.\n\n3. No one said so.\n\n",
    "» Read more » City » Council\n",
    "“No” ?he said?. It?s ?late,? she added. ",
    "â€œWe wonâ€™t,â€\x9d said RenÃ©e. ",
    "he BBC said that it was late. \n\n— Ada Brook (@ada) May 4, 2025\n",
    "“We go.”   \n   Ada Brook,\nmayor of Vint\n",
    "&amp;ldquo;No&amp;rdquo; &#150; &nbsp;he said\u2014 ",
    "up 5-6pc to ½m² (±3°C), v. 1,200.5 bn, ",
)
_SINGLE = "\"'“”‘’«»„‚‹›`´…–—-,.;:!?()[]{}<>$€£%°/\\|@#*_~^&+=0123456789 \t\r\n\u00a0\u200b\u2028\u202e\x00\ufeff\ufffd"

_TOGETHER = 10


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
    parser.add_argument("--wild", action="store_true")
    options = parser.parse_args()
    extractor = wild.extractor(options.seed, _PIECES) if options.wild else quotex.Extractor()
    tally = Counter[str]()
    slowest, began, made = 0.0, time.monotonic(), texts(options.seed)
    while tally["texts"] < options.count and time.monotonic() - began < options.seconds:
        several = list(islice(made, _TOGETHER))
        for text in (several[0], "\n\n".join(several[1:])):
            start = time.process_time()
            broken = _broken(extractor, text, tally)
            slowest = max(slowest, time.process_time() - start)
            if broken:
                alone = [told for one in several if (told := _broken(extractor, one, Counter()))]
                tally["broken"] += len(alone) or 1
                print("\n".join(alone or [broken]), flush=True)
        tally["texts"] += len(several)
        if tally["texts"] % 1000 == 0:
            print(_line(tally, slowest), file=sys.stderr, flush=True)
    print(_line(tally, slowest), f"{tally['texts'] / time.process_time():.0f} texts a second of the processor")
    raise SystemExit(int(tally["broken"] > 0))


def _broken(extractor: quotex.Extractor, text: str, tally: Counter[str]) -> str | None:
    """Extract from a text, count its records, and say what is wrong with them."""
    try:
        extraction = extractor.extract(text)
        what = problem(extraction, mend_surrogates(text).text)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
    else:
        for kind in ("quotes", "claims", "quantities"):
            tally[kind] += len(getattr(extraction, kind))
    return f"{what}: {text!r}"[:5000] if what else None


def _line(tally: Counter[str], slowest: float) -> str:
    return f"{dict(tally)} slowest {slowest:.2f} s"


if __name__ == "__main__":
    main()
