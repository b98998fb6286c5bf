#!/bin/sh
# Make .venv and install a lock file into it, every package checked against its hash.
# Usage: venv.sh PYTHON LOCKFILE
set -eu
python=$1
lock=$2
log=.venv/install.log

stop() {
    echo "错误：$1" >&2
    exit 1
}

# Why pip failed, in a sentence; its own words are in the log.
explain() {
    if grep -q "DO NOT MATCH THE HASHES" "$log"; then
        stop "下载的软件包与锁定的校验值不符，没有安装。请换一个软件源再试（详见 $log）。"
    elif grep -qE "NewConnectionError|ConnectTimeout|NameResolutionError|Max retries|ProxyError|SSLError" "$log"; then
        stop "连不上软件源。请检查网络；或用 PIP_INDEX_URL=软件源网址 make setup 指定内网镜像（详见 $log）。"
    elif grep -qE "No matching distribution|Could not find a version" "$log"; then
        stop "软件源里没有需要的软件包。请检查网络，或用 PIP_INDEX_URL=软件源网址 make setup 换一个（详见 $log）。"
    elif grep -q "No space left" "$log"; then
        stop "磁盘已满。请腾出空间后再试（详见 $log）。"
    fi
    tail -n 5 "$log" >&2
    stop "安装没有完成，原因见上面几行和 $log。"
}

install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --retries 2 "$@" >>"$log" 2>&1 || explain
}

command -v "$python" >/dev/null 2>&1 || stop "找不到 $python。请先安装 Python 3.11 或更新版本。"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "需要 Python 3.11 或更新版本，现有 $("$python" --version)。请安装后用 make PYTHON=python3.11 指明。"

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    # Debian keeps venv and pip apart from python3.
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        sh tools/setup/apt.sh python3-venv
    fi
    echo "正在建立 .venv……"
    rm -rf .venv
    "$python" -m venv .venv || stop "建立 .venv 没有成功。请检查磁盘空间和权限。"
fi
echo "正在安装 $lock 列出的软件包，第一次约需一分钟……"
: >"$log"
install --use-pep517 --require-hashes --requirement "$lock"
install --no-deps --editable .
