// What Ctrl+C copies from messages: the same as the Copy button, for the selected part.
import { isInMessage, messagesIn } from "../page/elements.js";
import { fill } from "./clipboard.js";
import { copiedElements, htmlOf } from "./copied_elements.js";
import { textOf } from "./copied_text.js";
import { useEffect } from "react";

const WRITTEN = "[data-formula]";
const TABLE_PARTS = ["TR", "TBODY", "THEAD", "TABLE"];
const WRAPPING = ["UL", "OL", "BLOCKQUOTE", ...TABLE_PARTS];

export function useCopiedSelection() {
  useEffect(() => {
    document.addEventListener("copy", copy);
    return () => document.removeEventListener("copy", copy);
  }, []);
}

/** @param {ClipboardEvent} event */
function copy(event) {
  const selection = getSelection();
  if (event.defaultPrevented || !selection || selection.isCollapsed || isWriting(event.target)) return;
  const range = selection.getRangeAt(0).cloneRange();
  if (!touchesMessages(range)) return;
  event.preventDefault();
  if (event.clipboardData) fill(event.clipboardData, copied(range, selection.toString()));
}

/** @param {EventTarget | null} target */
function isWriting(target) {
  return target instanceof Element && target.closest("input, textarea, [contenteditable]");
}

/** @param {Range} range */
function touchesMessages(range) {
  const around = elementOf(range.commonAncestorContainer);
  if (isInMessage(around)) return true;
  return messagesIn(around).some((message) => range.intersectsNode(message));
}

/**
 * The copied form of `range`, whose text is `words`.
 * @param {Range} range
 * @param {string} words
 */
function copied(range, words) {
  const code = elementOf(range.commonAncestorContainer).closest("pre");
  if (code) return { text: words, html: htmlOf(copiedElements(holding(preOf(words)))) };
  overWholeFormulas(range);
  const elements = copiedElements(holding(contentsOf(range)));
  return { text: textOf(elements), html: htmlOf(elements) };
}

/** @param {string} text */
function preOf(text) {
  const pre = document.createElement("pre");
  pre.append(text);
  return pre;
}

/**
 * Extends a selection to whole formulas, because a part of a drawn formula has no source.
 * @param {Range} range
 */
function overWholeFormulas(range) {
  const first = elementOf(range.startContainer).closest(WRITTEN);
  const last = elementOf(range.endContainer).closest(WRITTEN);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
}

/**
 * The selected elements, with the list, quote or table around them.
 * @param {Range} range
 */
function contentsOf(range) {
  const numbers = numbersAt(range.startContainer);
  let around = elementOf(range.commonAncestorContainer);
  const dir = around.closest("[dir]")?.dir;
  /** @type {Node} */
  let contents = range.cloneContents();
  while (WRAPPING.includes(around.tagName)) {
    const wrap = around.cloneNode(false);
    wrap.append(contents);
    contents = wrap;
    if (!TABLE_PARTS.includes(around.tagName)) break;
    around = around.parentElement;
  }
  const whole = holding(contents);
  if (dir) whole.dir = dir;
  goOn(whole, numbers);
  return whole;
}

/** @param {Node} contents */
function holding(contents) {
  const holder = document.createElement("div");
  holder.append(contents);
  return holder;
}

/**
 * The number of each list entry that the selection starts in, the innermost first.
 * @param {Node} node
 */
function numbersAt(node) {
  /** @type {number[]} */
  const numbers = [];
  for (let item = elementOf(node).closest("li"); item; item = item.parentElement.closest("li")) {
    const { parentElement: list } = item;
    if (list.localName === "ol") numbers.push(list.start + [...list.children].indexOf(item));
  }
  return numbers;
}

/**
 * Makes a list that is selected from its middle keep its numbers.
 * @param {Element} contents
 * @param {number[]} numbers
 */
function goOn(contents, numbers) {
  /** @type {HTMLOListElement[]} */
  const lists = [];
  for (let element = /** @type {Element | null} */ (contents); element; element = element.firstElementChild)
    if (element instanceof HTMLOListElement) lists.unshift(element);
  lists.forEach((list, index) => {
    if (numbers[index]) list.start = numbers[index];
  });
}

/**
 * @param {Node} node
 * @returns {any}
 */
function elementOf(node) {
  return node instanceof Element ? node : node.parentElement;
}
