// What is used of Streamdown's inside: its plugins by their names, its blocks, and the guess of a text's direction.
import { pageModule } from "../page/page_modules.mjs";
import { stored } from "../page/rendering.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const streamdown = await import("streamdown");
const { safePlugins } = await pageModule("components/markdown/html/safe_plugins.js");
const own = streamdown.defaultRehypePlugins;

test("the plugins have the names that the page takes them by", () => {
  assert.deepEqual(Object.keys(own).sort(), ["harden", "raw", "sanitize"]);
  assert.ok(safePlugins(own, []));
});

test("a plugin that the page doesn't know is left out", () => {
  const unknown = () => {};
  assert.ok(!safePlugins({ ...own, unknown }, []).includes(unknown));
  assert.ok(!safePlugins(own, []).includes(own.raw));
});

for (const name of ["raw", "sanitize", "harden"]) {
  test(`without ${name} nothing is rendered`, () => {
    const { [name]: renamed, ...others } = own;
    assert.equal(safePlugins({ ...others, renamed }, []), null);
  });
}

test("raw HTML isn't rendered", () => {
  const html = stored("Hello <img src=x onerror=alert(1)> <iframe src=//evil.example></iframe> **there**");
  assert.doesNotMatch(html, /<(?:img|iframe)/);
  assert.match(html, /<strong>there<\/strong>/);
});

test("blocks and directions are Streamdown's", () => {
  assert.equal(streamdown.detectTextDirection("שלום"), "rtl");
  assert.ok(streamdown.Block);
  assert.deepEqual(streamdown.parseMarkdownIntoBlocks("a\n\nb").join(""), "a\n\nb");
});
