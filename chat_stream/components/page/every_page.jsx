// Behaviour of every page: keys of input methods, refused files, chosen looks, and notices.
import { follow, read } from "../../browser/stores.js";
import { ColorModeContext } from "$/utils/context-registry";
import { useContext, useEffect } from "react";
import { TEXT_SIZE, useChoice } from "./browser_choices.js";
import { refuseFiles } from "./files.js";
import { guardComposition } from "./keys.js";
import { notify } from "./page_notice.js";
import { PageNotice } from "./page_notice.jsx";

const THEME = "theme"; // where Reflex stores the colours

export function Everywhere() {
  useEffect(guardComposition, []);
  useEffect(() => refuseFiles(() => notify("files-refused")), []);
  useLooks();
  return <PageNotice />;
}

/** Applies the colours that another tab chose, which Reflex doesn't notice. */
function useLooks() {
  const { rawColorMode, setColorMode } = useContext(ColorModeContext);
  const size = useChoice(TEXT_SIZE);
  useEffect(() => follow(THEME, () => setColorMode(themeOf(read(THEME)))), [setColorMode]);
  useEffect(() => paintFrame(rawColorMode), [rawColorMode]);
  useEffect(() => {
    document.documentElement.dataset.textSize = size;
  }, [size]);
}

/** @param {string | null} kept */
export function themeOf(kept) {
  return kept !== null && ["light", "dark"].includes(kept) ? kept : "system";
}

/**
 * Makes the browser's own colours around the page follow the choice.
 * @param {string} theme
 */
function paintFrame(theme) {
  /** @type {HTMLMetaElement[]} */
  const metas = Array.from(document.head.querySelectorAll("meta[name=theme-color]"));
  for (const meta of metas) meta.dataset.own ??= meta.content;
  const chosen = metas.find(({ media }) => media.includes(theme));
  for (const meta of metas) meta.content = (chosen ?? meta).dataset.own ?? "";
}
