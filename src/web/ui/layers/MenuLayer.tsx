import type { ReactNode } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover, Separator, SubmenuTrigger, Text } from 'react-aria-components';
import { Check, ChevronRight } from 'lucide-react';
import { cx } from '../cx.ts';
import { Kbd } from '../Kbd.tsx';
import type { MenuEntry } from '../menu-entry.ts';
import type { MenuProps } from '../Menu.tsx';
import { floating } from './floating.ts';

export function MenuLayer({ triggerRef, isOpen, onOpenChange, label, entries, placement = 'bottom start' }: MenuProps) {
  return (
    <Popover
      aria-label={label}
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      offset={4}
      containerPadding={8}
      className={cx(floating, 'min-w-48 overflow-auto')}
    >
      <Menu aria-label={label} autoFocus="first" onClose={() => onOpenChange(false)} className="p-1 outline-none">
        <Entries entries={entries} />
      </Menu>
    </Popover>
  );
}

function Entries({ entries }: { entries: readonly MenuEntry[] }) {
  const hasIcons = entries.some((entry) => 'icon' in entry && entry.icon !== undefined);
  return entries.map((entry) => <Entry key={entry.id} entry={entry} hasIcons={hasIcons} />);
}

function Entry({ entry, hasIcons }: { entry: MenuEntry; hasIcons: boolean }) {
  if ('heading' in entry) {
    return entry.heading === null ? (
      <Separator className="mx-1 my-1 border-t border-edge" />
    ) : (
      <MenuSection>
        <Header className="px-2 pt-2 pb-1 text-xs font-medium text-ink-3">{entry.heading}</Header>
      </MenuSection>
    );
  }
  if ('entries' in entry) {
    return (
      <SubmenuTrigger>
        <MenuItem id={entry.id} textValue={entry.label} className={line(false)}>
          {hasIcons && <Icon>{entry.icon}</Icon>}
          <Text slot="label" className="flex-1">
            {entry.label}
          </Text>
          <ChevronRight aria-hidden="true" className="size-3.5 text-ink-3 rtl:rotate-180" />
        </MenuItem>
        <Popover aria-label={entry.label} offset={2} className={cx(floating, 'min-w-44 overflow-auto')}>
          <Menu aria-label={entry.label} className="p-1 outline-none">
            <Entries entries={entry.entries} />
          </Menu>
        </Popover>
      </SubmenuTrigger>
    );
  }
  const isOff = entry.disabledReason !== undefined;
  return (
    <MenuItem id={entry.id} textValue={entry.label} isDisabled={isOff} onAction={entry.run} className={cx(line(entry.isGrave ?? false), isOff && 'text-ink-3')}>
      {hasIcons && <Icon>{entry.icon}</Icon>}
      <span className="grid min-w-0 flex-1 py-1">
        <Text slot="label">{entry.label}</Text>
        {(entry.disabledReason ?? entry.hint) !== undefined && (
          <Text slot="description" className="max-w-64 text-xs text-ink-3">
            {entry.disabledReason ?? entry.hint}
          </Text>
        )}
      </span>
      {entry.isChosen === true && <Check aria-label="Chosen" className="size-3.5 text-accent" />}
      {entry.keys !== undefined && (
        <span className="max-tablet:hidden">
          <Kbd keys={entry.keys} />
        </span>
      )}
    </MenuItem>
  );
}

function Icon({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className="inline-grid size-3.5 shrink-0 place-items-center text-ink-3 [&_svg]:size-3.5">
      {children}
    </span>
  );
}

function line(isGrave: boolean): string {
  return cx(
    'flex min-h-7 items-center gap-2.5 rounded-control px-2 outline-none select-none max-tablet:min-h-touch data-focused:bg-float-hover data-open:bg-float-hover',
    isGrave ? 'text-wrong' : 'text-ink',
  );
}
