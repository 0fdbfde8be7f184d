"""Drafting: coverage items and advice in, test cases in words out; and the suite that they make up."""

from __future__ import annotations

from gampgen.drafting.assembly import AGENT_MISSING, UNCOVERED, SuiteParts, assemble, with_findings
from gampgen.drafting.draft import Draft, draft
from gampgen.drafting.economy import RULES as _ECONOMY
from gampgen.drafting.permission_matrix import RULES as _MATRIX
from gampgen.drafting.rules import RULES as _OWN_RULES

__all__ = ["RULES", "Draft", "SuiteParts", "assemble", "draft", "with_findings"]

RULES = (*_OWN_RULES, *_ECONOMY, *_MATRIX, UNCOVERED, AGENT_MISSING)
