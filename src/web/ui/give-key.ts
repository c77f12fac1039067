/**
 * Does what a person's press of a key would do: whoever has the focus is told of it, and where nobody takes it, what a browser does by itself is done.
 * A browser does that for trusted presses alone.
 */
export function giveKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const press = { key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true };
  const isFree = target.dispatchEvent(new KeyboardEvent('keydown', press));
  if (isFree && !ctrlKey && !metaKey) byItself(target, key);
  target.dispatchEvent(new KeyboardEvent('keyup', press));
}

/** Deprecated as it is, nothing but `execCommand` writes into a field as typing does. */
function byItself(target: Element, key: string): void {
  const isEnter = key === 'Enter';
  if (target instanceof HTMLButtonElement || (isEnter && target instanceof HTMLAnchorElement)) {
    if (isEnter || key === ' ') target.click();
  } else if (isEnter && target instanceof HTMLInputElement) sendForm(target.form);
  else if (isEnter) document.execCommand('insertLineBreak');
  else if (key === 'Backspace') document.execCommand('delete');
  else if (key === 'Delete') document.execCommand('forwardDelete');
  else if (key.length === 1) document.execCommand('insertText', false, key);
}

/** As Enter in a field does: by the form's own button, and not at all while that is off. */
function sendForm(form: HTMLFormElement | null): void {
  const button = form?.querySelector<HTMLElement>('button[type=submit]');
  if (button) button.click();
  else form?.requestSubmit();
}
