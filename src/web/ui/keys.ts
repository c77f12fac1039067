/**
 * Key bindings as text: `S`, `Alt+ArrowUp`, `Mod+K` (Ctrl or ⌘), and sequences such as `G B`.
 * Pure: events come in as plain values, time as milliseconds.
 */
export type KeyPress = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** AltGr is held: it writes a character and is no modifier. */
  altGraph?: boolean;
};

export type KeyStep = { mod: boolean; alt: boolean; shift: boolean; key: string };

/** What was pressed of a sequence so far, and until when the next key counts. */
export type Pending = { steps: readonly KeyPress[]; untilMs: number };

export const sequenceTimeoutMs = 1200;

/** `Alt Shift ArrowUp`, written `Alt+Shift+ArrowUp`; a blank parts the steps of a sequence. */
export function parseKeys(text: string): KeyStep[] {
  return text.split(' ').map((step) => {
    const parts = step === '+' ? ['+'] : step.split('+');
    const key = parts.at(-1) ?? '';
    const modifiers = parts.slice(0, -1);
    const unknown = modifiers.find((name) => !['Mod', 'Alt', 'Shift'].includes(name));
    if (key === '' || unknown !== undefined) throw new Error(`Not a key binding: ${text}`);
    return { mod: modifiers.includes('Mod'), alt: modifiers.includes('Alt'), shift: modifiers.includes('Shift'), key };
  });
}

/**
 * Whether a press is a step. Letters are found by the character, or by the place on the keyboard where the layout writes another script.
 * Signs (`?`, `]`, `/`) are found by the character alone, whatever had to be held to write it.
 */
export function matchesStep(step: KeyStep, press: KeyPress): boolean {
  const mod = (press.ctrlKey || press.metaKey) && !press.altGraph;
  if (step.mod !== mod) return false;
  if (isSign(step.key)) return press.key === step.key && (!step.alt || press.altKey) && (!step.shift || press.shiftKey);
  if (step.alt !== press.altKey || step.shift !== press.shiftKey) return false;
  if (step.key === 'Space') return press.key === ' ';
  if (/^[a-z]$/i.test(step.key)) return letterOf(press) === step.key.toLowerCase();
  if (/^\d$/.test(step.key)) return press.key === step.key || press.code === `Digit${step.key}`;
  return press.key === step.key;
}

/** Finds what a press means: the index of the binding that is complete, or what is pending of a sequence. */
export function advance(
  bindings: readonly (readonly KeyStep[])[],
  pending: Pending | null,
  now: { press: KeyPress; atMs: number },
): { found: number | null; pending: Pending | null } {
  const { press, atMs } = now;
  const steps = pending && atMs <= pending.untilMs ? [...pending.steps, press] : [press];
  const found = bindings.findIndex((binding) => binding.length === steps.length && startsWith(binding, steps));
  if (found >= 0) return { found, pending: null };
  const isBegun = bindings.some((binding) => binding.length > steps.length && startsWith(binding, steps));
  if (isBegun) return { found: null, pending: { steps, untilMs: atMs + sequenceTimeoutMs } };
  return steps.length > 1 ? advance(bindings, null, now) : { found: null, pending: null };
}

const glyphs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  Tab: '⇥',
};

/** The caps to draw for a binding, step by step: `Mod+K` is `Ctrl` `K`, or `⌘` `K` on a Mac. */
export function showKeys(text: string, isMac: boolean): string[][] {
  return parseKeys(text).map(({ mod, alt, shift, key }) => [
    ...(mod ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [isMac ? '⌥' : 'Alt'] : []),
    ...(shift ? [isMac ? '⇧' : 'Shift'] : []),
    glyphs[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ]);
}

/** The value of `aria-keyshortcuts`; it knows no sequences. */
export function ariaKeys(text: string): string | undefined {
  const steps = parseKeys(text);
  if (steps.length !== 1 || !steps[0]) return undefined;
  const rest = text.replace(/^Mod\+/, '');
  return steps[0].mod ? `Control+${rest} Meta+${rest}` : rest;
}

function startsWith(binding: readonly KeyStep[], presses: readonly KeyPress[]): boolean {
  return presses.every((press, index) => {
    const step = binding[index];
    return step !== undefined && matchesStep(step, press);
  });
}

function isSign(key: string): boolean {
  return key.length === 1 && !/[a-z0-9]/i.test(key);
}

function letterOf(press: KeyPress): string {
  const key = press.key.toLowerCase();
  return /^[a-z]$/.test(key) ? key : press.code.replace(/^Key/, '').toLowerCase();
}
