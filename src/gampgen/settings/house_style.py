"""What a firm's documents look like and who signs them. No default states a fact: what is not given stays blank."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from gampgen.domain.base import Value


class Paper(StrEnum):
    """Paper of the Word protocol and the workbook."""

    A4 = "a4"
    LETTER = "letter"


class Language(StrEnum):
    """Language of the protocol's fixed words. What rules write about a requirement is English in both."""

    EN = "en"
    DE = "de"


class Departments(Value):
    """The firm's names for those who act in a protocol; "" leaves the place blank."""

    author: str = ""
    technical_reviewer: str = ""
    process_owner: str = ""
    system_owner: str = ""
    executor: str = ""
    results_reviewer: str = ""
    quality_unit: str = ""


class Company(Value):
    """The firm: its name, its departments, and its logo (a .png or .jpg file)."""

    name: str = ""
    logo: Path | None = None
    departments: Departments = Departments()


class DocumentStyle(Value):
    """The documents. `number_scheme` ("VAL-OQ-nnnn") is shown as the blank for the number, never as a number.

    `date_format` ("DD-MMM-YYYY") is printed where a date has to be entered. `template` is the firm's own Word
    template. `pdf` asks for the protocol as a PDF too.
    """

    number_scheme: str = ""
    date_format: str = ""
    paper: Paper = Paper.A4
    language: Language = Language.EN
    template: Path | None = None
    pdf: bool = False


class Signatures(Value):
    """The meanings of the approval rows, from top to bottom; none given: those of the wording file."""

    before_execution: tuple[str, ...] = ()
    after_execution: tuple[str, ...] = ()


class RiskWords(Value):
    """The firm's words for risk: a sentence on its method, and its names for the three levels; "" keeps gampgen's."""

    method: str = ""
    high: str = ""
    medium: str = ""
    low: str = ""


class HouseStyle(Value):
    """Everything of the firm's that shapes the documents."""

    company: Company = Company()
    document: DocumentStyle = DocumentStyle()
    signatures: Signatures = Signatures()
    risk: RiskWords = RiskWords()


PLAIN_STYLE = HouseStyle()
"""The style of a firm that has said nothing of itself."""
