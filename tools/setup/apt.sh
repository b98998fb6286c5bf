#!/bin/sh
# Install Debian packages if this user may; else say exactly what to install.
# Usage: apt.sh PACKAGE...
set -eu

if [ "$(id -u)" = 0 ]; then
    may=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    may="sudo -n"
else
    may=no
fi
if [ "$may" = no ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "错误：缺少下列软件，而当前用户无权安装：$*。请让管理员运行：apt-get install $*" >&2
    exit 1
fi
echo "正在用 apt 安装：$*"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
if ! { $may apt-get update -qq && $may apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }; then
    echo "错误：没有装成 $*，原因见上。请检查网络，或让管理员运行：apt-get install $*" >&2
    exit 1
fi
