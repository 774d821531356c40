import { pageModule } from "./page_modules.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

const { cellText, textOf } = await pageModule("components/copying/copied_text.js");

/** What stands for an element or a text of the page, as far as copying looks at one. */
function element(nodeName, children = [], attributes = {}) {
  const nodes = children.map((child) => (typeof child === "string" ? { nodeName: "#text", childNodes: [], textContent: child } : child));
  return {
    nodeName,
    childNodes: nodes,
    children: nodes.filter((node) => node.nodeName !== "#text"),
    getAttribute: (name) => attributes[name] ?? null,
    querySelectorAll: (name) => nodes.filter((node) => node.nodeName === name.toUpperCase()),
    get textContent() {
      return nodes.map((node) => node.textContent).join("");
    },
  };
}
const page = (...children) => element("DIV", children);
const item = (...children) => element("LI", children);

test("blocks stand apart by a blank line, and spaces are one", () => {
  assert.equal(textOf(page(element("H1", ["A  title"]), "\n", element("P", [" some\n words "]), "more")), "A title\n\nsome words\n\nmore");
});

test("a break begins a line, without spaces around it", () => {
  assert.equal(textOf(page(element("P", ["one ", element("BR"), " two"]))), "one\ntwo");
});

test("code keeps its lines and its spaces", () => {
  assert.equal(textOf(page(element("PRE", ["if x:\n    y  = 1"]))), "if x:\n    y  = 1");
});

test("lists have their marks, also within each other", () => {
  const inner = element("OL", [item("three"), item("four")], { start: "3" });
  assert.equal(textOf(page(element("UL", [item("one"), item("two", inner)]))), "• one\n• two\n  3. three\n  4. four");
  assert.equal(textOf(page(element("UL", [item("☑ done"), item("☐ to do")]))), "☑ done\n☐ to do");
});

test("each line of a quote has its mark", () => {
  assert.equal(textOf(page(element("BLOCKQUOTE", [element("P", ["a"]), element("P", ["b"])]))), "> a\n>\n> b");
});

test("cells stand apart by tabs", () => {
  const row = (...cells) => element("TR", cells.map((cell) => element("TD", [cell])));
  assert.equal(textOf(page(element("TABLE", [row("a", "b"), row("c", "d")]))), "a\tb\nc\td");
  assert.equal(cellText(element("TD", ["a", element("BR"), "b"])), "a b");
});
