"""A person's decision on the category, from the flags."""

from __future__ import annotations

from gampgen.domain.category import CategoryDecision, GampCategory
from gampgen.errors import UsageError


def person_decision(category: int | None, decided_by: str | None, reason: str | None) -> CategoryDecision | None:
    """The decision, or None where no category was given.

    Raises:
        UsageError: one of the three flags is missing, empty, or the category is none of 1, 3, 4, 5.
    """
    if category is None and decided_by is None and reason is None:
        return None
    if category is None or not (decided_by or "").strip() or not (reason or "").strip():
        raise UsageError(
            "A decision on the category needs --category, --decided-by and --reason",
            hint="Give all three: the audit names who decided and why",
        )
    if category not in set(GampCategory):
        raise UsageError(
            f"There is no GAMP category {category}",
            hint="Use 1 (infrastructure), 3 (standard), 4 (configured) or 5 (custom); 2 was dropped with GAMP 5",
        )
    return CategoryDecision(category=GampCategory(category), decided_by=decided_by or "", reason=reason or "")
