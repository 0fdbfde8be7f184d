"""What gampgen is made of: are the licences such as a firm can live with, and is any part known to be unsafe?

    python tools/supply_chain.py licences                     (with the Python of the environment that is looked at)
    python tools/supply_chain.py advisories PIP_AUDIT FILE    (FILE: the locked requirements)

Exit code 0: no objection; 1: an objection. `make supply-chain` runs both, and writes the bill of materials.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions

# What may be combined with Apache-2.0 and shipped by a firm without giving its own source away.
ALLOWED = {
    "0BSD", "AFL", "APACHE", "BSD", "CC0", "CNRI-PYTHON", "HPND", "ISC", "MIT", "MPL-2.0", "PSF", "UNLICENSE", "ZLIB",
}  # fmt: skip
# LGPL is well where the package is used unmodified and can be exchanged, which a Python package can.
UNMODIFIED = {"docxtpl": "LGPL-2.1-only"}
SPELLINGS = (
    (r"mozilla public license 2\.0.*|mpl-2\.0", "MPL-2.0"),
    (r"python software foundation.*|psfl?(-2\.0)?", "PSF"),
    (r"(the )?apache( software)?( license)?,?( version)?[ -]?(2(\.0)?)?", "APACHE"),
    (r"(the )?mit([ -]license|-0|-cmu)?( .*)?", "MIT"),
    (r"(new |modified )?bsd([ -][23])?([ -]clause)?( license)?|[23][ -]clause bsd( license)?", "BSD"),
    (r"isc( license)?( \(iscl\))?", "ISC"),
    (r"academic free license.*", "AFL"),
    (r"cc0-1\.0", "CC0"),
    (r"hpnd|historical permission.*", "HPND"),
    (r"zlib(/libpng)?( license)?", "ZLIB"),
    (r"the unlicense.*|unlicense", "UNLICENSE"),
)
OURSELVES = {"gampgen", "pip", "setuptools"}


def main() -> int:
    """Run what was asked for."""
    match sys.argv[1:]:
        case ["licences"]:
            return told("licences", list(licence_objections(distributions())))
        case ["advisories", program, requirements]:
            return advisories(program, requirements)
        case _:
            print(__doc__)
            return 2


def told(what: str, objections: list[str]) -> int:
    """Print the objections, or that there is none."""
    for objection in objections:
        print(f"{what}: {objection}")
    if not objections:
        print(f"{what}: nothing to object to")
    return 1 if objections else 0


def licence_objections(installed: object) -> Iterator[str]:
    """A line for each package whose licence is not allowed, or not stated in words that are known here."""
    for one in sorted(installed, key=lambda each: each.name.lower()):  # type: ignore[attr-defined]
        stated = licence_of(one)
        if one.name in OURSELVES or UNMODIFIED.get(one.name) == stated:
            continue
        if not is_allowed(stated):
            yield f"{one.name} {one.version}: {stated or 'states none'}"


def licence_of(one: Distribution) -> str:
    """The licence as the package states it: expression, else classifiers, else the first line of the free field."""
    expression = one.metadata.get("License-Expression")
    if expression:
        return str(expression)
    named = [line.split("::")[-1].strip() for line in one.metadata.get_all("Classifier") or [] if "License ::" in line]
    named = [name for name in named if name != "OSI Approved"]
    free = (one.metadata.get("License") or "").strip().splitlines()
    return " OR ".join(named) or (free[0].split(", dependency")[0] if free else "")


def is_allowed(stated: str) -> bool:
    """Whether one of the choices offered (OR) is allowed in all its parts (AND, comma)."""
    both = re.compile(r"\s+AND\s+|,(?!\s*version)\s*", re.IGNORECASE)
    return any(all(kind_of(part) in ALLOWED for part in both.split(choice)) for choice in re.split(r"\s+OR\s+", stated))


def kind_of(part: str) -> str:
    """The family of a licence; the words themselves where they are not known."""
    words = part.strip().lower()
    return next((kind for pattern, kind in SPELLINGS if re.fullmatch(pattern, words)), words.upper())


def advisories(program: str, requirements: str) -> int:
    """What is known against the locked packages. Where no list of advisories answers, that is said: no objection."""
    command = [program, "--requirement", requirements, "--require-hashes", "--disable-pip", "--format", "json"]
    done = subprocess.run([*command, "--progress-spinner", "off"], capture_output=True, text=True, check=False)  # noqa: S603 - the program that make installed
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except ValueError:
        last = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        print(f"advisories: NOT CHECKED, no list of advisories could be reached: {last}")
        return 0
    unknown = [one["name"] for one in packages if "skip_reason" in one]
    if unknown:
        print(
            f"advisories: NOT CHECKED for {len(unknown)} of {len(packages)} packages, which the index says nothing of"
        )
        if len(unknown) == len(packages):
            return 0
    known = [
        f"{one['name']} {one['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'no release'}"
        for one in packages
        for hole in one.get("vulns", ())
    ]
    return told("advisories", known)


if __name__ == "__main__":
    sys.exit(main())
