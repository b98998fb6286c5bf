"""The scores as a page of docs: today's, the goals, and what other programs reach."""

from __future__ import annotations

from collections.abc import Mapping

GOALS = {
    "passages.recall_verbatim": 0.99,
    "passages.recall_light": 0.97,
    "passages.recall_adapted": 0.85,
    "passages.recall": 0.95,
    "passages.precision": 0.95,
    "passages.f1": 0.95,
    "passages.negatives_hit": 0.02,
    "passages.ends_inside_words": 0.0,
    "formulations.recall": 0.95,
    "formulations.precision": 0.90,
    "formulations.forbidden": 0.0,
    "formulations.places_missed": 0.0,
}
NOTES = """\
Passages: recall by kind of change, precision with borderline pairs left out, the share of tempting
negatives that were hit, and of ends that lie inside a word. Formulations: entries that the annotators
agree on, strings that must not be entries, places of a listed wording that no occurrence covers. What
counts as found is written in `tests/quality/passage_score.py` and `formulation_score.py`. Ends of
formulations inside words are those that jieba cuts in a wrong way (中小|微企业): every place of a listed
wording is told, however it is cut.

Other programs, on five texts of the same kind with 185 annotated pairs: passim 2 reaches an F1 of 0.74
at its best tuning, TextPAIR 0.74 on characters and 0.65 on words, chinesetextreuse 0.54 (measured for
this project before it began).
"""


def report(digest: str, found: Mapping[str, float]) -> str:
    """Markdown: a table of scores with their goals, and what they mean."""
    rows = [
        f"| {name} | {value:.4f} | {GOALS[name]:g} |" if name in GOALS else f"| {name} | {value:.4f} | |"
        for name, value in sorted(found.items())
    ]
    return "\n".join(
        [
            "# Quality of detect",
            "",
            "Scores against annotated excerpts of four reports that are not part of this repository.",
            "`make quality` fails where one falls below its floor (`tests/quality/floors.json`).",
            "",
            "| score | now | goal |",
            "|---|---|---|",
            *rows,
            "",
            NOTES,
            f"SHA-256 of texts and annotations: `{digest}`.",
            "",
        ]
    )
