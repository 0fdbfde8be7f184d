"""Suites as exporters get them: the realistic one and one of hostile texts."""

from __future__ import annotations

import pytest
from tests.rendering.conftest import build, hostile_suite

from gampgen.exporting.content import ExportSuite, export_suite

FINISHED = "2026-03-02T10:15:30.000Z"


@pytest.fixture(params=["realistic", "hostile"])
def suite(request: pytest.FixtureRequest) -> ExportSuite:
    return export_suite(build() if request.param == "realistic" else hostile_suite(), "ab" * 32, FINISHED)


@pytest.fixture
def realistic() -> ExportSuite:
    return export_suite(build(), "ab" * 32, FINISHED)
