import { stored, streaming } from "./rendering.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const SHOWN = {
  "H<sub>2</sub>O, x<sup>2</sup>": "<p>H<sub>2</sub>O, x<sup>2</sup></p>",
  "<kbd>Ctrl</kbd> + <KBD>C</KBD>": "<p><kbd>Ctrl</kbd> + <kbd>C</kbd></p>",
  "<mark>a</mark> <u>b</u> <small>c</small> <s>d</s>": "<p><mark>a</mark> <u>b</u> <small>c</small> <s>d</s></p>",
  "one<br>two<br/>three<BR />\nfour": "<p>one<br/>two<br/>three<br/>four</p>",
  "<hr>": "<hr/>",
  "| a |\n|--|\n| x<br>y |": "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>x<br/>y</td></tr></tbody></table>",
  "| a |\n|--|\n| <ul><li>x</li><li>**y**</li></ul> |":
    "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><ul><li>x</li><li><strong>y</strong></li></ul></td></tr></tbody></table>",
  "<b>**bold** <i>and</i></b>": "<p><b><strong>bold</strong> <i>and</i></b></p>",
  "# H<sub>2</sub>": "<h1>H<sub>2</sub></h1>",
  "<details>\n<summary>A **title**</summary>\n\nText.\n\n- a\n\n</details>\n\nAfter.":
    "<details><summary>A <strong>title</strong></summary><p>Text.</p><ul><li>a</li></ul></details><p>After.</p>",
  "<details><summary>S</summary>all *in* one</details>": "<details><summary>S</summary><p>all <em>in</em> one</p></details>",
  "<details>\n<summary>S</summary>\nbelow\n</details>\nafter": "<details><summary>S</summary><p>below</p></details><p>after</p>",
  "<details open>\n<summary>S</summary>\n\na\n\n<details>\n<summary>T</summary>\n\nb\n\n</details>\n\n</details>":
    '<details open=""><summary>S</summary><p>a</p><details><summary>T</summary><p>b</p></details></details>',
  "- a\n  <details><summary>S</summary>\n\n  x\n\n  </details>":
    "<ul><li><p>a</p><details><summary>S</summary><p>x</p></details></li></ul>",
  "> <details>\n> <summary>S</summary>\n>\n> x\n>\n> </details>":
    "<blockquote><details><summary>S</summary><p>x</p></details></blockquote>",
  "a <!-- hidden --> b": "<p>a  b</p>",
  "<!--\nhidden\n\n- too\n-->\n\nshown": "<p>shown</p>",
  "<!-- a --><!-- b --> **c**": "<p><strong>c</strong></p>",
};

const VISIBLE = {
  "List<String>, Map<K, V> and <T> in prose": "<p>List&lt;String&gt;, Map&lt;K, V&gt; and &lt;T&gt; in prose</p>",
  "<T> is **bold**": "<p>&lt;T&gt; is <strong>bold</strong></p>",
  "<T>\nis **bold**": "<p>&lt;T&gt;<br/>is <strong>bold</strong></p>",
  "<div>\n**bold**\n</div>": "<p>&lt;div&gt;<br/><strong>bold</strong><br/>&lt;/div&gt;</p>",
  "never <b>closed **here**": "<p>never &lt;b&gt;closed <strong>here</strong></p>",
  "closed</b> too early</p>": "<p>closed&lt;/b&gt; too early&lt;/p&gt;</p>",
  "<b>crossed <i>tags</b> here</i>": "<p><b>crossed &lt;i&gt;tags</b> here&lt;/i&gt;</p>",
  "<b>one\n\ntwo</b>": "<p>&lt;b&gt;one</p><p>two&lt;/b&gt;</p>",
  "**<b>x**</b>": "<p><strong>&lt;b&gt;x</strong>&lt;/b&gt;</p>",
  "<summary>alone</summary>": "<p>&lt;summary&gt;alone&lt;/summary&gt;</p>",
  "<details>\n\n**never closed**": "<p>&lt;details&gt;</p><p><strong>never closed</strong></p>",
  "<!-- never closed\n\n**text**": "<p>&lt;!-- never closed</p><p><strong>text</strong></p>",
  "`<b>x</b>` and \\<b>x\\</b> and &lt;b&gt;": "<p><code>&lt;b&gt;x&lt;/b&gt;</code> and &lt;b&gt;x&lt;/b&gt; and &lt;b&gt;</p>",
  "<ul>\n<li>one</li>\n</ul>": "<p>&lt;ul&gt;<br/>&lt;li&gt;one&lt;/li&gt;<br/>&lt;/ul&gt;</p>",
};

