"""What the keeper is told about a text."""

from collections.abc import Callable

import pytest

from hujian.clean import Rules, clean, clean_all, findings_of
from hujian.model import SourceFile

Make = Callable[..., SourceFile]
BODY = "第一句话说的是阅览室的开放时间，第二句话说的是借书证怎么办，大家听明白了就好。"


def test_one_finding_a_file_and_kind_with_count_and_examples(rules: Rules, make: Make) -> None:
    text = "××县有X%的人，**乡有X人,很好\n" + BODY
    found = {finding.code: finding for finding in findings_of(clean(make(text), rules))}
    assert set(found) == {"placeholder", "half-width-punctuation"}
    assert "4 处" in found["placeholder"].message
    assert "××县有" in found["placeholder"].message
    assert (found["placeholder"].start, found["placeholder"].end) == (0, 2)


def test_lost_characters_are_told_one_by_one_at_their_place(rules: Rules, make: Make) -> None:
    text = "二楼有\ufffd\ufffd个座位，三楼\ufffd有。"
    findings = findings_of(clean(make(text), rules))
    assert [(f.code, f.start, f.end) for f in findings] == [
        ("lost-character", 3, 5),
        ("lost-character", 11, 12),
    ]
    assert all("\ufffd" not in f.message + f.remedy for f in findings)


def test_a_lone_suspicious_line_is_told_and_stays(rules: Rules, make: Make) -> None:
    line = "客服微信：abc123，更多材料请咨询"
    result = clean(make(f"开放通知\n{BODY}\n{line}\n{BODY}\n{BODY}"), rules)
    assert line in result.text
    (finding,) = findings_of(result)
    assert finding.code == "suspicious-line"
    assert result.source.text[finding.start : finding.end] == line


@pytest.mark.parametrize(
    "line",
    ["【公众号：县府文库】扫码关注", "QQ群：123456789", "点击蓝字关注我们", "★会员专享★"],
)
@pytest.mark.parametrize("at_head", [True, False])
def test_at_the_edges_of_a_text_less_evidence_is_told(
    line: str, at_head: bool, rules: Rules, make: Make
) -> None:
    text = f"开放工作的通知\n{BODY * 2}" + f"\n{BODY}" * 12
    result = clean(make(f"{line}\n{text}" if at_head else f"{text}\n{line}"), rules)
    assert line in result.text
    assert [finding.code for finding in findings_of(result)] == ["suspicious-line"]


@pytest.mark.parametrize(
    "title", ["县总工会会员服务手册", "关于审理倒卖车票案件有关问题的解释", "云麓市微信公众号管理办法"]
)
def test_a_title_that_speaks_of_such_matters_is_not_told(title: str, rules: Rules, make: Make) -> None:
    assert not findings_of(clean(make(f"{title}\n{BODY}\n{BODY}"), rules))


def test_a_clean_text_has_no_findings(rules: Rules, make: Make) -> None:
    assert findings_of(clean(make("开放通知\n　　" + BODY + "\n"), rules)) == ()


FOOTER = "\n\n\n\n本作品属于公有领域，不受著作权法保护。\n\n\n\n授权协议\n通用\n"


def test_a_licence_box_goes_when_it_recurs_and_stays_when_it_does_not(rules: Rules, make: Make) -> None:
    texts = [f"第{n}次会议上的讲话\n{BODY}{n}" for n in "一二三四五六七八九十"]
    boxed = [make(text + FOOTER * (n < 3), f"{n}.txt") for n, text in enumerate(texts)]
    assert [c.text for c in clean_all(boxed, rules)] == texts
    alone = [make(text + FOOTER * (n < 2), f"{n}.txt") for n, text in enumerate(texts)]
    assert "公有领域" in clean_all(alone, rules)[0].text


def test_three_files_of_many_make_no_licence_box(rules: Rules, make: Make) -> None:
    texts = [make(f"第{n}次会议上的讲话\n{BODY}{n}" + FOOTER * (n < 3), f"{n}.txt") for n in range(20)]
    assert "公有领域" in clean_all(texts, rules)[0].text


def test_a_closing_line_that_recurs_is_no_licence_box(rules: Rules, make: Make) -> None:
    texts = [f"第{n}次会议上的讲话\n{BODY}{n}\n\n\n\n谢谢大家！" for n in "一二三四五"]
    for clean_text in clean_all([make(text, text[1]) for text in texts], rules):
        assert clean_text.text.endswith("谢谢大家！")


def test_copies_of_one_text_are_no_recurrence(rules: Rules, make: Make) -> None:
    sources = [make(f"会议上的讲话\n{BODY}{FOOTER}", f"{n}.txt") for n in range(5)]
    assert "公有领域" in clean_all(sources, rules)[0].text


@pytest.mark.parametrize("head", ["内部资料\n注意保存", "内部资料 注意保存", "（内部文件，注意保密）"])
def test_what_agencies_print_above_a_document_is_no_advertisement(
    head: str, rules: Rules, make: Make
) -> None:
    result = clean(make(f"{head}\n中共云麓市委文件\n关于开展读书月活动的通知\n请认真组织。\n"), rules)
    assert result.text.startswith(head)
    assert not findings_of(result)
