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
# Chromium without the program around it, which Debian has apart: pages open in half the time. Asked for once.
asked=.venv/headless-shell-asked
if ! command -v chromium-headless-shell >/dev/null 2>&1 && [ ! -e "$asked" ]; then
    touch "$asked"
    sh tools/setup/apt.sh chromium-headless-shell >/dev/null 2>&1 || echo "没有 chromium-headless-shell，浏览器测试会慢一些。"
fi
