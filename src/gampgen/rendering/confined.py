"""The child in which a firm's own template is used (`python -m gampgen.rendering.confined`); see `own_template`."""

from __future__ import annotations

import io
import json
import sys

from docxtpl import DocxTemplate

from gampgen.confinement import Failure, Limits, limit_resources
from gampgen.errors import GampgenError
from gampgen.rendering.content import Plain
from gampgen.rendering.half_tags import refuse_half_tags
from gampgen.rendering.own_template import Answer, OwnTemplate, Question, Uses
from gampgen.rendering.protocol_docx import fill, package_failures, word_text
from gampgen.rendering.sandbox import Sandbox, template_failures
from gampgen.rendering.template_names import uses_of
from gampgen.rendering.templates import TemplateError


def answer_to(asked: Question, template: OwnTemplate, content: Plain) -> tuple[Answer, bytes]:
    """Look the names up, or fill the template in."""
    try:
        if asked.fill:
            return Answer(), fill(template.data, template.name, content, template.logo, template.logo_name)
        return Answer(uses=names_in(template.data, template.name)), b""
    except GampgenError as failure:
        return Answer(failure=Failure.of(failure)), b""
    except MemoryError:
        title, hint = f"Filling it in needs more than {asked.memory // 1024**2:,} MB of memory", "Print less at once"
    except RecursionError:
        title, hint = "Its parts or tags are nested too deep", "Nest fewer of them"
    return Answer(failure=Failure.of(TemplateError(title, hint=hint, where=template.name))), b""


def names_in(source: bytes, name: str) -> tuple[Uses, ...]:
    """The names that a template uses in its body, headers and footers, each once, in order. Raises TemplateError."""
    with template_failures(name), package_failures(name):
        template = DocxTemplate(io.BytesIO(source))
        template.init_docx()
        parts = [template.get_xml()]
        for uri in (template.HEADER_URI, template.FOOTER_URI):
            parts += [template.get_part_xml(part) for _, part in template.get_headers_footers(uri)]
        for part in parts:
            refuse_half_tags(str(part), name)
        sandbox = Sandbox(word_text)
        trees = [sandbox.parse(template.patch_xml(part)) for part in parts]
        known = {use.path: use.known for tree in trees for use in uses_of(tree)}
    return tuple(Uses(path=path, known=is_known) for path, is_known in known.items())


def main() -> None:
    """Answer one question."""
    asked = Question.model_validate_json(sys.stdin.buffer.readline())
    limit_resources(Limits(asked.memory, asked.cpu, 0))
    content = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    logo = data[asked.size :] if asked.has_logo else None
    answer, document = answer_to(asked, OwnTemplate(asked.name, data[: asked.size], asked.logo_name, logo), content)
    sys.stdout.buffer.write(answer.model_dump_json().encode() + b"\n" + document)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
