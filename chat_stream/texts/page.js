// The page's texts, from a catalogue of Fluent files. English is always loaded, other languages when they are needed.
import { follow, forget, keep, read } from "../browser/stores.js";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { createElement, Fragment, useEffect, useSyncExternalStore } from "react";
import english from "./en.js";

/**
 * Says a text of the catalogue; `said` one that the server meant, `around` one with elements in it. `locale` is for dates
 * and numbers.
 * @typedef {((key: string, values?: Record<string, any>) => string) & {
 *   said: (sentence: string) => string,
 *   around: (key: string, values: Record<string, any>, elements: Record<string, ReactNode>) => ReactNode[],
 *   language: string,
 *   locale: string,
 * }} Say
 */
/** @import { ReactNode } from "react" */

const ENGLISH = "en";
/** @type {Record<string, () => Promise<{ default: string }>>} */
const OTHERS = { de: () => import("./de.js") };
const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];
const PLACE = "chat_stream:language";
/** @type {Set<() => void>} */
const listeners = new Set();
const inEnglish = sayerOf(ENGLISH, english);
/** @type {Say | null} */
let spoken = null; // the translator in use; null until the first language is loaded
let wanted = "";

/** The language chosen in this browser; empty if the browser's own languages decide. */
export function chosen() {
  return read(PLACE) ?? "";
}

/**
 * Sets the language of this browser, in all its tabs. Empty: the browser's own.
 * @param {string} language
 */
export function choose(language) {
  if (chosen() === language) return;
  if (language) keep(PLACE, language);
  else forget(PLACE);
  speak();
}

/**
 * `say("key", values)` is a text of the catalogue, `say.said(sentence)` one that the server meant, `say.around(…)` one
 * with elements in it. `say.locale` is for dates and numbers. Whoever uses it renders again when the language changes.
 */
export function useTexts() {
  return useSyncExternalStore(listen, texts, () => inEnglish);
}

/** The translator for use outside of components, which don't render again when it changes. */
export function texts() {
  return spoken ?? inEnglish;
}

/**
 * Wraps the app and shows nothing until the reader's language is loaded.
 * @param {{ children: ReactNode }} props
 */
export function Texts({ children }) {
  const isThere = useSyncExternalStore(listen, () => spoken !== null, () => true);
  const { language } = useTexts();
  useEffect(() => {
    if (!isThere) return;
    document.documentElement.lang = language;
    document.documentElement.dir = RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
  }, [isThere, language]);
  return isThere ? children : null;
}

async function speak() {
  const language = languageOf(chosen() ? [chosen()] : navigator.languages);
  wanted = language;
  let sayer = inEnglish;
  if (language !== ENGLISH) {
    try {
      sayer = sayerOf(language, (await OTHERS[language]()).default);
    } catch {
      // The server can't be reached. English is already loaded.
    }
  }
  if (wanted !== language) return; // another language was chosen meanwhile
  spoken = sayer;
  listeners.forEach((listener) => listener());
}

/**
 * @param {string} language
 * @param {string} source of a catalogue
 * @returns {Say}
 */
function sayerOf(language, source) {
  const locale = regional(language);
  const bundle = new FluentBundle(locale, { useIsolating: RIGHT_TO_LEFT.includes(language) });
  bundle.addResource(new FluentResource(source));
  /** @type {(key: string, values?: Record<string, any>) => string} */
  const say = (key, values) => {
    const pattern = bundle.getMessage(key)?.value;
    if (pattern) return bundle.formatPattern(pattern, values, []);
    return say === inEnglish ? key : inEnglish(key, values);
  };
  const said = (/** @type {string} */ sentence) => {
    const text = textOf(sentence);
    return text && bundle.hasMessage(text[0]) ? say(...text) : sentence;
  };
  return /** @type {Say} */ (Object.assign(say, { said, around, language, locale }));

  /**
   * Returns the text as a list, in which `elements` take the places of the values that have their names.
   * @type {Say["around"]}
   */
  function around(key, values, elements) {
    const names = Object.keys(elements);
    const marks = Object.fromEntries(names.map((name, index) => [name, `\uE000${index}\uE000`]));
    const parts = say(key, { ...values, ...marks }).split("\uE000");
    return parts.map((part, index) => (index % 2 ? createElement(Fragment, { key: index }, elements[names[Number(part)]]) : part));
  }
}

/**
 * The key and values of an encoded text; undefined for a sentence, which is shown as it is.
 * @param {unknown} sentence
 * @returns {[string, Record<string, any>?] | undefined}
 */
function textOf(sentence) {
  if (typeof sentence !== "string" || !sentence.startsWith('["')) return undefined;
  try {
    return JSON.parse(sentence);
  } catch {
    return undefined;
  }
}

/**
 * The first of these languages that the catalogue has.
 * @param {readonly string[]} tags
 */
function languageOf(tags) {
  const languages = tags.map((tag) => tag.split("-")[0]);
  return languages.find((language) => language === ENGLISH || language in OTHERS) ?? ENGLISH;
}

/**
 * The reader's regional variant of the language, if their browser names one: dates differ between London and New York.
 * @param {string} language
 */
function regional(language) {
  const tags = typeof navigator === "undefined" ? [] : navigator.languages;
  return tags.find((tag) => tag.split("-")[0] === language) ?? language;
}

/** @param {() => void} listener */
function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

if (typeof window !== "undefined") {
  follow(PLACE, speak);
  speak();
}
