"""The GAMP software category of the system, from the document's own words."""

from gampgen.categorisation.decision import categorise, propose
from gampgen.categorisation.rules import RULES
from gampgen.categorisation.settling import decided, highest, question_on

__all__ = ["RULES", "categorise", "decided", "highest", "propose", "question_on"]
