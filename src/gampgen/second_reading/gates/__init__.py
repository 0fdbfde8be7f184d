"""The gates that each answer of a model has to pass: pure code, a refused answer with its reason.

G1 strict JSON (`strict_json`), G2 ids (`ids`), G3 quotes (`quotes`), G4 numbers, units, comparators (`values`),
G5 modality and negation (`force`), G6 what is forbidden in any text (`forbidden`), G7 what only the code may say
(`authority`). G8 is the budget and G9 the provenance of each answer: `gampgen.llm`.
"""
