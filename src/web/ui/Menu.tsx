import { useRef, useState, type ReactNode, type RefObject } from 'react';
import type { MenuEntry } from './menu-entry.ts';
import type { Placement } from './Popover.tsx';
import { OnTop } from './OnTop.tsx';
import { onDemand } from './on-demand.ts';

export type MenuProps = {
  triggerRef: RefObject<Element | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  label: string;
  entries: readonly MenuEntry[];
  placement?: Placement | undefined;
};

const Layer = onDemand(async () => (await import('./layers/MenuLayer.tsx')).MenuLayer);

/** A menu beside what opened it. */
export function Menu(props: MenuProps) {
  if (!props.isOpen) return null;
  return (
    <OnTop>
      <Layer {...props} />
    </OnTop>
  );
}

/** What a button must take to open something. */
export type Opener = {
  ref: RefObject<HTMLButtonElement | null>;
  onClick: () => void;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
};

/** A button with its menu; `trigger` draws the button. */
export function MenuButton({
  label,
  entries,
  placement,
  trigger,
}: Pick<MenuProps, 'label' | 'entries' | 'placement'> & { trigger: (opener: Opener) => ReactNode }) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {trigger({ ref, onClick: () => setIsOpen(!isOpen), 'aria-haspopup': 'menu', 'aria-expanded': isOpen })}
      <Menu triggerRef={ref} isOpen={isOpen} onOpenChange={setIsOpen} label={label} entries={entries} placement={placement} />
    </>
  );
}

/** A menu at a point: right click, a long press, or the `.` key at the cursor's row. Null is closed. */
export function ContextMenu({
  at,
  label,
  entries,
  onClose,
}: {
  at: { x: number; y: number } | null;
  label: string;
  entries: readonly MenuEntry[];
  onClose: () => void;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  if (at === null) return null;
  return (
    <>
      <span ref={anchor} aria-hidden="true" className="pointer-events-none fixed size-0" style={{ left: at.x, top: at.y }} />
      <Menu
        key={`${at.x} ${at.y}`}
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        label={label}
        entries={entries}
        placement="bottom start"
      />
    </>
  );
}
