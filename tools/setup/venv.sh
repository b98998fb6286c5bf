#!/bin/sh
# Make .venv and install a lock file into it, every package checked against its hash.
# Usage: venv.sh PYTHON LOCKFILE
set -eu
python=$1
lock=$2

stop() {
    echo "错误：$1" >&2
    exit 1
}

command -v "$python" >/dev/null 2>&1 || stop "找不到 $python。请先安装 Python 3.11 或更新版本。"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "需要 Python 3.11 或更新版本，现有 $("$python" --version)。请安装后用 make PYTHON=python3.11 指明。"

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    # Debian keeps venv and pip apart from python3.
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        sh tools/setup/apt.sh python3-venv
    fi
    rm -rf .venv
    "$python" -m venv .venv
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1
.venv/bin/python -m pip install --quiet --use-pep517 --require-hashes --requirement "$lock"
.venv/bin/python -m pip install --quiet --no-deps --editable .
