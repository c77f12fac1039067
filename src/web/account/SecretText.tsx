import { Copy } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { toasts } from '../ui/toasts.ts';

/** A link or token that is shown this once, ready to be copied. */
export function SecretText({ label, text, note }: { label: string; text: string; note: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toasts.show('Copied');
  };
  return (
    <div className="grid gap-1.5 rounded-panel border border-edge bg-sunken p-3">
      <span className="text-s font-medium text-ink-2">{label}</span>
      <div className="flex gap-2 max-tablet:flex-col">
        <input
          readOnly
          aria-label={label}
          value={text}
          onFocus={(event) => event.target.select()}
          className="field h-control min-w-0 flex-1 px-2 font-mono text-s max-tablet:h-touch"
        />
        <Button icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
          Copy
        </Button>
      </div>
      <p className="text-s text-ink-2">{note}</p>
    </div>
  );
}
