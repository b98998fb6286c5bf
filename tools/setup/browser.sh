#!/bin/sh
# What the browser tests need besides .venv: Chromium, a Chinese font, and nginx for README's snippet.
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
if ! command -v fc-list >/dev/null 2>&1; then
    missing="$missing fontconfig fonts-noto-cjk"
elif [ -z "$(fc-list :lang=zh-cn)" ]; then
    missing="$missing fonts-noto-cjk"
fi
[ -x /usr/sbin/nginx ] || command -v nginx >/dev/null 2>&1 || missing="$missing nginx-light"
# shellcheck disable=SC2086
[ -z "$missing" ] || sh tools/setup/apt.sh $missing
