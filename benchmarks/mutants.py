"""Damaged files, by the thousand and format: does any end in a failure that gampgen did not raise on purpose?

    python benchmarks/mutants.py [--count 1000] [--formats docx pdf …] [--out mutants.md]

The mutator is the tests' own, seeded: bytes overwritten, cut out or repeated, numbers made long; in packages
also inside one part, its checksum made right again. A mutant that is read goes through recognition as well.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.readers.test_readers_mutation import (  # noqa: E402 - needs the path above
    changed,
    small_docx,
    small_xlsx,
    stored,
    with_changed_part,
)
from tests.readers.test_readers_mutation_tools import sample  # noqa: E402

from gampgen.errors import GampgenError, NoRequirementError  # noqa: E402
from gampgen.parsing.recognition import recognise  # noqa: E402
from gampgen.readers import read_source  # noqa: E402
from gampgen.readers.source import Source  # noqa: E402
from gampgen.settings import ReadSettings  # noqa: E402

MARKDOWN = """# URS Oven

| ID | Requirement | Prio |
|----|-------------|------|
| U-1 | The oven shall heat to **180 °C**. | H |
| U-2 | The oven shall stop when:<br>- the door opens | M |

- U-3: The oven shall log `t` every 10 s[^1]
  1. at the top
  2. at the door

[^1]: in the log
"""
TEXT = "URS OVEN\n\n1 SCOPE\n\nU-1 The oven shall heat.\n   a) to 180\n   b) to 200\nU-2\tLog\tH\nU-3\tStop\tM\n"
TABLE = 'ID;Requirement;Prio\nU-1;"The oven; shall heat";H\nU-2;"It shall say ""stop""";M\n'
PACKAGES = ("docx", "xlsx", "odt")
FORMATS = ("docx", "xlsx", "pdf", "odt", "html", "reqif", "sdoc", "md", "txt", "csv")


def original(kind: str, folder: Path) -> bytes:
    texts = {"md": MARKDOWN, "txt": TEXT, "csv": TABLE}
    if kind in texts:
        return texts[kind].encode()
    if kind in {"docx", "xlsx"}:
        return stored(small_docx(folder) if kind == "docx" else small_xlsx(folder))
    return sample(kind, folder)


def fate(kind: str, data: bytes) -> str:
    """ "read", "refused", or the name of a failure that was not raised on purpose."""
    source = Source(file_name=f"m.{kind}", suffix=f".{kind}", data=data, sha256="0" * 64)
    try:
        recognise(read_source(source, ReadSettings(allow_unread_pages=True)))
    except NoRequirementError:
        return "read"  # and found to hold no requirement
    except GampgenError as failure:
        return "refused" if failure.exit_code in {2, 3} and failure.title and failure.hint else repr(failure)
    except Exception as failure:  # noqa: BLE001 - what this benchmark looks for
        return f"{type(failure).__name__}: {failure}"
    return "read"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--formats", nargs="*", default=list(FORMATS))
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    lines = ["| format | mutants | read | refused | untyped |", "| --- | --- | --- | --- | --- |"]
    for kind in options.formats:
        fates: Counter[str] = Counter()
        with tempfile.TemporaryDirectory() as folder:
            data = original(kind, Path(folder))
        for seed in range(options.count):
            chance = random.Random(f"{kind} {seed}")  # noqa: S311 - repeatable on purpose
            inside = kind in PACKAGES and seed % 2
            fates[fate(kind, with_changed_part(data, chance) if inside else changed(data, chance))] += 1
        untyped = {name: count for name, count in fates.items() if name not in {"read", "refused"}}
        counts = (options.count, fates["read"], fates["refused"], sum(untyped.values()))
        lines.append(f"| {kind} | " + " | ".join(map(str, counts)) + " |")
        print(lines[-1], untyped or "", flush=True)
    if options.out:
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
