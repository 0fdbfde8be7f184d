"""Documents to requirements: which blocks state one, verbatim, with id, place and what belongs to it."""

from gampgen.parsing.recognition.recognise import recognise
from gampgen.parsing.recognition.rules import RULES

__all__ = ["RULES", "recognise"]
