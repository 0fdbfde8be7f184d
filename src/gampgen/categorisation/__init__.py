"""The GAMP software category of the system, from the document's own words."""

from gampgen.categorisation.decision import categorise
from gampgen.categorisation.rules import RULES

__all__ = ["RULES", "categorise"]
