"""Built-in patterns say yes and no at the right places; a keeper's rules are used, or told why not."""

import re
from collections.abc import Callable

import pytest

from hujian.clean import Rules, clean, load_rules
from hujian.clean.text_lines import is_of_the_text, is_running_text
from hujian.errors import ContentError
from hujian.model import SourceFile

Make = Callable[..., SourceFile]
BODY = "第一句话说的是阅览室的开放时间，第二句话说的是借书证怎么办，大家听明白了就好。"


def flagged(rules: Rules, make: Make, text: str, rule: str) -> list[str]:
    return [edit.before for edit in clean(make(text), rules).ledger if edit.rule == rule]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("××县的×同志", ["××", "×"]),
        ("省*次全会，“**计划”", ["*", "**"]),
        ("占X%，有X人，共XX件，XXX同志", ["X%", "X", "XX", "XXX"]),
        ("占Ｘ％，在xx市", ["Ｘ％", "xx"]),
        ("某某同志，○○县，□□乡，____年", ["某某", "○○", "□□", "____"]),
        ("20××年×月×日", ["××", "×", "×"]),
        ("3×4米，（一）×2，面积＝长×宽，X光，X射线，APEX，x轴", []),
        ("二○○五年，某市，二〇二四年，AXB", []),
    ],
)
def test_placeholder(rules: Rules, make: Make, text: str, expected: list[str]) -> None:
    assert flagged(rules, make, text, "placeholder") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("选书,摆书;点灯!", [",", ";", "!"]),
        ("三年行动.以质量为重，“有个地方看报.”", [".", "."]),
        ("大家好:", [":"]),
        ("馆长(代理)到会(2024年)", ["(", ")", "(", ")"]),
        ("馆长(代理）到会，副馆长（代理)到会", ["(", ")"]),
        ("10,000册，3.5米，10:30，1. 开展活动，v2.0，Wi-Fi (wireless)", []),
        ("全角，标点。都对；吗？对！", []),
    ],
)
def test_half_width_punctuation(rules: Rules, make: Make, text: str, expected: list[str]) -> None:
    assert flagged(rules, make, text, "half-width-punctuation") == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("好，，好。。", ["，，", "。。"]), ("好！！真的？？……——", [])]
)
def test_doubled_punctuation(rules: Rules, make: Make, text: str, expected: list[str]) -> None:
    assert flagged(rules, make, text, "doubled-punctuation") == expected


def test_private_use_characters_are_pointed_out(rules: Rules, make: Make) -> None:
    assert flagged(rules, make, "何\ue5f9同志", "private-use-character") == ["\ue5f9"]


@pytest.mark.parametrize(
    "line",
    [
        "-----",
        "— — —",
        "＝＝＝",
        "*****",
        "* * *",
        "★★★★★",
        "— 3 —",
        "-12-",
        "· 12 ·",
        "第 3 页",
        "第3页 共9页",
    ],
)
def test_lines_that_are_only_layout_go(rules: Rules, make: Make, line: str) -> None:
    assert clean(make(f"{BODY}\n{line}\n{BODY}"), rules).text == f"{BODY}\n{BODY}"


@pytest.mark.parametrize("line", ["***", "×××", "……", "——", "○○○", "3", "第三页的话", "- 3", "一、", "＊＊"])
def test_lines_that_may_be_the_authors_stay(rules: Rules, make: Make, line: str) -> None:
    assert clean(make(f"{BODY}\n{line}\n{BODY}"), rules).text == f"{BODY}\n{line}\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "在全市阅览室会员代表大会上的讲话",
        "关于免费下载学习资料的通知",
        "青禾县图书馆工作总结（征求意见稿）",
        "同志们：",
        "各位来宾、各位朋友：",
        "（2024年5月6日）",
        "二〇二四年五月六日",
        "青文发〔2024〕7号",
        "一、扩大免费资料的范围",
    ],
)
def test_titles_salutations_dates_and_headings_never_count_as_advertising(
    rules: Rules, make: Make, line: str
) -> None:
    assert is_of_the_text(line, wordings=2)
    text = f"免费领取资料请加微信：abc\n扫码关注，全套范文下载\n{line}\n仅限会员，QQ群：123\n{BODY}\n{BODY}"
    assert line in clean(make(text), rules).text.split("\n")


@pytest.mark.parametrize("line", ["加微信备注“材料”，免费领取100篇精品讲话稿", "★公文写作宝库★ 百万篇材料"])
def test_advertising_is_not_taken_for_a_title(line: str) -> None:
    assert not is_of_the_text(line, wordings=3)


def test_running_text_is_told_from_short_lines() -> None:
    assert is_running_text(BODY)
    assert not is_running_text("举报成功免费赠送一年会员！")


def test_a_single_weak_line_at_the_head_stays(rules: Rules, make: Make) -> None:
    text = f"仅供学习参考\n在全市会议上的讲话\n{BODY}"
    assert clean(make(text), rules).text == text


