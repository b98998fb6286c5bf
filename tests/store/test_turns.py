"""Two builds of one site at once: the second is turned away, and nothing of it lands in the site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hujian.errors import MachineError
from hujian.store import alone

HOLD = "import sys; from pathlib import Path; from hujian.store import alone\n"
WAIT = "with alone(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"


def test_a_site_is_built_by_one_process_at_a_time(tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-c", HOLD + WAIT, str(site)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        (tmp_path / "link").symlink_to(tmp_path)
        for same in (site, tmp_path / "link" / "site"):
            with pytest.raises(MachineError, match="另一次生成还没有结束"), alone(same):
                pytest.fail("held twice")
        with alone(tmp_path / "other"):
            pass
        other.kill()
        other.communicate()
    with alone(site):
        assert not list(tmp_path.glob("*lock*"))
    with alone(site):
        pass
