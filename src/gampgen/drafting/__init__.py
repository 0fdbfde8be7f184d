"""Coverage items and advice to test cases in words; cases to a numbered suite and its trace matrix."""
