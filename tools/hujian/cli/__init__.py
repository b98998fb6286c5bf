"""The command line: one command a file, one catch at the top.

Exit codes: 0 done; 1 an error of the program; 2 wrong options or mkdocs.yml; 3 the content folder or a
keeper's file cannot be used; 4 findings under --strict; 5 the built site is incomplete; 130 interrupted.
"""

from hujian.cli.main import main

__all__ = ["main"]
