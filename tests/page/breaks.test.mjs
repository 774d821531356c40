import { stored, streaming } from "./rendering.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const LINES = {
  "Roses are red,\nviolets are **blue**.": "<p>Roses are red,<br/>violets are <strong>blue</strong>.</p>",
  "two spaces  \nand one\\\nmore": "<p>two spaces<br/>and one<br/>more</p>",
  "- a\n  goes on\n- b": "<ul><li>a<br/>goes on</li><li>b</li></ul>",
  "> a\n> b": "<blockquote><p>a<br/>b</p></blockquote>",
  "a\n\nb": "<p>a</p><p>b</p>",
  "| a |\n|--|\n| b |\n\nc": "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><p>c</p>",
  "Title\n---\ntext": "<h2>Title</h2><p>text</p>",
  "**a\nb** and `c\nd`": "<p><strong>a<br/>b</strong> and <code>c d</code></p>",
};

const SIGNS = {
  "3~4 and 12~15, ~/x and ~user": "<p>3~4 and 12~15, ~/x and ~user</p>",
  "~a~ and ~~b~~": "<p>~a~ and <del>b</del></p>",
  "- > 25 mg\n- >= 3\n- > $5": "<ul><li>&gt; 25 mg</li><li>&gt;= 3</li><li>&gt; $5</li></ul>",
  "- > words\n- > 25\n  > lines": // quotes
    "<ul><li><blockquote><p>words</p></blockquote></li><li><blockquote><p>25<br/>lines</p></blockquote></li></ul>",
  "> 25 people said": "<blockquote><p>25 people said</p></blockquote>",
  "open ** stars, [brackets and `ticks": "<p>open ** stars, [brackets and `ticks</p>",
};

test("a line ends where it was ended", () => {
  for (const [text, html] of Object.entries(LINES)) assert.equal(stored(text), html, text);
});

test("signs that mark nothing are shown", () => {
  for (const [text, html] of Object.entries(SIGNS)) assert.equal(stored(text), html, text);
});

test("only the block that is being written is closed for now", () => {
  const cases = {
    "**one\n\n**two": "<p>**one</p><p><strong>two</strong></p>",
    "Shopping:\n-": "<p>Shopping:</p>",
    "Shopping:\n- ": "<p>Shopping:</p>",
    "text\n==": "<p>text</p>",
    "a [link](https://exa": "<p>a link</p>",
  };
  for (const [text, html] of Object.entries(cases)) assert.equal(streaming(text), html, text);
  assert.ok(streaming("```\na\n--").includes("--"));
});
