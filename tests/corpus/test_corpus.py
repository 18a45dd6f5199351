"""A corpus of invented articles: who is who, what is repeated, what disagrees, and the same bytes whatever happens."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from made_articles import Said, made
from quotex.contract.records import Extraction
from quotex.corpus import Options, Summary, build
from quotex.errors import InputError, OutputError

pytest.importorskip("rensa")

WAIT = "We will not wait for the council to find the money it has promised us"


def _write(path: Path, extractions: Iterable[Extraction]) -> Path:
    path.write_text("".join(f"{each.model_dump_json()}\n" for each in extractions), encoding="utf-8")
    return path


class _Corpus:
    def __init__(self, path: Path, summary: Summary) -> None:
        self.path, self.summary = path, summary

    def rows(self, sql: str, *values: object) -> list[Any]:
        with sqlite3.connect(self.path) as database:
            return database.execute(sql, values).fetchall()

    def identity(self, name: str) -> set[int]:
        sql = "SELECT o.identity FROM identity_of o JOIN speakers s ON s.id = o.speaker WHERE s.name = ?"
        return {row[0] for row in self.rows(sql, name)}


@pytest.fixture
def corpus(tmp_path: Path) -> Callable[..., _Corpus]:
    def make(*extractions: Extraction, options: Options | None = None) -> _Corpus:
        records = _write(tmp_path / "records.jsonl", extractions)
        return _Corpus(tmp_path / "corpus.db", build(records, tmp_path / "corpus.db", options))

    return make


def _dolan(id: str, *forms: str, name: str = "Mira Dolan", role: str | None = "harbour master") -> Extraction:
    return made(id, Said(name, f"Item {id} is on the list.", role, forms))


def test_a_short_form_is_joined_to_the_name_that_articles_use_it_for(corpus: Callable[..., _Corpus]) -> None:
    found = corpus(_dolan("a", "Dolan"), _dolan("b", "Dolan"), _dolan("c", name="Dolan"), _dolan("d", name="Mr Dolan"))
    assert len(found.identity("Mira Dolan") | found.identity("Dolan") | found.identity("Mr Dolan")) == 1
    assert found.rows("SELECT name, articles, quotations FROM who_is_quoted") == [("Mira Dolan", 4, 4)]
    ((confidence, evidence),) = found.rows("SELECT DISTINCT confidence, evidence FROM identity_of WHERE speaker = 3")
    assert 0.8 <= confidence < 1
    assert "short for Mira Dolan in 2 articles" in evidence


def test_a_short_form_that_two_names_share_stays_alone(corpus: Callable[..., _Corpus]) -> None:
    found = corpus(
        _dolan("a", "Dolan"),
        _dolan("b", "Dolan", name="Pieter Dolan", role="docker"),
        _dolan("c", name="Dolan", role=None),
    )
    assert len(found.identity("Mira Dolan") | found.identity("Pieter Dolan") | found.identity("Dolan")) == 3


def test_a_caption_glued_before_a_short_name_is_no_part_of_it(corpus: Callable[..., _Corpus]) -> None:
    usual = [_dolan(f"a{i}", "Dolan") for i in range(12)]
    glued = [_dolan("b", name="Grain Quay Fire Dolan", role=None), _dolan("c", name="Anna Quay Dolan", role=None)]
    found = corpus(*usual, *glued)
    assert found.identity("Grain Quay Fire Dolan") == found.identity("Mira Dolan")
    assert found.identity("Anna Quay Dolan") != found.identity("Mira Dolan")


def test_spellings_middle_names_and_initials(corpus: Callable[..., _Corpus]) -> None:
    union = Said("Harbour Safety Union", "Two.", forms=("HSU",), kind="organization")
    found = corpus(
        made(
            "a",
            Said("Oleksiy Varsky", "One.", "minister"),
            union,
        ),
        made("b", Said("Oleksiy Varskyy", "Three.", "minister"), Said("HSU", "Four.", kind="organization")),
        made("c", Said("Oleksiy P. Varskiy", "Five.", "minister")),
        made("d", Said("Oleksiy Varsky Jr", "Six.", "minister")),
    )
    varsky = found.identity("Oleksiy Varsky")
    assert varsky == found.identity("Oleksiy Varskyy") == found.identity("Oleksiy P. Varskiy")
    assert found.identity("Oleksiy Varsky Jr") != varsky
    assert found.identity("HSU") == found.identity("Harbour Safety Union")


def test_bodies_that_every_country_has_are_of_their_article(corpus: Callable[..., _Corpus]) -> None:
    ministry = Said("Ministry of Health", "The wards are full.", kind="organization")
    found = corpus(made("a", ministry), made("b", ministry))
    assert len(found.identity("Ministry of Health")) == 2


def test_namesakes_with_nothing_in_common_are_told_apart(corpus: Callable[..., _Corpus]) -> None:
    minister = [_dolan(id, name="John Carver", role="prime minister") for id in "abc"]
    found = corpus(*minister, _dolan("d", name="John Carver", role="father of one of the missing"))
    assert len(found.identity("John Carver")) == 2
    assert found.rows("SELECT evidence FROM identity_of WHERE speaker = 4") == [("another of this name: father",)]


def test_a_review_is_written_and_heeded(corpus: Callable[..., _Corpus], tmp_path: Path) -> None:
    review = tmp_path / "review.csv"
    articles = (_dolan("a", "Dolan"), _dolan("b", "Dolan"), _dolan("c", name="Dolan"))
    assert len(corpus(*articles, options=Options(review=review)).identity("Dolan")) == 1
    head, row = review.read_text().splitlines()
    assert head.startswith("decision,joined,form,name,confidence,evidence")
    assert row.startswith(",yes,Dolan,Mira Dolan,")
    review.write_text(f"{head}\r\napart{row}\r\nsame,yes,Somebody,Somebody Else,1.00,decided,1,1\r\n")
    found = corpus(*articles, options=Options(review=review))
    assert found.identity("Dolan") != found.identity("Mira Dolan")
    told = review.read_text().splitlines()
    assert told[1].startswith("apart,no,Dolan,Mira Dolan,")
    assert told[2].startswith("same,yes,Somebody,Somebody Else,")


def test_other_names_and_identifiers_come_from_the_users_file(corpus: Callable[..., _Corpus], tmp_path: Path) -> None:
    aliases = tmp_path / "aliases.csv"
    aliases.write_text("name,alias,wikidata\nMira Dolan,Iron Mira,Q42\n")
    found = corpus(_dolan("a"), _dolan("b", name="Iron Mira", role=None), options=Options(aliases=aliases))
    assert found.identity("Iron Mira") == found.identity("Mira Dolan")
    assert found.rows("SELECT name, wikidata FROM identities") == [("Mira Dolan", "Q42")]


def test_the_same_words_whole_cut_and_changed(corpus: Callable[..., _Corpus]) -> None:
    changed = WAIT.replace("promised us", "always promised us")
    found = corpus(
        made("a", Said("Mira Dolan", WAIT)),
        made("b", Said("Mira Dolan", WAIT.replace("We", "we") + ".")),
        made("c", Said("Mira Dolan", "not wait for the council to find the money")),
        made("d", Said("Mira Dolan", changed)),
        made("e", Said("Mira Dolan", "The quay is closed until the men have been found, all of them")),
    )
    assert found.rows("SELECT fullest, articles, exact, cut, changed FROM the_same_words") == [(changed, 4, 1, 1, 2)]
    shown = dict(found.rows("SELECT text, difference FROM what_differs"))
    assert shown[WAIT] == "We will not wait for the council to find the money it has [-always-] promised us"


def test_reported_speech_of_others_is_not_the_same_words(corpus: Callable[..., _Corpus]) -> None:
    words = "that the council would find the money for the new harbour by the spring"
    found = corpus(
        made("a", Said("Mira Dolan", words, type="indirect")), made("b", Said("Ilja Fenn", words, type="indirect"))
    )
    assert found.summary.repeated == 0


def test_a_copy_is_told_and_left_out_on_request(corpus: Callable[..., _Corpus]) -> None:
    said = [Said("Mira Dolan", f"{WAIT}, and number {i} of our long list is still open") for i in range(6)]
    first, copy = made("a", *said, published="2024-05-01"), made("b", *said[:5], published="2024-05-02")
    assert corpus(first, copy).rows("SELECT articles FROM who_is_quoted") == [(2,)]
    found = corpus(first, copy, options=Options(dedupe=True))
    assert found.rows("SELECT article, copy_of FROM copies") == [(2, 1)]
    assert found.rows("SELECT articles, quotations FROM who_is_quoted") == [(1, 6)]
    assert found.summary.copies == 1


def test_figures_of_one_thing_that_disagree(corpus: Callable[..., _Corpus]) -> None:
    def article(id: str, figure: str, value: float) -> Extraction:
        event = f"{figure} dockers were killed when the grain silo in Vellmar exploded on the western quay"
        return made(id, claims=[(event, f"{figure} dockers", value, "dockers")])

    strike = ("40 dockers went on strike in Ostrand over their pensions", "40 dockers", 40, "dockers")
    other = made("d", claims=[strike])
    found = corpus(article("a", "12", 12), article("b", "Fourteen", 14), other)
    assert found.rows("SELECT figure, other_figure FROM figures_that_disagree") == [("12 dockers", "Fourteen dockers")]
    assert corpus(article("a", "12", 12), article("b", "Twelve", 12), other).summary.disagreements == 0
    part = "The grain silo in Vellmar exploded on the western quay and men were killed, including 14 dockers"
    some = made("b", claims=[(part, "14 dockers", 14, "dockers")])
    assert corpus(article("a", "12", 12), some, other).summary.disagreements == 0
    whole = made("b", claims=[(part.replace("men were killed, including ", "killed "), "14 dockers", 14, "dockers")])
    assert corpus(article("a", "12", 12), whole, other).summary.disagreements == 1


def test_outlets_days_and_pronouns(corpus: Callable[..., _Corpus]) -> None:
    found = corpus(
        made("a", Said("Mira Dolan", "One two three."), published="2024-05-01", outlet="Ellery Post"),
        made("b", Said("Mira Dolan", "Four five."), published="2024-06-01", outlet="Vellmar Times"),
    )
    row = "SELECT articles, words, outlets, first_day, last_day FROM who_is_quoted"
    assert found.rows(row) == [(2, 5, 2, "2024-05-01", "2024-06-01")]
    assert found.rows("SELECT month, words FROM who_is_quoted_by_month") == [("2024-05", 3), ("2024-06", 2)]
    assert found.rows("SELECT outlet, named_share FROM named_and_unnamed") == [("Ellery Post", 1), ("Vellmar Times", 1)]


def _many(count: int) -> list[Extraction]:
    return [
        made(str(i), Said(f"Mira Dolan{i % 7}", f"{WAIT} {i}", "harbour master", ("Dolan",)), Said("Dolan", "Yes."))
        for i in range(count)
    ]


def test_the_file_is_sound(corpus: Callable[..., _Corpus]) -> None:
    found = corpus(*_many(20))
    assert found.rows("PRAGMA foreign_key_check") == []
    assert found.rows("PRAGMA integrity_check") == [("ok",)]
    assert found.rows("SELECT COUNT(*) FROM quotes_fts WHERE quotes_fts MATCH 'council'") == [(20,)]
    assert [path.name for path in found.path.parent.iterdir() if "unfinished" in path.name] == []


class _Killed(BaseException):
    pass


@pytest.mark.parametrize("at", ["reading", "copies", "identities", "repeated words", "disagreements", "views"])
def test_a_killed_run_goes_on_to_the_same_bytes(tmp_path: Path, at: str) -> None:
    records = _write(tmp_path / "records.jsonl", _many(450))
    build(records, tmp_path / "whole.db")

    def kill(what: str, count: int) -> None:
        if what == at:
            raise _Killed

    with pytest.raises(_Killed):
        build(records, tmp_path / "corpus.db", progress=kill)
    assert not (tmp_path / "corpus.db").exists()
    with pytest.raises(OutputError, match="--resume"):
        build(records, tmp_path / "corpus.db")
    build(records, tmp_path / "corpus.db", resume=True)
    assert (tmp_path / "corpus.db").read_bytes() == (tmp_path / "whole.db").read_bytes()


def test_another_run_is_not_gone_on_with(tmp_path: Path) -> None:
    records = _write(tmp_path / "records.jsonl", _many(3))
    (tmp_path / "corpus.db.unfinished").touch()
    build(records, tmp_path / "corpus.db", resume=True)

    def kill(what: str, count: int) -> None:
        raise _Killed

    with pytest.raises(_Killed):
        build(records, tmp_path / "corpus.db", progress=kill)
    with pytest.raises(OutputError, match="other records or options"):
        build(records, tmp_path / "corpus.db", Options(dedupe=True), resume=True)


def test_records_that_are_none_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text('{"no": "record"}\n')
    with pytest.raises(InputError, match="no records"):
        build(tmp_path / "records.jsonl", tmp_path / "corpus.db")
    assert [path.name for path in tmp_path.iterdir()] == ["records.jsonl"]
