// A question that waits comes back to where one writes. Its words are in the draft, and kept, before the server is asked
// for it: whatever gets lost on the way, they don't. If it is being answered already, they leave the draft again.
import { RECEIPTS } from "../page/maps.js";
import { useObject } from "../page/objects.js";
import { EMPTY } from "../writing/draft.js";
import { useLasting } from "../page/page_state.js";
import { useEffect, useState } from "react";

export function useTakingBack({ chatId, load, draft, setDraft, onTakeBack, onTaken }) {
  const [taken, setTaken] = useLasting("taken back", null);
  const [asked, setAsked] = useState({ id: "" });
  const receipt = useObject(RECEIPTS, asked.id);

  useEffect(() => {
    if (taken?.chatId !== chatId || draft.isSending) return;
    const together = [draft.text.trimEnd(), taken.text].filter(Boolean).join("\n\n");
    setTaken(null);
    setDraft({ ...EMPTY, text: together });
    setAsked({ id: taken.id, together, before: draft.text });
    onTakeBack(taken.id);
    onTaken();
  }, [taken, draft.isSending]);
  // After a reconnect nobody knows whether it arrived. Asked for twice, it is taken back once.
  useEffect(() => {
    if (load && asked.id) onTakeBack(asked.id);
  }, [load]);
  useEffect(() => {
    if (!receipt) return;
    if (receipt.error && draft.text === asked.together) setDraft({ ...EMPTY, text: asked.before });
    setAsked({ id: "" });
  }, [receipt]);
}
