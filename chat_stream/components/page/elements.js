// How scripts find each other's elements: by attributes of their own, which no stylesheet uses. Components set them.

const COMPOSER = "[data-composer]"; // the box in which a message is written
const CHAT_FILTER = "[data-chat-filter]";
const CHAT = "[data-chat-id]"; // an entry of the list of chats
const CHAT_LINK = "[data-chat-link]"; // the link in it
const UNDO_NOTICE = "[data-undo-notice]";
const LOG = "[role=log]"; // the messages of the chat that is shown
const MESSAGE = "[data-message-id]";
const MESSAGE_BODY = "[data-message-body]"; // what somebody wrote, without the actions below it
const DRAWING = "[data-is-drawing]"; // a diagram that isn't there yet
const OPEN_DIALOG = "dialog[open]";

/** @returns {HTMLTextAreaElement | null} */
export function composerBox() {
  return document.querySelector(COMPOSER);
}

/** @returns {HTMLInputElement | null} */
export function chatFilter() {
  return document.querySelector(CHAT_FILTER);
}

/**
 * The links of the list of chats, from the top.
 * @returns {HTMLElement[]}
 */
export function chatLinks() {
  return [...document.querySelectorAll(CHAT_LINK)].filter((link) => link instanceof HTMLElement);
}

/** @param {Element} link */
export function chatIdOf(link) {
  return link.closest(CHAT)?.getAttribute("data-chat-id") ?? "";
}

/** @param {Element | null} element */
export function isInUndoNotice(element) {
  return Boolean(element?.closest(UNDO_NOTICE));
}

/**
 * The elements of the shown chat that match a selector.
 * @param {string} selector
 * @returns {NodeListOf<HTMLElement>}
 */
export function inLog(selector) {
  return document.querySelectorAll(`${LOG} ${selector}`);
}

/** @param {Element} element */
export function isInMessage(element) {
  return element.closest(MESSAGE) !== null;
}

/** @param {Element} around */
export function messagesIn(around) {
  return [...around.querySelectorAll(MESSAGE)];
}

/**
 * The text of the message with this id, as its author wrote it.
 * @param {string} messageId
 * @returns {HTMLElement | null}
 */
export function bodyOfMessage(messageId) {
  return document.querySelector(`[data-message-id="${messageId}"] ${MESSAGE_BODY}`);
}

/**
 * The text of the message that an element is in, as its author wrote it.
 * @param {Element} element
 */
export function bodyBeside(element) {
  return element.closest(MESSAGE)?.querySelector(MESSAGE_BODY) ?? null;
}

/**
 * The text, as its author wrote it, that an element is part of.
 * @param {Element} element
 */
export function bodyAround(element) {
  return element.closest(MESSAGE_BODY);
}

export function isDrawing() {
  return document.querySelector(DRAWING) !== null;
}

export function isDialogOpen() {
  return document.querySelector(OPEN_DIALOG) !== null;
}
