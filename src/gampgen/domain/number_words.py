"""Small whole numbers in words."""

from __future__ import annotations

from typing import Final

ORDER: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTS: Final = {word: number for number, word in enumerate(ORDER, start=1)}
