import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { isOnlyFile } = await pageModule("components/page/files.js");
const PICTURE = '<meta charset="utf-8"><img src="https://example.com/a.png" alt="A picture">';
const WORD = "<html><head><style>p { color: red }</style></head><body><!--StartFragment--><p>Some words</p></body></html>";

function transfer(files, texts = {}) {
  const types = [...Object.keys(texts), ...(files.length ? ["Files"] : [])];
  return { types, files: files.map((name) => ({ name })), getData: (type) => texts[type] ?? "" };
}

test("files and pictures alone are refused, whatever names them beside", () => {
  for (const [what, refused] of Object.entries({
    "a dropped file": transfer(["a.pdf"]),
    "a screenshot": transfer(["image.png"]),
    "a picture of a page": transfer(["image.png"], { "text/html": PICTURE }),
    "a picture with its address": transfer(["a.png"], {
      "text/html": PICTURE,
      "text/plain": "https://example.com/a.png",
      "text/uri-list": "https://example.com/a.png",
    }),
    "a file of the Finder": transfer(["a.pdf", "b.pdf"], { "text/plain": "a.pdf\rb.pdf" }),
    "a file of a Linux folder": transfer(["a.pdf"], { "text/plain": "file:///home/ada/a.pdf" }),
    "a picture with blank text": transfer(["image.png"], { "text/plain": " \n" }),
  }))
    assert.ok(isOnlyFile(refused), what);
});

test("text is taken, also when a picture of it comes beside", () => {
  for (const [what, taken] of Object.entries({
    "plain text": transfer([], { "text/plain": "words" }),
    "an address": transfer([], { "text/plain": "https://example.com", "text/uri-list": "https://example.com" }),
    "a piece of Word": transfer(["image.png"], { "text/plain": "Some words", "text/html": WORD }),
    "cells of Excel": transfer(["image.png"], { "text/plain": "1\t2", "text/html": "<table><td>1</td><td>2</td></table>" }),
    "a cell with an address": transfer(["image.png"], {
      "text/plain": "https://example.com/a.png",
      "text/html": "<table><td>https://example.com/a.png</td></table>",
    }),
    "nothing": transfer([]),
  }))
    assert.ok(!isOnlyFile(taken), what);
});
