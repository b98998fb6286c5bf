"""clean: text -> text + ledger. Drops what is not the text; never rewords; kept + removed tile the input."""

from hujian.clean.chain import clean, clean_all
from hujian.clean.findings import findings_of
from hujian.clean.ledger import restore
from hujian.clean.recurrence import Recurring, recurring_of
from hujian.clean.rules import Rules, load_rules

__all__ = ["Recurring", "Rules", "clean", "clean_all", "findings_of", "load_rules", "recurring_of", "restore"]
