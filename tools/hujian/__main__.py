"""``python -m hujian``."""

from hujian.cli import main

main()
