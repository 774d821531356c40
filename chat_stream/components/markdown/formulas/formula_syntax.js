// Adds formulas to Markdown's syntax: a parser extension that treats what `formulas.js` found as formulas.
//
// While a text is parsed, the line breaks and table marks of its formulas are other characters, so that no line of a
// formula begins a list, and no `|` of it divides cells. What turns out to be no formula gets them back.
import { formulasIn, withoutFormulas } from "./formulas.js";

const HIDDEN = { "\n": "\uFDD0", "\r": "\uFDD1", "|": "\uFDD2" }; // characters that occur in no text
const PARTS = /[\n\r|]/g;
const HIDING = /[\uFDD0-\uFDD2]/g;
const SHOWN = Object.fromEntries(Object.entries(HIDDEN).map(([part, hiding]) => [hiding, part]));
const TEXTS = ["value", "url", "title", "alt", "label", "meta", "lang"];
const DOLLAR = 36;
const BACKSLASH = 92;
const VIRTUAL_SPACE = -1;

/** A remark plugin. */
export function remarkFormulas() {
  const data = this.data();
  const parse = this.parser;
  const reading = { text: "", formulas: new Map() }; // parsing is synchronous, so one text is parsed at a time
  (data.micromarkExtensions ??= []).push(syntax(reading));
  (data.fromMarkdownExtensions ??= []).push(nodes(reading));
  this.parser = (text, file) => {
    reading.text = text.replace(/^\uFEFF/, "");
    reading.formulas = new Map(formulasIn(reading.text).formulas.map((formula) => [formula.start, formula]));
    return parse(withHiddenParts(reading.text), file);
  };
  return (tree) => {
    if (!reading.formulas.size) return;
    showParts(tree);
    divideParagraphs(tree);
  };
}

/** The text with each formula in one line. All characters keep their positions. */
function withHiddenParts(text) {
  return withoutFormulas(text, (formula) => formula.replace(PARTS, (part) => HIDDEN[part]));
}

/** For the Markdown parser: the formulas in text, but not in code, addresses or HTML. */
function syntax(reading) {
  const construct = { name: "formula", tokenize };
  return { text: { [DOLLAR]: construct, [BACKSLASH]: construct } };

  function tokenize(effects, ok, nok) {
    const { offset } = this.now();
    let left = (reading.formulas.get(offset)?.end ?? offset) - offset;
    return left ? begin : nok;

    function begin(code) {
      effects.enter("formula");
      return within(code);
    }

    function within(code) {
      if (left === 0) {
        effects.exit("formula");
        return ok(code);
      }
      if (code === null) return nok(code);
      if (code !== VIRTUAL_SPACE) left -= 1;
      effects.consume(code);
      return within;
    }
  }
}

/** For the Markdown tree: each formula as it was written, in an element that the sanitiser lets through. */
function nodes(reading) {
  return {
    enter: {
      formula(token) {
        this.enter(node(reading, token.start.offset), token);
      },
    },
    exit: {
      formula(token) {
        this.exit(token);
      },
    },
  };
}

function node({ text, formulas }, at) {
  const { start, end, isDisplay, column } = formulas.get(at);
  const value = text.slice(start, end).replace(new RegExp(`\\n[ \\t>]{0,${column}}`, "g"), "\n");
  const className = isDisplay ? ["language-math", "language-display"] : ["language-math"];
  const data = { hName: "code", hProperties: { className }, hChildren: [{ type: "text", value }] };
  return { type: "inlineMath", value, data, isDisplay };
}

/** Restores the characters in code, addresses and the like, which turned out to hold no formula. */
function showParts(tree) {
  const isCode = tree.type === "code" && tree.value.search(HIDING) >= 0;
  const indent = isCode ? tree.position.start.column + 3 : 0; // code blocks with hidden characters have no fence
  for (const name of TEXTS) {
    if (tree[name]) tree[name] = shown(tree[name], indent);
  }
  tree.children?.forEach(showParts);
}

function shown(text, indent) {
  const before = new RegExp(`(\uFDD0)[ \\t>]{0,${indent}}`, "g");
  return (indent ? text.replace(before, "$1") : text).replace(HIDING, (hiding) => SHOWN[hiding]);
}

/** Places a displayed formula between two paragraphs instead of inside one. */
function divideParagraphs(tree) {
  if (!tree.children) return;
  tree.children = tree.children.flatMap((child) => (isDivided(child) ? divided(child) : [child]));
  tree.children.forEach(divideParagraphs);
}

function isDivided({ type, children, position }) {
  if (type === "paragraph") return children.some((child) => child.isDisplay);
  const isUnderlined = type === "heading" && position.start.line < position.end.line;
  return isUnderlined && children.at(-1)?.isDisplay;
}

/** @param {any} node */
function divided({ type, depth, ...paragraph }) {
  if (type === "heading") return [...divided({ ...paragraph, type: "paragraph" }), underline(depth, paragraph)];
  paragraph.type = type;
  /** @type {any[]} */
  const parts = [[]];
  for (const child of paragraph.children) {
    if (child.isDisplay) parts.push(child, []);
    else parts.at(-1).push(child);
  }
  return parts.flatMap((part) => (Array.isArray(part) ? paragraphsOf(paragraph, part) : [part]));
}

/** Makes `---` below a formula a horizontal rule. */
function underline(depth, { position }) {
  if (depth === 2) return { type: "thematicBreak", position };
  return { type: "paragraph", position, children: [{ type: "text", value: "===" }] };
}

function paragraphsOf(paragraph, children) {
  const trimmed = trimmedEnds(children);
  return trimmed.length ? [{ ...paragraph, children: trimmed }] : [];
}

/** Removes line breaks and spaces at both ends, and whatever is then empty. */
function trimmedEnds(children) {
  const [first, last] = [children[0], children.at(-1)];
  if (first && isEmptyAt(first, "trimStart")) return trimmedEnds(children.slice(1));
  if (last && isEmptyAt(last, "trimEnd")) return trimmedEnds(children.slice(0, -1));
  return children;
}

function isEmptyAt(child, trim) {
  if (child.type === "break") return true;
  if (child.type !== "text") return false;
  child.value = child.value[trim]();
  return !child.value;
}
