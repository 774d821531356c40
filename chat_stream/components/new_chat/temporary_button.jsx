// Begins a chat that is never stored. From the click on until it is there, nothing can be written: what is written at a
// new chat is kept as its draft, and what is sent there is stored.
import { RECEIPTS } from "../contract/maps.js";
import { useObject } from "../contract/objects.js";
import { useLasting } from "../page/page_state.js";
import { randomId } from "../page/random_id.js";
import { useEffect } from "react";

const NONE = { id: "", load: "" };

/** @param {import("../contract/props.js").TemporaryButtonProps} props */
export function TemporaryButton({ load, account, onBegin, children, ...rest }) {
  const [, setAwaited] = useLasting("temporary", NONE);
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
 * Whether one is awaited: no more after a refusal, and not by the next connection, as nobody knows what became of it.
 * @param {string} chatId
 * @param {string} load
 */
export function useAwaited(chatId, load) {
  const [{ id, load: since }, setAwaited] = useLasting("temporary", NONE);
  const receipt = useObject(RECEIPTS, id);
  useEffect(() => {
    if (chatId) setAwaited(NONE);
  }, [chatId, setAwaited]);
  return !chatId && Boolean(load) && since === load && !receipt?.error;
}
