import { stored } from "./rendering.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const EMPHASIS = {
  "**「重要」**です": "<p><strong>「重要」</strong>です</p>",
  "これは**「重要」**です。**（注）**も": "<p>これは<strong>「重要」</strong>です。<strong>（注）</strong>も</p>",
  "**この文は太字（bold）。**この文のせい": "<p><strong>この文は太字（bold）。</strong>この文のせい</p>",
  "**注意：**这是": "<p><strong>注意：</strong>这是</p>",
  "他说**“你好”**然后走了": "<p>他说<strong>“你好”</strong>然后走了</p>",
  "**《书名》**是*《书》*的": "<p><strong>《书名》</strong>是<em>《书》</em>的</p>",
  "**중요(important)**은 **“인용”**이라": "<p><strong>중요(important)</strong>은 <strong>“인용”</strong>이라</p>",
  "**A**는 `B`를 ~~C(1)~~와": "<p><strong>A</strong>는 <code>B</code>를 <del>C(1)</del>와</p>",
  "~~「取消」~~です ***「両方」***も": "<p><del>「取消」</del>です <em><strong>「両方」</strong></em>も</p>",
  "**`コード`**を**[リンク]**で": "<p><strong><code>コード</code></strong>を<strong>[リンク]</strong>で</p>",
  "3~4と12~15，~～5": "<p>3~4と12~15，~～5</p>",
  "snake_case_name と __init__": "<p>snake_case_name と <strong>init</strong></p>",
};

/** The addresses that each text links to. */
const ADDRESSES = {
  "见https://example.com/a。然后": ["https://example.com/a"],
  "（https://example.com/b）と「https://example.com/c」": ["https://example.com/b", "https://example.com/c"],
  "https://a.example、https://b.example/x；https://c.example！": ["https://a.example", "https://b.example/x", "https://c.example"],
  "https://example.comを見て": ["https://example.com"],
  "https://example.com:8080를": ["https://example.com:8080"],
  "https://ja.wikipedia.org/wiki/日本 です": ["https://ja.wikipedia.org/wiki/日本"],
  "https://example.com/docsを参照、https://example.com/a에서": ["https://example.com/docs", "https://example.com/a"],
  "(https://example.com/a)を見て,https://example.com/b,然后": ["https://example.com/a", "https://example.com/b"],
  "https://example.com/?q=日本語&l=ja と": ["https://example.com/?q=日本語&amp;l=ja"],
  "https://www.例え.jp/x。": ["https://www.例え.jp/x"],
  "https://日本.jp/a。": ["https://日本.jp/a"],
  "www.example.com。次": ["www.example.com"],
  "ada@example.com。次": ["ada@example.com"],
  "“https://example.com/q”了": ["https://example.com/q"],
  "https://example.com/d…など": ["https://example.com/d"],
  "**詳細はhttps://example.com/e。**です": ["https://example.com/e"],
  "See https://example.com/f_(g). And (https://example.com/h), https://example.com/i?": [
    "https://example.com/f_(g)",
    "https://example.com/h",
    "https://example.com/i",
  ],
  "<https://example.com/a。b>": ["https://example.com/a。b"],
  "[名](https://example.com/。)": ["名"],
  "`https://example.com/a。`": [],
};

test("emphasis beside the punctuation of Chinese, Japanese and Korean", () => {
  for (const [text, html] of Object.entries(EMPHASIS)) assert.equal(stored(text), html, text);
});

test("an address ends where the sentence goes on", () => {
  for (const [text, addresses] of Object.entries(ADDRESSES)) {
    const links = [...stored(text).matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, words]) => words);
    assert.deepEqual(links, addresses, text);
  }
});

test("what stands behind an address is Markdown again", () => {
  const html = stored("见https://example.com/a。**重要**です");
  assert.ok(html.endsWith("</a>。<strong>重要</strong>です</p>"), html);
});
