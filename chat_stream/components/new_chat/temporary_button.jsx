// Begins a temporary chat. Between the click and its beginning nothing can be written, because a new chat stores its
// draft and its messages.
import { RECEIPTS } from "../contract/maps.js";
import { useObject } from "../contract/objects.js";
import { usePageState } from "../page/page_state.js";
import { randomId } from "../page/random_id.js";
import { useEffect } from "react";

const NONE = { id: "", load: "" };

/** @param {import("../contract/props.js").TemporaryButtonProps} props */
export function TemporaryButton({ load, account, onBegin, children, ...rest }) {
  const [, setAwaited] = usePageState("temporary", NONE);
  const begin = () => {
    const id = randomId();
    setAwaited({ id, load });
    onBegin(id, account);
  };
  return (
    <button type="button" className="button-quiet" disabled={!load} onClick={begin} {...rest}>
      {children}
    </button>
  );
}

/**
 * Whether a temporary chat is awaited. Not after a refusal, and not after a reconnect, because then the outcome isn't
 * known.
 * @param {string} chatId
 * @param {string} load
 */
export function useAwaited(chatId, load) {
  const [{ id, load: since }, setAwaited] = usePageState("temporary", NONE);
  const receipt = useObject(RECEIPTS, id);
  useEffect(() => {
    if (chatId) setAwaited(NONE);
  }, [chatId, setAwaited]);
  return !chatId && Boolean(load) && since === load && !receipt?.error;
}
