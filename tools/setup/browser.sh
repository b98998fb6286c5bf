#!/bin/sh
# What the browser tests need besides .venv: Chromium, a Chinese font, nginx for README's snippet, and the
# library without which Playwright's own Node.js does not start (a minimal Debian lacks it).
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
if ! command -v fc-list >/dev/null 2>&1; then
    missing="$missing fontconfig fonts-noto-cjk"
elif [ -z "$(fc-list :lang=zh-cn)" ]; then
    missing="$missing fonts-noto-cjk"
fi
[ -x /usr/sbin/nginx ] || command -v nginx >/dev/null 2>&1 || missing="$missing nginx-light"
.venv/bin/python -m playwright --version >/dev/null 2>&1 || missing="$missing libatomic1"
# shellcheck disable=SC2086
[ -z "$missing" ] || sh tools/setup/apt.sh $missing
