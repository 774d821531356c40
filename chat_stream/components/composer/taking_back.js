// Takes a waiting question back into the composer. Its text is put into the draft and stored before the server is
// asked, so that it can't be lost. If the question is already being answered, the text leaves the draft again.
import { RECEIPTS } from "../contract/maps.js";
import { useObject } from "../contract/objects.js";
import { EMPTY } from "../writing/draft.js";
import { usePageState } from "../page/page_state.js";
import { useEffect, useEffectEvent, useState } from "react";

/** @import { Draft } from "../writing/draft.js" */

/** The page's state by which the queue says what is taken back: `{ id, chatId, text }`. */
export const TAKEN_BACK = "taken back";
/** @type {{ id: string, chatId: string, text: string } | null} */
export const NOTHING = null;
const NO_QUESTION = { id: "", together: "", before: "" };

/**
 * @param {object} properties
 * @param {string} properties.chatId
 * @param {string} properties.load
 * @param {Draft} properties.draft
 * @param {(draft: Draft) => void} properties.setDraft
 * @param {(messageId: string) => void} properties.onTakeBack
 * @param {() => void} properties.onTaken
 */
export function useTakingBack({ chatId, load, draft, setDraft, onTakeBack, onTaken }) {
  const [taken, setTaken] = usePageState(TAKEN_BACK, NOTHING);
  const [asked, setAsked] = useState(NO_QUESTION);
  const receipt = useObject(RECEIPTS, asked.id);

  const takeBack = useEffectEvent(() => {
    if (!taken) return;
    const together = [draft.text.trimEnd(), taken.text].filter(Boolean).join("\n\n");
    setTaken(null);
    setDraft({ ...EMPTY, text: together });
    setAsked({ id: taken.id, together, before: draft.text });
    onTakeBack(taken.id);
    onTaken();
  });
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the queue says by the page's state what is taken back
    if (taken?.chatId === chatId && !draft.isSending) takeBack();
  }, [taken, chatId, draft.isSending]);
  // After a reconnect it isn't known whether the request arrived. Repeating it does no harm.
  const askAgain = useEffectEvent(() => asked.id && onTakeBack(asked.id));
  useEffect(() => {
    if (load) askAgain();
  }, [load]);
  const learn = useEffectEvent((/** @type {import("../contract/maps.js").Receipt} */ { error }) => {
    if (error && draft.text === asked.together) setDraft({ ...EMPTY, text: asked.before });
    setAsked(NO_QUESTION);
  });
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- a receipt comes from the server, by no event of the page
    if (receipt) learn(receipt);
  }, [receipt]);
}
