# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Frames of what a kind of action alone does not settle: what is sorted out, what gets a mark."""

from __future__ import annotations

from gampgen.drafting.frames import Frame

SORTED_OUT = Frame(
    "Prepare {the_o} (<prepared case>), and beside it one that nothing is wrong with.", "Both are at hand and can be told apart.",
    "Present both, one after the other.",
    "Follow what becomes of {the_o} (<outlet or status shown>).", "{E}: <outlet or status shown> shows it.",
    "{N}: <outlet or status shown> shows it as taken.",
    "Present only what nothing is wrong with, ten times.",
    "Each of the ten is taken; none is shown as rejected.", "Nothing is rejected without cause",
)  # fmt: skip
# what gets a mark, seen from what must not get it
MARKED = Frame(
    "Prepare a case that differs in one point only: it is not {bare_o} (<counter case>).", "<counter case> is prepared beside {the_o}.",
    "", "", "", "",
    "Open <counter case> where the mark would stand.", "<counter case> carries no such mark; the mark stands on {the_o} only.",
    "No mark on what is not {bare_o}",
)  # fmt: skip
