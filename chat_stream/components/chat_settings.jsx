// How the models of a chat are asked: a button in its header, and the dialog that it opens.
import { Dialog, DialogDismiss, DialogHeading, useDialogStore } from "@ariakit/react";
import { SlidersHorizontal, X } from "lucide-react";
import { useEffect } from "react";

const NONE = { system_prompt: "", temperature: "", longest_answer: "", effort: "" };
const EFFORTS = { "": "The model's own", low: "Low", medium: "Medium", high: "High" };

export function ChatSettings({ chatId, of, parameters: said, models, model, longestPrompt, notice, saves, onSave }) {
  const reasons = models?.[model]?.abilities?.includes("reasoning");
  const parameters = of === chatId ? said : NONE;
  const dialog = useDialogStore();
  useEffect(() => dialog.hide(), [saves, chatId]);
  const isSet = Object.values(parameters).some(Boolean);
  const save = (event) => {
    event.preventDefault();
    onSave(chatId, { ...parameters, ...Object.fromEntries(new FormData(event.currentTarget)) });
  };

  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label="Chat settings"
        title="Chat settings"
        aria-haspopup="dialog"
        data-is-set={isSet}
        onClick={dialog.show}
      >
        <SlidersHorizontal size={17} aria-hidden />
      </button>
      <Dialog store={dialog} unmountOnHide backdrop={<div className="backdrop" />} className="dialog">
        <header className="dialog-header">
          <DialogHeading className="text-sm font-medium">Chat settings</DialogHeading>
          <DialogDismiss className="icon-button" aria-label="Close">
            <X size={17} aria-hidden />
          </DialogDismiss>
        </header>
        <form className="flex flex-col gap-4" onSubmit={save}>
          <Labelled label="System prompt" hint="What each model is told before the conversation.">
            <textarea
              name="system_prompt"
              className="field tall"
              dir="auto"
              rows={5}
              maxLength={longestPrompt}
              defaultValue={parameters.system_prompt}
            />
          </Labelled>
          <Labelled label="Temperature" hint="From 0, always the likeliest word, to 2.">
            <Amount name="temperature" min={0} max={2} step="any" parameters={parameters} />
          </Labelled>
          <Labelled label="Maximum length" hint="Tokens in one answer.">
            <Amount name="longest_answer" min={1} max={1000000} step={1} parameters={parameters} />
          </Labelled>
          {reasons && (
            <Labelled label="Reasoning effort">
              <select name="effort" className="field" defaultValue={parameters.effort}>
                {Object.entries(EFFORTS).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </Labelled>
          )}
          {notice && (
            <p role="alert" className="text-sm text-danger">
              {notice}
            </p>
          )}
          <button type="submit" className="button-primary">
            Save
          </button>
        </form>
      </Dialog>
    </>
  );
}

function Labelled({ label, hint, children }) {
  return (
    <label className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">{label}</span>
      {children}
      {hint && <span className="text-xs text-muted-foreground">{hint}</span>}
    </label>
  );
}

function Amount({ name, parameters, ...limits }) {
  return (
    <input
      type="number"
      name={name}
      className="field"
      placeholder="The model's own"
      defaultValue={parameters[name]}
      {...limits}
    />
  );
}
