import type { ReactNode } from 'react';
import { ChevronLeft, Menu as MenuIcon } from 'lucide-react';
import { cx } from '../cx.ts';
import { IconButton } from '../IconButton.tsx';
import { InlineText } from '../InlineText.tsx';
import { tip } from '../tip.ts';
import { Link } from './link.tsx';
import type { View } from './place.ts';
import { grouped } from '../grouped.ts';

export type TopBarProps = {
  title: string;
  /** The place that this page is a part of. */
  back?: { readonly label: string; readonly href: string } | undefined;
  /** Renames what the page shows, in its title. */
  onRename?: ((name: string) => void) | undefined;
  views?: readonly View[] | undefined;
  /** Presence, share, the primary button. */
  right?: ReactNode;
  isMenuOpen: boolean;
  onMenu: () => void;
};

/** On a phone more looks than so many stand on a line of their own: beside the title they would be cut. */
const MOST_BESIDE = 2;

/** Where am I, which look at it, and what one may do here. */
export function TopBar({ title, back, onRename, views = [], right, isMenuOpen, onMenu }: TopBarProps) {
  const hasOwnLine = views.length > MOST_BESIDE;
  return (
    <header
      data-no-print
      className={cx(
        'flex h-top shrink-0 items-center gap-3 border-b border-edge px-4 max-desk:ps-2.5 max-tablet:ps-4',
        hasOwnLine && 'max-tablet:h-auto max-tablet:min-h-top max-tablet:flex-wrap max-tablet:gap-y-0 max-tablet:pt-1.5',
      )}
    >
      <IconButton label="Menu" icon={<MenuIcon aria-hidden="true" />} aria-expanded={isMenuOpen} onClick={onMenu} className="max-tablet:hidden desk:hidden" />
      {back && (
        <Link
          href={back.href}
          aria-label={back.label}
          {...tip(back.label)}
          className="hit relative -me-2 grid size-6.5 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-hover hover:text-ink [&_svg]:size-4"
        >
          <ChevronLeft aria-hidden="true" className="rtl:rotate-180" />
        </Link>
      )}
      <h1 data-page-head tabIndex={-1} className="max-w-1/2 shrink-0 truncate font-semibold max-tablet:text-l">
        {onRename ? (
          <InlineText
            value={title}
            label="Name"
            onSave={(name) => onRename(name.trim())}
            problemOf={(name) => (name.trim() === '' ? 'It needs a name' : name.trim().length > 100 ? 'At most 100 characters' : undefined)}
          />
        ) : (
          title
        )}
      </h1>
      {views.length > 0 && (
        <nav
          aria-label={`Views of ${title}`}
          className={cx(
            '-mx-1 flex min-w-0 flex-1 gap-0.5 overflow-x-auto mask-r-from-[calc(100%-16px)] px-1 py-1 pe-4 [scrollbar-width:none]',
            hasOwnLine && 'max-tablet:order-last max-tablet:-mx-2.5 max-tablet:basis-[calc(100%+20px)] max-tablet:py-1.5',
          )}
        >
          {views.map((view) => (
            <Link
              key={view.id}
              href={view.href}
              aria-current={view.isCurrent ? 'page' : undefined}
              className={cx(
                'hit relative inline-flex h-6.5 shrink-0 items-center gap-1 rounded-control px-2.25 whitespace-nowrap',
                view.isCurrent ? 'bg-sunken font-medium text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
              )}
            >
              {view.label}
              {view.count !== undefined && <span className="num font-normal text-ink-3">{grouped(view.count)}</span>}
            </Link>
          ))}
        </nav>
      )}
      <div className="ms-auto flex shrink-0 items-center gap-2">{right}</div>
    </header>
  );
}
