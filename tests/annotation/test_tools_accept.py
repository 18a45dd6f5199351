"""What is written is read by each tool's own reader, or keeps to its published form."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from invented import TEXT, extraction
from quotex.annotation import brat, labelstudio, web
from quotex.annotation.graph import Label, Relation
from quotex.writing.jsonld import document

# https://brat.nlplab.org/standoff.html
STANDOFF = {
    "T": re.compile(r"T\d+\t\w+ \d+ \d+(;\d+ \d+)*\t[^\t\n]+"),
    "R": re.compile(r"R\d+\t\w+ Arg1:T\d+ Arg2:T\d+"),
    "A": re.compile(r"A\d+\t\w+ T\d+ [\w-]+"),
    "#": re.compile(r"#\d+\tAnnotatorNotes T\d+\t[^\t\n]+"),
}

ANNO = {  # of http://www.w3.org/ns/anno.jsonld, the terms in use here
    "@version": 1.1,
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "tagging": "oa:tagging",
    "linking": "oa:linking",
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "format": "dc:format",
    "value": "rdf:value",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
}


def test_brat_lines_are_of_its_grammar_and_words_stand_at_their_offsets() -> None:
    files = brat.write(extraction(), TEXT)
    lines = files.annotations.splitlines()
    assert {line[0] for line in lines} == set(STANDOFF)
    for line in lines:
        assert STANDOFF[line[0]].fullmatch(line), line
    ids = [line.split("\t")[0] for line in lines]
    assert len(ids) == len(set(ids))
    for line in (line for line in lines if line.startswith("T")):
        _, place, words = line.split("\t")
        fragments = [tuple(map(int, pair.split())) for pair in place.split(" ", 1)[1].split(";")]
        assert words == " ".join(files.text[start:end] for start, end in fragments)


def test_brat_is_told_of_every_type_it_meets() -> None:
    sections = re.split(r"(?m)^\[(\w+)\]$", brat.configuration()["annotation.conf"])
    known = {name: body.split("\n") for name, body in zip(sections[1::2], sections[2::2], strict=True)}
    assert set(known) == {"entities", "relations", "events", "attributes"}
    lines = brat.write(extraction(), TEXT).annotations.splitlines()
    for prefix, section in (("T", "entities"), ("R", "relations"), ("A", "attributes")):
        types = {line.split("\t")[1].split(" ")[0] for line in lines if line.startswith(prefix)}
        assert types <= {line.split("\t")[0] for line in known[section]}


def test_label_studio_tasks_fit_the_interface() -> None:
    interface = ElementTree.fromstring(labelstudio.interface())
    controls = {tag.get("name"): tag for tag in interface.iter() if tag.get("toName") == "text"}
    relations = {tag.get("value") for tag in interface.iter("Relation")}
    (prediction,) = labelstudio.task(extraction(), TEXT)["predictions"]
    ids = {item["id"] for item in prediction["result"] if item["type"] == "labels"}
    for item in prediction["result"]:
        if item["type"] == "relation":
            assert {item["from_id"], item["to_id"]} <= ids
            assert set(item["labels"]) <= relations
            continue
        control, value = controls[item["from_name"]], item["value"]
        assert item["id"] in ids
        assert control.tag.lower() == item["type"]
        if item["type"] == "labels":
            assert value["text"] == TEXT[value["start"] : value["end"]]
        chosen = set(value.get("labels", ()) or value.get("choices", ()))
        assert chosen <= {tag.get("value") for tag in control}


def test_label_studio_sdk_accepts_interface_and_tasks() -> None:
    sdk = pytest.importorskip(
        "label_studio_sdk.label_interface", reason="label-studio-sdk is not installed (it is large)"
    )
    interface = sdk.LabelInterface(labelstudio.interface())
    task = labelstudio.task(extraction(), TEXT)
    interface.validate()
    assert interface.validate_task({"data": task["data"]})
    assert interface.validate_prediction(task["predictions"][0], return_errors=True) == []


def _expanded() -> list[Any]:
    from pyld import jsonld

    def load(url: str, options: object) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {
            "contextUrl": None,
            "documentUrl": url,
            "contentType": "application/ld+json",
            "document": {"@context": ANNO},
        }

    page = json.loads(json.dumps(web.page(extraction(), TEXT)))
    expanded: list[Any] = jsonld.expand(page, {"documentLoader": load})
    return expanded


def test_a_json_ld_reader_sees_web_annotations_with_both_selectors() -> None:
    oa = "http://www.w3.org/ns/oa#"
    (page,) = _expanded()
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert {item["@type"][0] for item in items} == {f"{oa}Annotation"}
    tags = [item for item in items if item[f"{oa}motivatedBy"] == [{"@id": f"{oa}tagging"}]]
    links = [item for item in items if item not in tags]
    assert {link["urn:quotex:relation"][0]["@value"] for link in links} <= set(Relation)
    known = {item["@id"] for item in tags}
    assert all({link[f"{oa}hasBody"][0]["@id"], link[f"{oa}hasTarget"][0]["@id"]} <= known for link in links)
    for tag in tags:
        assert tag[f"{oa}hasBody"][0]["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"] in set(Label)
        for target in tag[f"{oa}hasTarget"]:
            position, quote = target[f"{oa}hasSelector"]
            start, end = (position[f"{oa}{name}"][0]["@value"] for name in ("start", "end"))
            exact, prefix, suffix = (quote[f"{oa}{name}"][0]["@value"] for name in ("exact", "prefix", "suffix"))
            assert position["urn:quotex:unit"] == [{"@value": "codePoint"}]
            assert TEXT[start:end] == exact
            assert TEXT[:start].endswith(prefix)
            assert TEXT[end:].startswith(suffix)


def test_linked_data_are_schema_orgs_words_and_never_a_verdict() -> None:
    from rdflib import RDF, Graph
    from rdflib.namespace import SDO

    written = document(extraction()) | {"@context": {"@vocab": str(SDO)}}
    graph = Graph().parse(data=json.dumps(written), format="json-ld")
    types = set(graph.objects(predicate=RDF.type))
    used = types | {predicate for predicate in graph.predicates() if predicate != RDF.type}
    assert all(SDO[str(term).removeprefix(str(SDO))] == term for term in used)  # closed: an unknown term raises
    assert {SDO.Quotation, SDO.Claim, SDO.Person, SDO.NewsArticle} <= types
    assert SDO.ClaimReview not in types
    quotations = list(graph.subjects(RDF.type, SDO.Quotation))
    creators = [creator for quotation in quotations for creator in graph.objects(quotation, SDO.creator)]
    assert {str(name) for creator in creators for name in graph.objects(creator, SDO.name)} == {"Mira Dolan"}
    for claim in graph.subjects(RDF.type, SDO.Claim):
        assert graph.value(claim, SDO.appearance) is not None
        assert graph.value(claim, SDO.firstAppearance) in set(graph.objects(claim, SDO.appearance))


def test_claims_that_are_the_same_are_one_with_several_appearances() -> None:
    x = extraction().model_dump(mode="json")
    for claim in x["claims"]:
        claim["group"] = "g1"
    from quotex.contract.records import Extraction

    claims = [n for n in document(Extraction.model_validate(x))["@graph"] if n["@type"] == "Claim"]
    assert len(claims) == 1
    base = f"urn:sha256:{x['source']['sha256']}"
    assert claims[0]["appearance"] == [{"@id": f"{base}#q2"}, {"@id": base}]
    assert claims[0]["author"] == {"@id": f"{base}#s2"}
