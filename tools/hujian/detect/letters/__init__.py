"""The letters of a collection, and what is known of them: words, marks, where a wording stands."""
