"""Why somebody is not named, and that no more was told, as it is written."""

from __future__ import annotations

import pytest

from quotex.english.anonymity import GROUND


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (
            "said an aide, speaking on condition of anonymity because the talks are secret.",
            "on condition of anonymity because the talks are secret",
        ),
        ("under the condition that she not be named, an aide", "under the condition that she not be named"),
        ("a clerk who asked not to be identified said", "asked not to be identified said"),
        ("a clerk who declined to be named.", "declined to be named"),
        ("a docker who requested anonymity for fear of his boss.", "requested anonymity for fear of his boss"),
        ("who was not authorised to speak publicly, said", "was not authorised to speak publicly"),
        ("who wasn’t allowed to discuss the case.", "wasn’t allowed to discuss the case"),
        ("a clerk who asked that her name not be used.", "asked that her name not be used"),
        ("a clerk who did not want his name printed.", "did not want his name printed"),
        ("two clerks who were granted anonymity to speak freely.", "were granted anonymity to speak freely"),
        ("a clerk who spoke to the Herald anonymously, said", "spoke to the Herald anonymously"),
        ("a clerk who declined to give her last name.", "declined to give her last name"),
        ("a clerk who would not give his name.", "would not give his name"),
        ("a girl who cannot be named for legal reasons.", "cannot be named for legal reasons"),
        ("a clerk whom the Herald is not naming.", "is not naming"),
        ("a clerk who did not give her phone away", None),
        ("a clerk who did not want his boat used", None),
        ("a man who asked to be heard said", None),
        ("the crew were allowed to speak", None),
        ("under the condition of the bridge", None),
    ],
)
def test_the_ground(text: str, ground: str | None) -> None:
    match = GROUND.search(text)
    assert (match and match.group()) == ground
