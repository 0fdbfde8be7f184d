"""Suite to the import formats of other programs, and findings to what build servers read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gampgen.errors import UsageError

if TYPE_CHECKING:  # the command line asks for the names alone
    from gampgen.exporting.interface import Exporter

_BY_PROFILE = ("xray-csv", "alm", "zephyr", "csv")
BY_MAPPING = "mapping"


def format_names() -> tuple[str, ...]:
    """Every name that `--to` takes."""
    return (
        "xray-csv", "xray-json", "azure", "testrail", "alm", "qtest", "zephyr", "gherkin", "robot", "reqif", "junit",
        "csv", BY_MAPPING,
    )  # fmt: skip


def exporter(name: str, profile: str | None = None) -> Exporter:
    """The exporter of a format; for "mapping", that of the profile: a shipped one's name or a .yaml file.

    Raises:
        UsageError: there is no such format or profile, or a profile is given where none is used.
    """
    from gampgen.exporting.mapped import mapped  # noqa: PLC0415 - YAML is read only when an export is made
    from gampgen.exporting.profile import profile_of, shipped_profile, shipped_profiles  # noqa: PLC0415 - as above

    if name == BY_MAPPING:
        if profile is None:
            known = ", ".join(shipped_profiles())
            raise UsageError("--to mapping needs a profile", hint=f"Add --profile with a .yaml file or one of {known}")
        return mapped(profile_of(profile))
    if profile is not None:
        raise UsageError(f"--to {name} takes no profile", hint="Use --to mapping --profile …")
    if name in _BY_PROFILE:
        return mapped(shipped_profile(name))
    written = _written()
    if name not in written:
        raise UsageError(f"There is no export format {name!r}", hint=f"Use one of {', '.join(format_names())}")
    return written[name]


def _written() -> dict[str, Exporter]:
    from gampgen.exporting.azure import AZURE  # noqa: PLC0415 - only when an export is made
    from gampgen.exporting.gherkin import GHERKIN  # noqa: PLC0415 - as above
    from gampgen.exporting.junit import JUNIT  # noqa: PLC0415 - as above
    from gampgen.exporting.qtest import QTEST  # noqa: PLC0415 - as above
    from gampgen.exporting.reqif import REQIF  # noqa: PLC0415 - as above
    from gampgen.exporting.robot import ROBOT  # noqa: PLC0415 - as above
    from gampgen.exporting.testrail import TESTRAIL  # noqa: PLC0415 - as above
    from gampgen.exporting.xray import XRAY_JSON  # noqa: PLC0415 - as above

    return {one.name: one for one in (XRAY_JSON, AZURE, TESTRAIL, QTEST, GHERKIN, ROBOT, REQIF, JUNIT)}
