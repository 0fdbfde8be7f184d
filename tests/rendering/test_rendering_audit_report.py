"""The audit report shows the record and nothing but the record, and lets nothing out of the record run."""

import base64
import hashlib
import html
import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from tests.audit.sealed_run import make_sealed_run

from gampgen import rendering
from gampgen.audit.clause_roles import clause_roles
from gampgen.audit.record import AuditRecord
from gampgen.rendering.templates import AUDIT_APPENDIX, read_template
from gampgen.settings.house_style import Paper

DIGEST = "ab" * 32
ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% for x in ().__class__.__mro__ %}{% endfor %}",
    '<a href="javascript:alert(1)">x</a>',
    "' onmouseover='alert(1)",
)  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> AuditRecord:
    folder = tmp_path_factory.mktemp("report") / "run"
    make_sealed_run(folder)
    return AuditRecord.model_validate_json((folder / "audit.json").read_bytes())


class Elements(HTMLParser):
    """Which attributes stand on which elements, and all text."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: set[tuple[str, str]] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.kinds |= {(tag, "")} | {(tag, name) for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page(record: AuditRecord) -> str:
    return rendering.render_audit(record, DIGEST, Paper.A4).page.decode()


def test_every_entry_is_shown_with_who_what_when_and_why(record: AuditRecord) -> None:
    shown = html.unescape(page(record))
    for entry in record.entries:
        for words in (entry.at, entry.actor, entry.subject, entry.reason, entry.before or "", entry.after or ""):
            assert words in shown, entry
        assert entry.action.replace("_", " ") in shown


def test_the_digest_of_the_record_head_root_versions_and_settings_are_shown(record: AuditRecord) -> None:
    shown = page(record)
    parts = [one.sha256 for one in (*record.inputs, *record.outputs)]
    for words in (DIGEST, record.closed.head, record.closed.root, record.run.id, record.run.user, *parts):
        assert words in shown
    for setting in record.settings:
        assert setting.name in shown


def test_each_attribute_and_check_stands_with_its_evidence_and_each_clause_with_its_role(record: AuditRecord) -> None:
    shown = html.unescape(page(record))
    for one in record.alcoa:
        assert one.attribute in shown
        assert one.note in shown
        for check in one.checks:
            assert check.name in shown
            assert check.evidence in shown
    for clause in clause_roles():
        assert clause.how in shown


def test_the_decision_of_a_person_stands_apart_with_old_and_new_value(record: AuditRecord) -> None:
    decisions = page(record).split('id="decisions"')[1].split("<h2")[0]
    for words in ("A. Person", "bought from René &amp; Söhne – see §4", ">3<", ">4<"):
        assert words in decisions


def test_only_the_pages_own_script_may_run_and_nothing_is_fetched(record: AuditRecord) -> None:
    shown = page(record)
    scripts = re.findall(r"<script>(.*?)</script>", shown, re.DOTALL)
    assert len(scripts) == 1
    allowed = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', shown)[1]
    assert f"script-src 'sha256-{allowed}'" in policy
    assert policy.startswith("default-src 'none'")
    assert not re.search(r'(src|href)="(?!#)', shown)
    assert "innerHTML" not in scripts[0]


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_the_record_becomes_markup(record: AuditRecord, attack: str) -> None:
    hostile = record.model_copy(
        update={
            "entries": tuple(
                entry.model_copy(
                    update={"actor": attack, "action": attack, "subject": attack, "reason": attack, "after": attack}
                )
                for entry in record.entries
            ),
            "run": record.run.model_copy(update={"user": attack, "command": (attack,)}),
        }
    )
    honest, shown = Elements(), Elements()
    honest.feed(page(record))
    shown.feed(page(hostile))
    assert shown.kinds <= honest.kinds
    assert not [name for _, name in shown.kinds if name.startswith("on")]
    assert attack in "".join(shown.texts)


def test_the_same_record_gives_the_same_bytes(record: AuditRecord, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(rendering.render_audit(record, DIGEST, Paper.A4).page)
    assert (tmp_path / "a.html").read_bytes() == rendering.render_audit(record, DIGEST, Paper.A4).page


def test_a_run_without_an_answer_says_so_at_the_top(record: AuditRecord) -> None:
    partial = AuditRecord.model_validate_json(record.model_dump_json().replace('"completed"', '"partial"'))
    assert "INCOMPLETE" in page(partial).split("<h2")[0]
    assert "INCOMPLETE" not in page(record)


def appendix_text(data: bytes) -> str:
    """Everything that stands in the tables and paragraphs of a Word file."""
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_the_appendix_in_word_holds_what_the_page_holds(record: AuditRecord) -> None:
    shown = appendix_text(rendering.render_audit(record, DIGEST, Paper.A4).appendix)
    said = [words for one in record.entries for words in (one.at, one.actor, one.subject, one.reason)]
    said += [one.sha256 for one in (*record.inputs, *record.outputs)]
    said += [words for one in record.alcoa for words in (one.attribute, one.note, *(each.name for each in one.checks))]
    said += [clause.how for clause in clause_roles()]
    said += [DIGEST, record.closed.head, record.closed.root, record.run.id, record.run.user, "A. Person", "V24"]
    assert [words for words in said if words not in shown] == []
    assert "INCOMPLETE" not in shown
    partial = AuditRecord.model_validate_json(record.model_dump_json().replace('"completed"', '"partial"'))
    assert "INCOMPLETE" in appendix_text(rendering.render_audit(partial, DIGEST, Paper.LETTER).appendix)


def test_the_appendix_has_the_fields_of_its_template_whatever_the_record_says(record: AuditRecord) -> None:
    attack = '</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\cmd.exe</w:instrText></w:r>{{ 7 * 7 }}{_{ "x'
    hostile = tuple(one.model_copy(update={"actor": attack, "subject": attack}) for one in record.entries)
    data = rendering.render_audit(record.model_copy(update={"entries": hostile}), DIGEST, Paper.A4).appendix
    assert attack in appendix_text(data)
    fields = [
        re.findall(r"<w:instrText[^>]*>[^<]*", package.read(name).decode())
        for package in (zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(read_template(AUDIT_APPENDIX))))
        for name in ("word/document.xml", "word/footer1.xml")
    ]
    assert fields[:2] == fields[2:]
    assert data == rendering.render_audit(record.model_copy(update={"entries": hostile}), DIGEST, Paper.A4).appendix
