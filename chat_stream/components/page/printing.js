// Prints the whole chat, although the page has only its end at first.
import { inLog, isDrawing } from "./elements.js";
import { usePageState } from "./page_state.js";
import { useEffect } from "react";
import { useParams } from "react-router";

const PAGE_WIDTH = 640; // pixels that paper has room for
const LETTERS = 14 / 16; // the size of a formula on paper, compared to the screen
const DRAWING_TIMEOUT = 10_000; // milliseconds that diagrams may take to be drawn
const BETWEEN_LOOKS = 100;

/** Asks for a chat to be printed as soon as the page shows all of it. */
export function useAskToPrint() {
  return usePageState("printing", "")[1];
}

/** Whether the shown chat is about to be printed. */
export function useIsPrinting() {
  const { chat_id: shown = "" } = useParams();
  const [printing, print] = usePageState("printing", "");
  useEffect(() => {
    const press = (/** @type {KeyboardEvent} */ event) => {
      const isAsked = event.key?.toLowerCase() === "p" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isAsked || !shown) return;
      event.preventDefault();
      print(shown);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [shown, print]);
  return Boolean(shown) && printing === shown;
}

/**
 * Prints when everything is loaded.
 * @param {boolean} isReady
 */
export function usePrint(isReady) {
  const print = useAskToPrint();
  useEffect(() => {
    if (!isReady) return;
    let isWanted = true;
    whenDrawn().then(() => {
      if (!isWanted) return;
      print("");
      window.print();
    });
    return () => {
      isWanted = false;
    };
  }, [isReady, print]);
}

/**
 * Prepares the page for paper: unfolds folds, and fits formulas that scroll on screen. Also for the browser's own print
 * menu.
 */
export function useForPaper() {
  useEffect(() => {
    /** @type {HTMLDetailsElement[]} */
    let folds = [];
    const before = () => {
      folds = [...inLog("details:not([open])")].filter((fold) => fold instanceof HTMLDetailsElement);
      for (const fold of folds) fold.open = true;
      inLog(".katex-display").forEach(fit);
    };
    const after = () => {
      for (const fold of folds.splice(0)) fold.open = false;
    };
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
}

/**
 * Fits a formula to the page. It breaks between its parts; if a part is wider than the page, the whole formula shrinks.
 * @param {HTMLElement} formula
 */
function fit(formula) {
  /** @type {HTMLElement[]} */
  const parts = Array.from(formula.querySelectorAll(".katex-html > .base"));
  const width = LETTERS * Math.max(0, ...parts.map((part) => part.offsetWidth));
  if (width > PAGE_WIDTH) formula.style.setProperty("--print-scale", String(PAGE_WIDTH / width));
}

async function whenDrawn() {
  await document.fonts.ready;
  const end = Date.now() + DRAWING_TIMEOUT;
  do await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  while (isDrawing() && Date.now() < end);
}
