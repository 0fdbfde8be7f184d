"""Does anything of a hostile document come alive in an output? Looked at by other parsers than gampgen's own.

    python benchmarks/outputs.py

100 attacks of markup, each in every free text of a suite, in the report (html5lib), then all of them in the report and
the audit report in headless Chromium with a server that counts requests; 60 template tags in a firm's own template; 13
spreadsheet prefixes in every column (openpyxl, the package's own parts, LibreOffice); 50 control sequences through the
commands on a terminal. Chromium and LibreOffice are left out, and that is said, where they are not installed.
"""

from __future__ import annotations

import contextlib
import io
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import html5lib

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import docx  # noqa: E402 - needs the path above, like those below
from tests.audit.sealed_run import make_sealed_run  # noqa: E402
from tests.rendering.attacks import SPREADSHEET, TEMPLATE, TERMINAL, XSS, poisoned  # noqa: E402
from tests.rendering.conftest import build  # noqa: E402

from gampgen.audit.record import AuditRecord  # noqa: E402
from gampgen.domain.suite import OQTestSuite  # noqa: E402
from gampgen.rendering import TemplateError, render, render_audit  # noqa: E402
from gampgen.rendering.composing import compose  # noqa: E402
from gampgen.rendering.content import plain  # noqa: E402
from gampgen.rendering.own_template import OwnTemplate, fill_own  # noqa: E402
from gampgen.rendering.report_html import HtmlReport  # noqa: E402
from gampgen.rendering.wording import wording_of  # noqa: E402
from gampgen.settings.house_style import PLAIN_STYLE, Paper  # noqa: E402

FOREIGN = re.compile(r"\x1b(?!\[[0-9;?]*[A-Za-z])|[\x07\x80-\x9f\u202a-\u202e\u2066-\u2069]")


def report(suite: OQTestSuite) -> bytes:
    return HtmlReport().render(compose(suite, "0" * 64, wording_of(PLAIN_STYLE), PLAIN_STYLE))


def shapes(page: bytes) -> tuple[set[tuple[str, str]], set[str]]:
    tree = html5lib.parse(page.decode(), treebuilder="etree", namespaceHTMLElements=False)
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    found = {(one.tag, name) for one in elements for name in ("", *one.attrib)}
    return found, {one.get(name, "#") for one in elements for name in ("href", "src", "action", "data")}


def xss_in_html5lib() -> None:
    honest, _ = shapes(report(build()))
    through = 0
    for attack in XSS:
        found, targets = shapes(report(poisoned(build(), (attack,))))
        through += not found <= honest or any(not target.startswith("#") for target in targets)
    print(f"html5lib     {len(XSS):4} attacks, each in every free text of the report: {through} through")


def poisoned_record(folder: Path) -> AuditRecord:
    make_sealed_run(folder / "run", entries=len(XSS))
    record = AuditRecord.model_validate_json((folder / "run" / "audit.json").read_bytes())
    entries = tuple(
        one.model_copy(update={"actor": attack, "action": attack, "subject": attack, "reason": attack, "after": attack})
        for one, attack in zip(record.entries, XSS, strict=False)
    )
    return record.model_copy(update={"entries": entries, "run": record.run.model_copy(update={"user": XSS[1]})})


class Counting(BaseHTTPRequestHandler):
    asked: list[str] = []  # noqa: RUF012 - one list for all requests is what is wanted

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


def xss_in_chromium(place: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("chromium     NOT LOOKED AT: it is not installed")
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), Counting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port, alive = server.server_address[1], []
    pages = {
        "report": report(poisoned(build(), XSS)),
        "rotated": report(poisoned(build(), XSS[50:] + XSS[:50])),
        "audit": render_audit(poisoned_record(place), "0" * 64, Paper.A4).page,
        "control": f"<title>x</title><img src='http://evil.invalid/'><script>{XSS[0][8:-9]}</script>".encode(),
    }
    for name, page in pages.items():
        (place / f"{name}.html").write_bytes(page)
        Counting.asked.clear()
        command = [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={place / 'profile'}", f"--host-resolver-rules=MAP evil.invalid 127.0.0.1:{port}",
            "--virtual-time-budget=3000", "--dump-dom", f"file://{place / name}.html",
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, check=False, timeout=180)
        title = re.search(rb"<title>(.*?)</title>", done.stdout, re.DOTALL)
        pwned = title is None or title[1] == b"pwned"
        alive.append(f"{name} {len(Counting.asked)} requests, script {'RAN' if pwned else 'did not run'}")
    print(f"chromium     {'; '.join(alive)} (the control must show one request and a script that ran)")
    server.shutdown()


