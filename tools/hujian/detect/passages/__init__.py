"""Passages: from equal grams to judged pairs of stretches with their alignment."""