const ALERT = "alert(1)";
const HARMLESS = {
  [`<kbd onclick="${ALERT}" style="position:fixed">K</kbd>`]: "<p><kbd>K</kbd></p>",
  [`<details open ontoggle=${ALERT}><summary>S</summary>x</details>`]: '<details open=""><summary>S</summary><p>x</p></details>',
  [`<sub><script>${ALERT}</script></sub>`]: `<p><sub>&lt;script&gt;${ALERT}&lt;/script&gt;</sub></p>`,
  [`<script>\n${ALERT}\n</script>`]: `<p>&lt;script&gt;<br/>${ALERT}<br/>&lt;/script&gt;</p>`,
  "<style>*{display:none}</style>": "<p>&lt;style&gt;*{display:none}&lt;/style&gt;</p>",
  "<iframe src=x></iframe><img src=x onerror=alert(1)>":
    "<p>&lt;iframe src=x&gt;&lt;/iframe&gt;&lt;img src=x onerror=alert(1)&gt;</p>",
  '<a href="javascript:alert(1)">x</a>': "<p>&lt;a href=&quot;javascript:alert(1)&quot;&gt;x&lt;/a&gt;</p>",
  "<![CDATA[<b>x</b>]]>": "<p>&lt;![CDATA[&lt;b&gt;x&lt;/b&gt;]]&gt;</p>",
  "<?php <b>x</b> ?>": "<p>&lt;?php &lt;b&gt;x&lt;/b&gt; ?&gt;</p>",
  "<!DOCTYPE html>": "<p>&lt;!DOCTYPE html&gt;</p>",
  "<!--> <script>x</script> -->": "<p>&lt;script&gt;x&lt;/script&gt; --&gt;</p>",
  "<!-- --!> <script>x</script> -->": "",
  "a <!-- <b> --> b</b>": "<p>a  b&lt;/b&gt;</p>",
  "<s\u0000ub>x</s\u0000ub>": "<p>&lt;s\uFFFDub&gt;x&lt;/s\uFFFDub&gt;</p>",
  "<su\u200Bb>x</su\u200Bb>": "<p>&lt;su\u200Bb&gt;x&lt;/su\u200Bb&gt;</p>",
  "<b.c>x</b.c> <b_>y": "<p>&lt;b.c&gt;x&lt;/b.c&gt; &lt;b_&gt;y</p>",
  "&lt;b&gt;x&lt;/b&gt; &#60;b&#62;y": "<p>&lt;b&gt;x&lt;/b&gt; &lt;b&gt;y</p>",
  "<b/>x</b> </br> <br>": "<p>&lt;b/&gt;x&lt;/b&gt; &lt;/br&gt; <br/></p>",
  "<constructor>x</constructor> <__proto__>": "<p>&lt;constructor&gt;x&lt;/constructor&gt; &lt;<strong>proto</strong>&gt;</p>",
};

for (const [what, cases] of Object.entries({ SHOWN, VISIBLE, HARMLESS }))
  test(what, () => {
    for (const [text, html] of Object.entries(cases)) assert.equal(stored(text), html, text);
  });

test("what is open at the end of a text that goes on is closed for now, and half a tag isn't shown", () => {
  const cases = {
    "H<sub>2": "<p>H<sub>2</sub></p>",
    "H<su": "<p>H</p>",
    "H<sub>2</su": "<p>H<sub>2</sub></p>",
    'x <details open="': "<p>x</p>",
    "<details>\n<summary>S</summary>\n\n- a": "<details><summary>S</summary><ul><li>a</li></ul></details>",
    "<details>\n<summ": "<details></details>",
    "<details": "",
    "a <!-- hid": "<p>a</p>",
    "<!-- hid\n\nden": "",
    "a < b <c and d": "<p>a &lt; b &lt;c and d</p>",
    "a <T": "<p>a &lt;T</p>",
    "<b>one\n\ntwo": "<p>&lt;b&gt;one</p><p>two</p>",
  };
  for (const [text, html] of Object.entries(cases)) assert.equal(streaming(text), html, text);
});

test("tags in each other beyond all sense, and many without an end, take no time", () => {
  const many = {
    "folds in each other": "<details>\n".repeat(500) + "deep\n" + "</details>\n".repeat(500),
    "words in each other": "<b>".repeat(500) + "deep" + "</b>".repeat(500),
    "without an end": "<b>x ".repeat(2_000) + "deep",
    "without a beginning": "x</b> ".repeat(2_000) + "deep",
    comments: "<!-- x -->".repeat(2_000) + "deep",
    "open comments": "<!-- x\n\n".repeat(500) + "deep",
    halves: "<b ".repeat(5_000) + "deep",
  };
  for (const [kind, text] of Object.entries(many)) {
    const start = performance.now();
    assert.ok(stored(text).includes("deep"), kind);
    streaming(text);
    assert.ok(performance.now() - start < 5_000, kind);
  }
});
