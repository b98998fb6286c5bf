"""The Nu HTML checker over every page: https://github.com/validator/validator."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

_JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


def errors(site: Path) -> list[str]:
    """One line for each error. Warnings are left out: from files it cannot know what a policy's 'self' is."""
    command = ["java", "-jar", _JAR, "--format", "json", "--errors-only", "--skip-non-html", site]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    return [
        f"{Path(found['url']).name}:{found.get('lastLine', '?')}: {found['message']}"
        for found in json.loads(done.stderr)["messages"]
        if found["type"] != "info"
    ]
