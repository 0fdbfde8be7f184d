"""The grammar of one statement: words, predicates, clauses, conditions and effects."""
