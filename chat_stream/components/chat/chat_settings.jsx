// The system prompt and parameters of a chat: a button in its header, and the dialog that it opens.
import { useTexts } from "../../texts/page.js";
import { usePageState } from "../page/page_state.js";
import { Dialog, DialogDismiss, DialogHeading, useDialogStore } from "@ariakit/react";
import { SlidersHorizontal, X } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";

/** @typedef {{ [name: string]: string }} Entered */

/** @type {Entered} */
const NONE = { system_prompt: "", temperature: "", longest_answer: "", effort: "" };
const EFFORTS = { "": "parameters-own", low: "parameters-low", medium: "parameters-medium", high: "parameters-high" };

/** @param {import("../contract/props.js").ChatSettingsProps} props */
export function ChatSettings({ chatId, isTemporary, of, parameters: said, models, model, ...rest }) {
  const { longestPrompt, notice, saves, onSave } = rest;
  const say = useTexts();
  const reasons = models?.[model]?.abilities?.includes("reasoning");
  // The server doesn't send those of a temporary chat: what was saved is kept here.
  const [saved, setSaved] = usePageState(`parameters of ${chatId}`, NONE);
  const stored = of === chatId ? said : NONE;
  const parameters = isTemporary ? saved : stored;
  // Unsaved input, so that nothing is lost when the dialog is closed by mistake.
  const [entered, setEntered] = usePageState(`entered parameters of ${chatId}`, /** @type {Entered | null} */ (null));
  const shown = { ...parameters, ...entered };
  const dialog = useDialogStore();
  const savesBefore = useRef(saves);
  const hide = useEffectEvent(() => dialog.hide());
  useEffect(() => hide(), [saves, chatId]);
  useEffect(() => {
    if (saves > savesBefore.current) setEntered(null);
    savesBefore.current = saves;
  }, [saves, setEntered]);
  const discard = () => {
    setEntered(null);
    dialog.hide();
  };
  const isSet = Object.values(parameters).some(Boolean);
  const save = (/** @type {import("react").FormEvent<HTMLFormElement>} */ event) => {
    event.preventDefault();
    const changed = { ...parameters, ...enteredIn(event.currentTarget) };
    if (isTemporary) setSaved(changed);
    onSave(chatId, changed);
  };

  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={say("parameters")}
        title={say("parameters")}
        aria-haspopup="dialog"
        data-is-set={isSet}
        onClick={dialog.show}
      >
        <SlidersHorizontal size={17} aria-hidden />
      </button>
      <Dialog store={dialog} unmountOnHide backdrop={<div className="backdrop" />} className="dialog">
        <header className="dialog-header">
          <DialogHeading className="text-sm font-medium">{say("parameters")}</DialogHeading>
          <DialogDismiss className="icon-button" aria-label={say("parameters-close")}>
            <X size={17} aria-hidden />
          </DialogDismiss>
        </header>
        <form
          className="flex flex-col gap-4"
          onSubmit={save}
          onChange={(event) => setEntered(enteredIn(event.currentTarget))}
        >
          <Labelled label={say("parameters-prompt")} hint={say("parameters-prompt-hint")}>
            <textarea
              name="system_prompt"
              className="field tall"
              dir="auto"
              rows={5}
              maxLength={longestPrompt}
              defaultValue={shown.system_prompt}
            />
          </Labelled>
          <Labelled label={say("parameters-temperature")} hint={say("parameters-temperature-hint")}>
            <Amount name="temperature" min={0} max={2} step="any" parameters={shown} />
          </Labelled>
          <Labelled label={say("parameters-length")} hint={say("parameters-length-hint")}>
            <Amount name="longest_answer" min={1} max={1000000} step={1} parameters={shown} />
          </Labelled>
          {reasons && (
            <Labelled label={say("parameters-effort")}>
              <select name="effort" className="field" defaultValue={shown.effort}>
                {Object.entries(EFFORTS).map(([value, label]) => (
                  <option key={value} value={value}>
                    {say(label)}
                  </option>
                ))}
              </select>
            </Labelled>
          )}
          {notice && (
            <p role="alert" className="text-sm text-danger">
              {say.said(notice)}
            </p>
          )}
          <button type="submit" className="button-primary">
            {say("parameters-save")}
          </button>
          {entered && (
            <button type="button" className="button-quiet" onClick={discard}>
              {say("parameters-discard")}
            </button>
          )}
        </form>
      </Dialog>
    </>
  );
}

/**
 * @param {HTMLFormElement} form
 * @returns {Entered}
 */
function enteredIn(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

/** @param {{ label: string, hint?: string, children: import("react").ReactNode }} props */
function Labelled({ label, hint = "", children }) {
  return (
    <label className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">{label}</span>
      {children}
      {hint && <span className="text-xs text-muted-foreground">{hint}</span>}
    </label>
  );
}

/** @param {{ name: string, parameters: Entered } & import("react").ComponentProps<"input">} props */
function Amount({ name, parameters, ...limits }) {
  const say = useTexts();
  return (
    <input
      type="number"
      name={name}
      className="field"
      placeholder={say("parameters-own")}
      defaultValue={parameters[name]}
      {...limits}
    />
  );
}