def templates(place: Path) -> None:
    content, through = plain(compose(build(), "0" * 64, wording_of(PLAIN_STYLE), PLAIN_STYLE)), 0
    os.chdir(place)
    for attack in TEMPLATE:
        document, source = docx.Document(), io.BytesIO()
        document.add_paragraph(attack)
        document.save(source)
        with contextlib.suppress(TemplateError):
            fill_own(OwnTemplate("own.docx", source.getvalue()), content)
            through += 1
        through += (place / "pwned").exists()
    print(f"templates    {len(TEMPLATE):4} attacks in a firm's own template: {through} through")


def spreadsheets(place: Path) -> None:
    out = place / "sheets"
    out.mkdir()
    suite = poisoned(build(), SPREADSHEET)
    workbook = next(path for path in render(suite, out) if path.suffix == ".xlsx")
    with zipfile.ZipFile(workbook) as package:
        parts = [package.read(name) for name in package.namelist()]
    formulas = sum(len(re.findall(rb"<f[ >/]|<hyperlink|externalLink|<ddeLink", part)) for part in parts)
    told = f"{formulas} formulas or links in the package"
    office = shutil.which("soffice")
    if office is None:
        told += "; LibreOffice NOT ASKED: it is not installed"
    else:
        command = [office, f"-env:UserInstallation=file://{place / 'office'}", "--headless", "--convert-to", "fods"]
        subprocess.run([*command, "--outdir", str(out), str(workbook)], capture_output=True, check=True, timeout=180)
        flat = (out / "traceability.fods").read_text("utf-8")
        live = len(re.findall(r'table:formula="|xlink:href="http', flat))
        told += f", {live} in LibreOffice, {flat.count('HYPERLINK(')} texts kept there"
    print(f"spreadsheet  {len(SPREADSHEET):4} prefixes in every column: {told}")


def on_a_terminal(command: list[str], data: bytes = b"") -> bytes:
    main, side = pty.openpty()
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=side, stderr=side)
    os.close(side)
    if child.stdin:
        child.stdin.write(data)
        child.stdin.close()
    shown = b""
    with contextlib.suppress(OSError):  # the terminal's other end is closed when the child ends
        while block := os.read(main, 65536):
            shown += block
    child.wait()
    os.close(main)
    return shown


def terminals(place: Path) -> None:
    through, program = 0, [sys.executable, "-m", "gampgen"]
    lines = "".join(
        f"- **T-{n}**: The system shall show {text} [red]x[/red] at 5 °C.\n" for n, text in enumerate(TERMINAL)
    )
    document = place / "terminal.md"
    document.write_bytes(f"# URS \x1b[31mpwned\n\n{lines}".encode())
    runs = [
        on_a_terminal([*program, "parse", str(document)]),
        on_a_terminal([*program, "lint", str(document)]),
        on_a_terminal([*program, "generate", str(document), "--out", str(place / "t-oq")]),
        on_a_terminal([*program, "verify", str(place / "t-oq")]),
        *(on_a_terminal([*program, "explain", f"The system shall show {text} at 5 °C."]) for text in TERMINAL[::5]),
    ]
    for text in TERMINAL:
        through += text != "\rpwned" and any(text.encode() in shown for shown in runs)
    markup = sum(b"[red]" in shown for shown in runs)
    other = sum(len(FOREIGN.findall(shown.decode("utf-8", "replace"))) for shown in runs)
    print(
        f"terminal     {len(TERMINAL):4} sequences in a text through {len(runs)} commands: {through} through, {other}"
        f" that are not gampgen's own; {markup} outputs show [red] as it stands"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        os.environ["GAMPGEN_HOME"] = str(place / "home")
        xss_in_html5lib()
        xss_in_chromium(place)
        templates(place)
        spreadsheets(place)
        terminals(place)


if __name__ == "__main__":
    main()
