"""Lines to try, of every command: shown by ``--help`` and in the manual page."""

from __future__ import annotations

EXAMPLES = {
    "quotex": ("quotex demo", "quotex extract article.txt"),
    "extract": (
        "quotex extract article.txt",
        "quotex extract article.txt --brief --top 5",
        "quotex extract article.txt -f html -o report.html",
        "quotex extract news/ -o news.jsonl",
        "quotex extract news.csv --text-field body -o quotes.csv",
        "pdftotext paper.pdf - | quotex extract -f table",
    ),
    "demo": ("quotex demo", "quotex demo --brief --top 3"),
    "convert": (
        "quotex convert news.jsonl -f html -o report",
        "quotex convert news.jsonl -o news.csv",
    ),
    "corpus": ("quotex corpus news.jsonl -o news.db --report report",),
    "validate": ("quotex validate news.jsonl", "quotex validate a.json --text a.txt"),
    "evaluate": ("quotex evaluate gold.jsonl found.jsonl",),
    "import": ("quotex import export.json --from labelstudio",),
    "schema": ("quotex schema > quotex.schema.json",),
    "serve": ("quotex serve", "quotex serve --port 8080 -j 4"),
    "man": ("quotex man > quotex.1 && man ./quotex.1",),
}


def shown(command: str) -> str:
    """Return a command's examples as the foot of its help, lines unbroken."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in EXAMPLES[command])
