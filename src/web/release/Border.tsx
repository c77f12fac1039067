import type { BorderLink } from '../../domain/release/border.ts';
import type { Release } from '../../domain/release/release.ts';
import { releaseReport } from '../../domain/release/release-report.ts';
import { nameIn } from '../app/name-in.ts';
import { useLook, useReading, useShown } from '../store/hooks.ts';

/** What a release waits for outside it and cannot count on. */
export function Border({ release, onOpen }: { release: Release; onOpen: (item: string) => void }) {
  const { border } = useReading(releaseReport, { release: release.id });
  return (
    <section aria-label="Waiting for others" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold">Waiting for others</h2>
      {border.length === 0 ? (
        <p className="text-ink-2">Nothing in it waits for work outside it that comes later, has no date or belongs to another product.</p>
      ) : (
        <ul className="divide-y divide-edge overflow-hidden rounded-panel border border-edge">
          {border.map((link) => (
            <BorderRow key={`${link.item} ${link.blocker}`} link={link} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  );
}

function BorderRow({ link, onOpen }: { link: BorderLink; onOpen: (item: string) => void }) {
  const view = useShown();
  const names = useLook(
    (at) => ({
      title: at.find('item', link.item)?.title ?? '',
      blocker: link.blocker === null ? null : (at.find('item', link.blocker)?.title ?? ''),
      product: link.blocker === null ? null : at.find('item', link.blocker)?.product,
      own: at.find('item', link.item)?.product,
    }),
    [link.item, link.blocker],
  );
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 px-3 py-1.5">
      <ItemWord id={link.item} title={names.title} onOpen={onOpen} />
      <span className="text-s text-ink-3">waits for</span>
      {link.blocker === null ? (
        <span className="text-ink-2">an item that is not for you to see</span>
      ) : names.product === names.own ? (
        <ItemWord id={link.blocker} title={names.blocker ?? ''} onOpen={onOpen} />
      ) : (
        <span className="min-w-0 truncate">{`${nameIn(view)('item', link.blocker)} ${names.blocker}`}</span>
      )}
      <span className="ms-auto shrink-0 text-s text-line-ink">{sentence(link, nameIn(view))}</span>
    </li>
  );
}

function ItemWord({ id, title, onOpen }: { id: string; title: string; onOpen: (item: string) => void }) {
  const view = useShown();
  return (
    <button type="button" onClick={() => onOpen(id)} className="flex min-w-0 items-center gap-2 rounded-small text-start hover:underline">
      <span className="shrink-0 font-mono text-s text-ink-3">{nameIn(view)('item', id)}</span>
      <span className="min-w-0 truncate" dir="auto" title={title}>
        {title}
      </span>
    </button>
  );
}

function sentence({ why, release }: BorderLink, name: ReturnType<typeof nameIn>): string {
  switch (why) {
    case 'later':
      return `in ${name('release', release!)}, which is later`;
    case 'undated':
      return `in ${name('release', release!)}, which has no date`;
    case 'unplanned':
      return 'in no release';
    case 'other-product':
      return release === null ? 'of another product' : `of another product, in ${name('release', release)}`;
  }
}
