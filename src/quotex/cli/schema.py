"""``quotex schema``: the contract of the records, for other programs."""

from __future__ import annotations

import json


def schema() -> None:
    """Print the JSON Schema of a record: an article's extraction, or its failure."""
    from pydantic import TypeAdapter  # noqa: PLC0415  (the work starts here)
    from pydantic.json_schema import GenerateJsonSchema  # noqa: PLC0415

    from quotex.contract.records import SCHEMA, Extraction, Failure  # noqa: PLC0415

    adapter: TypeAdapter[Extraction | Failure] = TypeAdapter(Extraction | Failure)
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": SCHEMA}
    print(json.dumps(head | adapter.json_schema(mode="serialization"), indent=2, ensure_ascii=False))
