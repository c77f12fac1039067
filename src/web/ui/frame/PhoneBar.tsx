import type { ReactNode } from 'react';
import { Ellipsis, Plus } from 'lucide-react';
import { cx } from '../cx.ts';
import { Link } from './link.tsx';
import type { Place } from './place.ts';

/** The bar of a phone: up to four places, and the rest behind More. */
export function PhoneBar({ places, isMoreOpen, onMore }: { places: readonly Place[]; isMoreOpen: boolean; onMore: () => void }) {
  return (
    <nav
      aria-label="Places"
      data-no-print
      className="hidden h-[calc(var(--phone-bar)+env(safe-area-inset-bottom))] shrink-0 border-t border-edge bg-sunken pb-[env(safe-area-inset-bottom)] max-tablet:flex"
    >
      {places.slice(0, 4).map((place) =>
        'href' in place ? (
          <Link key={place.id} href={place.href} aria-current={place.isCurrent === true ? 'page' : undefined} className={look(place.isCurrent ?? false)}>
            <Inside icon={place.icon} label={place.label} />
          </Link>
        ) : (
          <button key={place.id} type="button" onClick={place.open} className={look(place.isCurrent ?? false)}>
            <Inside icon={place.icon} label={place.label} />
          </button>
        ),
      )}
      <button type="button" aria-expanded={isMoreOpen} onClick={onMore} className={look(false)}>
        <Inside icon={<Ellipsis />} label="More" />
      </button>
    </nav>
  );
}

/** The round button of a phone, above its bar. */
export function RoundButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      data-no-print
      onClick={onClick}
      className="fixed end-4 bottom-[calc(var(--phone-bar)+env(safe-area-inset-bottom)+16px)] z-10 hidden size-12 place-items-center rounded-full bg-accent text-on-accent shadow-float active:bg-accent-hover max-tablet:grid"
    >
      <Plus aria-hidden="true" className="size-6" />
    </button>
  );
}

function Inside({ icon, label }: { icon: ReactNode; label: string }) {
  return (
    <>
      <span aria-hidden="true" className="inline-grid [&_svg]:size-4.5 [&_svg]:stroke-[1.75]">
        {icon}
      </span>
      <span className="max-w-full truncate">{label}</span>
    </>
  );
}

function look(isCurrent: boolean): string {
  return cx('grid min-w-0 flex-1 place-content-center justify-items-center gap-0.5 px-1 text-xs', isCurrent ? 'font-semibold text-accent' : 'text-ink-2');
}
