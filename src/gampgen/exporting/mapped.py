"""The exporter that a profile drives: a row for each step, test or requirement, columns as the profile says."""

from __future__ import annotations

from collections.abc import Iterator

from gampgen.exporting.content import Case, ExportSuite, RequirementLine, Run, Step
from gampgen.exporting.interface import Exported, Exporter
from gampgen.exporting.profile import Column, Profile, Rows
from gampgen.exporting.tables import Sheet, as_csv, as_workbook

NO_STEP = Step("", "", "", "", "", "", "")  # a test without steps still gets its row
Parts = dict[str, Run | Case | Step | RequirementLine]


def mapped(profile: Profile) -> Exporter:
    """The exporter of a profile."""

    def write(suite: ExportSuite, suffix: str) -> Exported:
        sheet = Sheet(profile.sheet, tuple(profile.columns), tuple(_rows(profile, suite)))
        notices = (*_told(profile), *_too_many(profile, suite))
        if suffix == "csv":
            return Exported(as_csv(sheet, for_people=profile.for_people), notices)
        content, cut = as_workbook((sheet,))
        return Exported(content, (*notices, *cut))

    return Exporter(profile.name, profile.about, profile.files, write)


def _told(profile: Profile) -> tuple[str, ...]:
    return (" ".join(profile.about.split()),) if profile.about else ()


def _too_many(profile: Profile, suite: ExportSuite) -> tuple[str, ...]:
    most = profile.most_tests
    if most is None or len(suite.cases) <= most:
        return ()
    return (f"{len(suite.cases)} tests: the program takes {most} at a time; split the file before you import it",)


def _rows(profile: Profile, suite: ExportSuite) -> Iterator[tuple[str, ...]]:
    if profile.rows is Rows.REQUIREMENT:
        for line in suite.requirements:
            yield _row(profile, {"run": suite.run, "requirement": line}, first=True)
        return
    for case in suite.cases:
        if profile.rows is Rows.TEST:
            yield _row(profile, {"run": suite.run, "test": case}, first=True)
            continue
        for at, step in enumerate(case.steps or (NO_STEP,)):
            yield _row(profile, {"run": suite.run, "test": case, "step": step}, first=at == 0)


def _row(profile: Profile, parts: Parts, *, first: bool) -> tuple[str, ...]:
    return tuple(
        _cell(profile, column, parts)
        if first or profile.repeat or heading in profile.every_row or _of_step(column)
        else ""
        for heading, column in profile.columns.items()
    )


def _of_step(column: str | Column) -> bool:
    return (column if isinstance(column, str) else column.value).startswith("step.")


def _cell(profile: Profile, column: str | Column, parts: Parts) -> str:
    given = Column(value=column) if isinstance(column, str) else column
    if not given.value:
        return given.text
    part, _, name = given.value.partition(".")
    held = getattr(parts[part], name)
    text = profile.separator.join(held) if isinstance(held, tuple) else str(held)
    return given.words.get(text, text)
