import { chooser } from "./chooser.mjs";
import { pageModule } from "./page_modules.mjs";
import { stored } from "./rendering.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { blocksOf, cutsIn, definesNames } = await pageModule("components/markdown/growing/blocks.js");
const sections = await pageModule("components/markdown/growing/settled_sections.js");
const phrases = await pageModule("components/markdown/growing/settled_phrases.js");

const CODE = ["`", "``", "```", "\n```\n", "```math\n", "~~~", "\n~~~\n", "\n    ", "\t"];
const ENVIRONMENTS = ["\\begin{align}", "\\end{align}", "\\ce{", "{", "}"];
const FORMULAS = ["$", "$$", "$$$", "\\(", "\\)", "\\[", "\\]", "$5", "x^2"];
const LISTS = ["\n- ", "- ", "* ", "\n\n1. one\n\n2. two", "   "];
const BLOCKS = ["> ", "\n> ", "\n>> ", "# ", "\n---\n", "\n===\n", "| a |\n|---|\n| b |\n", "|"];
const TAGS = ["<details>", "\n<details>\n", "</details>", "\n</details>\n", "<b>", "</b>", "<!--", "-->", "\n<div>", "<T>"];
const NAMES = ["[^a-z]:", "[^1]", "[^1]:", "[x]:", "\n[x]: y\n", "[", "]", "](", "![", "[a](b)"];
const ADDRESSES = ["http://a.b/$c$ ", "<http:", "\\"];
const MARKS = ["*", "**", "***", "_", "~", "~~", "重要", "。", "5", ":"];
const LINES = ["\n", "\n\n", "\n\n", "word ", "All work and no play."];
const ANY = [CODE, FORMULAS, ENVIRONMENTS, LISTS, BLOCKS, TAGS, NAMES, ADDRESSES, MARKS].flat();

const WITHIN = ["`code` ", "`", "$x$ ", "$5 ", "$", "\\(x\\) ", "\\(", "<b>", "</b>", "[a](b) "].concat(
  ["*it* ", "**bold** ", "*", "**", "_", "~~"],
);
const PROSE = ["All ", "work ", "and ", "no ", "play ", "Über ", "Jack? ", "x. "];

/** A text of a few kinds of signs, strewn among words, lines and blank lines. */
function garbage(choose, length) {
  const some = Array.from({ length: choose.upTo(12) }, () => choose.one(ANY)).concat(LINES);
  return textOf(length, () => choose.one(some));
}

function textOf(length, next) {
  let text = "";
  while (text.length < length) text += next();
  return text;
}

/** Up to where a text has come: anywhere, or right behind the beginning of a block, which then tells least. */
function beginning(choose, text) {
  const blank = text.indexOf("\n\n", choose.upTo(text.length));
  return blank < 0 || choose.upTo(4) === 1 ? choose.upTo(text.length) : blank + 2 + choose.upTo(3);
}

/** What is known of a text after it has come in pieces. */
function grown(kind, text, choose, longest) {
  let known = kind.NOTHING;
  for (let end = 0; end < text.length; ) {
    end = Math.min(text.length, end + choose.upTo(longest));
    known = kind.grown(known, text.slice(0, end));
  }
  return known;
}

test("whatever follows a cut, the blocks of a text are those of both its parts", () => {
  const choose = chooser(1);
  for (let number = 0; number < 2_000; number += 1) {
    const text = garbage(choose, choose.upTo(700));
    if (definesNames(text)) continue;
    const blocks = blocksOf(text);
    for (const at of cutsIn(text.slice(0, beginning(choose, text)))) {
      const parts = [text.slice(0, at), text.slice(at)];
      assert.deepEqual(parts.flatMap((part) => blocksOf(part)), blocks, JSON.stringify(parts));
    }
  }
});

test("a text that came in any pieces has the blocks of the whole text", () => {
  const choose = chooser(2);
  for (let number = 0; number < 60; number += 1) {
    const text = garbage(choose, 5_000);
    const { settled, start } = grown(sections, text, choose, 400);
    const parts = [...settled, text.slice(start)];
    assert.deepEqual(parts.flatMap((part) => blocksOf(part)), blocksOf(text), JSON.stringify(text));
  }
});

test("a paragraph that came in any pieces looks as the whole one", () => {
  const choose = chooser(3);
  for (let number = 0; number < 100; number += 1) {
    const some = Array.from({ length: choose.upTo(5) }, () => choose.one(WITHIN));
    const text = `All ${textOf(600, () => (choose.upTo(4) === 1 ? choose.one(some) : choose.one(PROSE)))}`.trim();
    const { settled, start } = grown(phrases, text, choose, 50);
    const parts = [...settled, text.slice(start)].map((part) => stored(part).replace(/^<p>|<\/p>$/g, ""));
    if (settled.length) assert.equal(`<p>${parts.join(" ")}</p>`, stored(text), JSON.stringify(text));
  }
});
