"""`gampgen schema`: the JSON Schemas of what gampgen writes."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from gampgen.cli import console, options


class SchemaName(StrEnum):
    """The documents that have a schema."""

    SUITE = "suite"
    AUDIT = "audit"
    SEAL = "seal"
    EXPLAIN = "explain"
    PARSE = "parse"


def schema(
    name: Annotated[SchemaName, typer.Argument(metavar="NAME", help="suite, audit, seal, explain or parse.")],
    debug: options.Debug = False,
) -> None:
    """Print the JSON Schema of an output, generated from the very models that write it.

    Example: gampgen schema suite
    """
    with console.failures_told(debug=debug):
        from pydantic import BaseModel

        from gampgen.audit.record import AuditRecord, Seal
        from gampgen.domain.suite import OQTestSuite
        from gampgen.pipeline.explain import Explanation
        from gampgen.pipeline.parse import ParseReport

        models: dict[SchemaName, type[BaseModel]] = {
            SchemaName.SUITE: OQTestSuite,
            SchemaName.AUDIT: AuditRecord,
            SchemaName.SEAL: Seal,
            SchemaName.EXPLAIN: Explanation,
            SchemaName.PARSE: ParseReport,
        }
        drawn = models[name].model_json_schema(mode="serialization")
        console.result(json.dumps(drawn, indent=2, ensure_ascii=False))
