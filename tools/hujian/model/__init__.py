"""The records that travel through the rooms.

Every record is frozen; a change is a new value. Text is referred to by offsets, never by copied
strings. There are two coordinate systems, both counting Unicode code points, half-open:

* *source* offsets count in the decoded source file (``SourceFile.text``); everything that leaves
  the program (records, findings, ledger) is in source offsets;
* *clean* offsets count in ``CleanText.text``; parse, detect, link, write and search work in these.

``CleanText.to_source`` leads from the second to the first, exactly.
"""

from hujian.model.clean import CleanText, Edit, EditClass, Segment
from hujian.model.collection import Address, Collection, Links, Mark, Parallel, Retired
from hujian.model.detection import (
    Copy,
    Coverage,
    Detection,
    Family,
    Formulation,
    Instruction,
    Label,
    Limit,
    Match,
    MatchKind,
    Stretch,
    StretchKind,
    Verb,
)
from hujian.model.document import (
    UNKNOWN,
    Basis,
    Document,
    Heading,
    Level,
    Paragraph,
    ParagraphKind,
    Value,
)
from hujian.model.finding import Finding
from hujian.model.progress import Progress, silent
from hujian.model.source import Encoding, Quarantined, SourceFile, Unpublished
from hujian.model.span import Span

__all__ = [
    "UNKNOWN",
    "Address",
    "Basis",
    "CleanText",
    "Collection",
    "Copy",
    "Coverage",
    "Detection",
    "Document",
    "Edit",
    "EditClass",
    "Encoding",
    "Family",
    "Finding",
    "Formulation",
    "Heading",
    "Instruction",
    "Label",
    "Level",
    "Limit",
    "Links",
    "Mark",
    "Match",
    "MatchKind",
    "Paragraph",
    "ParagraphKind",
    "Parallel",
    "Progress",
    "Quarantined",
    "Retired",
    "Segment",
    "SourceFile",
    "Span",
    "Stretch",
    "StretchKind",
    "Unpublished",
    "Value",
    "Verb",
    "silent",
]
