import type { CSSProperties } from 'react';
import { cx } from './cx.ts';
import { hueOf } from './hue.ts';
import { initials } from './initials.ts';

export type AvatarProps = {
  name: string;
  size?: 's' | 'm' | 'l' | undefined;
  /** The name stands beside it already, so it says nothing itself. */
  isDecorative?: boolean | undefined;
};

const sizes = { s: 'size-5 text-[9px]', m: 'size-6 text-[10px]', l: 'size-8 text-s' };

/** A person as initials on the colour of the name. They are drawn, not written: what a control is called does not begin with them. */
export function Avatar({ name, size = 's', isDecorative = false }: AvatarProps) {
  const told = isDecorative ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': name, 'data-tip': name } as const);
  return (
    <span
      {...told}
      data-initials={initials(name)}
      style={{ '--hue': hueOf(name) } as CSSProperties}
      className={cx(
        'before:content-[attr(data-initials)] hued inline-grid shrink-0 place-items-center overflow-hidden rounded-full bg-person leading-none font-semibold text-on-person select-none',
        sizes[size],
      )}
    />
  );
}