def test_a_text_of_nothing_but_advertising_keeps_something(rules: Rules, make: Make) -> None:
    assert clean(make("加微信：abc，免费领取全套材料\n扫码关注公众号，会员下载范文"), rules).text


KEEPERS = """
off = ["decoration"]
keep = ["仅供交流 请勿外传"]

[[rule]]
id = "our-old-site"
where = "head"
pattern = '青禾文库第\\d+期'
reason = "本馆旧网站的页眉"

[[rule]]
id = "stamp"
where = "inline"
pattern = '【已校】'

[[rule]]
id = "check-name"
where = "inline"
class = "flag"
pattern = '张(小)禾'
reason = "核对姓名"

[[signal]]
id = "cloud"
pattern = '网盘|提取码'
"""


def test_a_keepers_rules_act_like_the_built_in_ones(make: Make) -> None:
    rules, findings = load_rules(KEEPERS)
    assert findings == ()
    text = f"青禾文库第12期\n开放通知\n张小禾【已校】说的\n-----\n{BODY}\n青禾文库在篇末\n"
    result = clean(make(text), rules)
    assert result.text == f"开放通知\n张小禾说的\n-----\n{BODY}\n青禾文库在篇末"
    assert [e.before for e in result.ledger if e.rule == "check-name"] == ["小"]


def test_kept_lines_break_an_advertisement(make: Make) -> None:
    rules, _ = load_rules(KEEPERS)
    text = (
        f"仅供交流 请勿外传\n扫码关注，免费领取全套资料\n会员群：      QQ群：     \n\n在会上的讲话\n{BODY}\n"
    )
    assert clean(make(text), rules).text == f"仅供交流 请勿外传\n在会上的讲话\n{BODY}"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("[[rule]]\nid = 'a'\npattern = '(未闭合'\n", 1, "正则"),
        ("# 说明\n\n[[rule]]\nid = “a”\npattern = 'b'\n", 4, "TOML"),
        ("[[rule]]\npattern = 'b'\n", 1, "缺少 id"),
        ("[[rule]]\nid = 'a'\nwhere = 'middle'\npattern = 'b'\n", 1, "middle"),
        ("[[rule]]\nid = 'a'\npattern = '.*'\n", 1, "空行"),
        ("\n[[rulez]]\nid = 'a'\n", 2, "rulez"),
        ("keep = 'not a list'\n", 1, "keep"),
        ("\noff = ['decorations']\n", 2, "decorations"),
        ("off = [\n 'page-number',\n 'blank-line']\n", 3, "blank-line"),
    ],
)
def test_a_bad_entry_is_told_with_its_line_and_the_rest_is_used(text: str, line: int, why: str) -> None:
    good = "\n[[rule]]\nid = 'good'\npattern = '好行'\n"
    rules, (finding,) = load_rules(text + good)
    assert (finding.code, finding.source) == ("cleaning-rule", "cleaning.toml")
    assert f"第 {line} 行" in finding.message
    assert why in finding.message
    assert (text + good)[finding.start : finding.end] == (text + good).split("\n")[line - 1]
    assert "good" in {rule.id for rule in rules.rules}


@pytest.mark.parametrize(
    "text", ["keep = ['甲'\n", "# 说明\n\n[[rule]]\nid = “a”\n", "[[rulez]]\nid = 'a'\n"]
)
def test_a_file_of_which_nothing_can_be_used_is_an_error(text: str) -> None:
    with pytest.raises(ContentError, match=r"cleaning\.toml 没有一条能用：第 \d 行") as told:
        load_rules(text)
    assert told.value.remedy
    assert load_rules("# 只有说明\n")[1] == ()


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("spam-header", "QQ群：123456 扫码下载范文，会员免费\n关于开馆的通知\n" + BODY),
        ("suspicious-line", "QQ群：123456\n关于开馆的通知\n" + BODY),
        ("torn-line", f"关于开馆的通知\n{BODY}要认真贯彻《\n书房条例\n》，好好读书。"),
        ("page-break", f"关于开馆的通知\n{BODY}要认真贯彻书房\f条例，好好读书。"),
        ("page-number", f"关于开馆的通知\n{BODY}\n- 3 -\n{BODY}"),
    ],
)
def test_a_built_in_step_can_be_turned_off(make: Make, step: str, text: str) -> None:
    off, findings = load_rules(f'off = ["{step}"]')
    assert findings == ()
    assert step in {edit.rule for edit in clean(make(text), load_rules(None)[0]).ledger}
    result = clean(make(text), off)
    assert step not in {edit.rule for edit in result.ledger}
    assert "\f" not in result.text


def test_no_file_and_an_empty_file_mean_the_built_in_rules() -> None:
    assert load_rules(None) == load_rules("")
    rules, _ = load_rules(None)
    assert len({rule.id for rule in rules.rules}) >= 8
    assert all(re.search(r"[\u4e00-\u9fff]", rule.reason) for rule in rules.rules)
