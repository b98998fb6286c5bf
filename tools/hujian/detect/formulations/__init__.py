"""Formulations: clauses and phrases that recur, and which of them an index should list."""
