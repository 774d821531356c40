// What Ctrl+C copies of messages: what the Copy button would, of the part that is selected.
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

function copy(event) {
  const selection = getSelection();
  if (event.defaultPrevented || !selection || selection.isCollapsed || isWriting(event.target)) return;
  const range = selection.getRangeAt(0).cloneRange();
  if (!touchesMessages(range)) return;
  event.preventDefault();
  fill(event.clipboardData, copied(range, selection.toString()));
}

function isWriting(target) {
  return target instanceof Element && target.closest("input, textarea, [contenteditable]");
}

function touchesMessages(range) {
  const around = elementOf(range.commonAncestorContainer);
  if (isInMessage(around)) return true;
  return messagesIn(around).some((message) => range.intersectsNode(message));
}

/** Of `range`, which reads as `words`. */
function copied(range, words) {
  const code = elementOf(range.commonAncestorContainer).closest("pre");
  if (code) return { text: words, html: htmlOf(copiedElements(holding(preOf(words)))) };
  overWholeFormulas(range);
  const elements = copiedElements(holding(contentsOf(range)));
  return { text: textOf(elements), html: htmlOf(elements) };
}

function preOf(text) {
  const pre = document.createElement("pre");
  pre.append(text);
  return pre;
}

/** A part of a formula's drawing is a part of nothing that its author wrote. */
function overWholeFormulas(range) {
  const first = elementOf(range.startContainer).closest(WRITTEN);
  const last = elementOf(range.endContainer).closest(WRITTEN);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
}

/** With the list, quote or table that all of it is in. */
function contentsOf(range) {
  const numbers = numbersAt(range.startContainer);
  let around = elementOf(range.commonAncestorContainer);
  const dir = around.closest("[dir]")?.dir;
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

function holding(contents) {
  const holder = document.createElement("div");
  holder.append(contents);
  return holder;
}

/** The number of each entry that the selection starts in, the innermost first. */
function numbersAt(node) {
  const numbers = [];
  for (let item = elementOf(node).closest("li"); item; item = item.parentElement.closest("li")) {
    const { parentElement: list } = item;
    if (list.localName === "ol") numbers.push(list.start + [...list.children].indexOf(item));
  }
  return numbers;
}

/** A list that is selected from its middle on keeps its numbers. */
function goOn(contents, numbers) {
  const lists = [];
  for (let element = contents; element; element = element.firstElementChild)
    if (element.localName === "ol") lists.unshift(element);
  lists.forEach((list, index) => {
    if (numbers[index]) list.start = numbers[index];
  });
}

function elementOf(node) {
  return node instanceof Element ? node : node.parentElement;
}
