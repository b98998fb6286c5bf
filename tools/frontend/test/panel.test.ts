import assert from "node:assert/strict";
import { test } from "node:test";
import { asHtml, asMarkdown, asText } from "../src/basket/formats.ts";
import { IGNORE_ALL, isTrifle, judged, piecesOf } from "../src/data/pieces.ts";
import { DELETED, type DocumentData, EQUAL, INSERTED, MOVED, REPLACED } from "../src/data/records.ts";
import { bandsOf } from "../src/panel/bands.ts";
import { grouped, Places, sentenceAt, sentencesOf } from "../src/panel/places.ts";
import { isoDate, quotation, reference } from "../src/selection/citation.ts";

const HERE = "一是抓阅读。二是抓服务！";

const data: DocumentData = {
  ids: ["p1"],
  documents: [
    ["b", "乙", "2024-05", "city", 0, 0.4, 0.2, 1],
    ["c", "丙", "", "province", 0, 0.3, 0, 1],
    ["d", "丁", "2023", "city", 1, 0.1, 0, 2],
  ],
  copies: [],
  formulations: [["f1", "抓阅读", 3, "s", 4], ["f2", "抓服务", 2, "", 2]],
  marks: [[0, 2, 5, 0], [0, 8, 11, 1]],
  parallels: [
    ["m1", 0, 0, 6, 0, "p3", 0, "", "一是抓阅读。", "", 0, 100, 1, []],
    ["m2", 0, 2, 5, 1, "p4", 0, "", "抓阅读", "", 0, 100, 0, []],
    ["m3", 0, 6, 12, 2, "p5", 0, "", "二要抓服务。", "", 1, 80, 0, []],
    ["m4", 0, 8, 11, 2, "p5", 2, "", "抓服务", "", 0, 100, 0, []],
  ],
};

test("sentences tile a text, and each offset lies in its sentence", () => {
  assert.deepEqual(sentencesOf(HERE), [{ start: 0, end: 6 }, { start: 6, end: 12 }]);
  assert.deepEqual(sentenceAt("他说：“好！”我们去。没有句号", 6), { start: 0, end: 7 });
  assert.deepEqual(sentenceAt("没有句号", 2), { start: 0, end: 4 });
  assert.deepEqual(sentencesOf(""), []);
});

test("parallels come by level, then by date, undated last; one paragraph there is told once", () => {
  const places = new Places(data);
  const all = grouped(places, places.parallelsIn({ paragraph: 0, start: 0, end: 12 }));
  assert.deepEqual(all.map((group) => [group.level, group.parallels.map((each) => each.match)]), [
    ["province", ["m2"]],
    ["city", ["m3", "m1"]],
  ]);
});

test("套话 can be left out, of parallels and of formulations", () => {
  const places = new Places(data);
  const whole = { paragraph: 0, start: 0, end: 12 };
  assert.deepEqual(places.parallelsIn(whole, true).map((each) => each.match), ["m1", "m3", "m4"]);
  assert.deepEqual(places.formulationsIn(whole, true), [1]);
  assert.deepEqual(places.formulationsIn({ paragraph: 0, start: 0, end: 6 }), [0]);
});

test("pieces come in the order of the text there", () => {
  const flat = [MOVED, 0, 2, 3, 5, EQUAL, 2, 3, 0, 1, REPLACED, 3, 4, 1, 2, INSERTED, 4, 4, 2, 3, DELETED, 4, 5, 5, 5];
  const pieces = piecesOf(flat, "甲甲乙丙丁", "乙戊己甲甲");
  assert.deepEqual(pieces.map((each) => [each.kind, each.here, each.there]), [
    [EQUAL, "乙", "乙"],
    [REPLACED, "丙", "戊"],
    [INSERTED, "", "己"],
    [MOVED, "甲甲", "甲甲"],
    [DELETED, "丁", ""],
  ]);
  assert.deepEqual(piecesOf([], "甲", "甲，"), [{ kind: EQUAL, here: "甲", there: "甲，" }]);
});

test("trifles are what the reader says they are", () => {
  const none = { punctuation: false, numbering: false, placeholders: false };
  const cases = [
    ["甲，乙", "甲、乙", "punctuation"],
    ["一是甲", "第二，甲", "numbering"],
    ["××县", "县", "placeholders"],
  ] as const;
  for (const [here, there, name] of cases) {
    assert.equal(isTrifle(here, there, none), false, name);
    assert.equal(isTrifle(here, there, IGNORE_ALL), true, name);
    assert.equal(isTrifle(here, there, { ...IGNORE_ALL, [name]: false }), false, name);
  }
  assert.equal(isTrifle("全省", "全市", IGNORE_ALL), false);
  assert.equal(judged([{ kind: EQUAL, here: "甲，", there: "甲。" }], none)[0]?.kind, REPLACED);
  assert.equal(judged([{ kind: REPLACED, here: "，", there: "。" }], IGNORE_ALL)[0]?.kind, EQUAL);
});

test("a reference has the form of GB/T 7714", () => {
  const url = "http://h/texts/a.html#p5";
  assert.equal(reference("沈知远. 讲话[EB/OL]. (2024-03-12).", "5", url, "2025-01-02"), `沈知远. 讲话[EB/OL]. 第5段(2024-03-12)[2025-01-02]. ${url}.`);
  assert.equal(reference("讲话[EB/OL].", "", url, "2025-01-02"), `讲话[EB/OL].[2025-01-02]. ${url}.`);
  assert.equal(reference("讲话[EB/OL].", "4—6", "file:///home/甲/a.html#p4", "2025-01-02"), "讲话[EB/OL]. 第4—6段[2025-01-02].");
  assert.equal(quotation(" 甲 ", "乙"), "“甲”（乙）");
  assert.equal(isoDate(new Date(2025, 0, 2)), "2025-01-02");
});

test("clippings leave as text, Markdown and HTML, and stay data in each", () => {
  const clipping = { text: "<b>甲</b>\n# 乙", source: "某[EB/OL].", url: "u" };
  assert.equal(asText([clipping]), "<b>甲</b>\n# 乙\n——某[EB/OL].\n");
  assert.match(asMarkdown([clipping]), /^> \\<b\\>甲\\<\/b\\>\n> \\# 乙/u);
  assert.match(asHtml([clipping]), /<blockquote><p>&#60;b&#62;甲&#60;\/b&#62;<\/p><p># 乙<\/p><\/blockquote>/u);
});

test("bands of the map tell with whom a line is shared, 套话 apart", () => {
  assert.deepEqual(bandsOf(new Places(data)), [
    { paragraph: 0, start: 0, end: 12, generic: false, documents: [0, 2] },
    { paragraph: 0, start: 2, end: 5, generic: true, documents: [1] },
  ]);
});
