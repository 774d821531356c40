// Suggestions for the first question of a chat. A suggestion is put into the composer, where it can be changed before
// sending.
import { useTexts } from "../../texts/page.js";
import { EMPTY } from "../writing/draft.js";
import { usePageState } from "../page/page_state.js";
import { createElement, useEffect, useEffectEvent } from "react";

/** @import { Draft } from "../writing/draft.js" */

const OURS = ["beginning-explain", "beginning-write", "beginning-plan", "beginning-code"];
const ANY = "*"; // the language of suggestions that are the same for everybody
const PLACE = "begun";

/**
 * `own` are the installation's suggestions, by language. Without any, the app's own are shown.
 * @param {import("../contract/props.js").BeginningsProps} props
 */
export function Beginnings({ own }) {
  const say = useTexts();
  const [, begin] = usePageState(PLACE, "");
  const words = beginningsIn(own, say.language) ?? OURS.map((key) => say(key));
  const item = (/** @type {string} */ text) =>
    createElement(
      "li",
      { key: text },
      createElement("button", { type: "button", className: "beginning", dir: "auto", onClick: () => begin(text) }, text),
    );
  if (!words.length) return null;
  return createElement("ul", { className: "beginnings", "aria-label": say("beginnings") }, words.map(item));
}

/**
 * The installation's suggestions in this language, or else those for everybody, in English, or in any language.
 * @param {Record<string, string[]> | undefined} own
 * @param {string} language
 */
export function beginningsIn(own, language) {
  const languages = Object.keys(own ?? {});
  const found = [language, ANY, "en", languages[0]].find((each) => languages.includes(each));
  return found === undefined ? undefined : own?.[found];
}

/**
 * At the composer: adds the chosen suggestion to the text that is already there.
 * @param {object} properties
 * @param {Draft} properties.draft
 * @param {(draft: Draft) => void} properties.setDraft
 * @param {() => void} properties.onBegun
 */
export function useBegun({ draft, setDraft, onBegun }) {
  const [begun, begin] = usePageState(PLACE, "");
  const takeOver = useEffectEvent(() => {
    begin("");
    if (draft.isSending) return;
    setDraft({ ...EMPTY, text: draft.text.trim() ? `${draft.text.trimEnd()}\n\n${begun}` : begun });
    onBegun();
  });
  useEffect(() => {
    if (begun) takeOver();
  }, [begun]);
}
