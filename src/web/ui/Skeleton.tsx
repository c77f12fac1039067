import { cx } from './cx.ts';

/** A grey shape of what is coming. It shows itself after 300 ms, so that what is quick never flickers. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden="true" className={cx('block animate-[skeleton-wait_1ms_linear_300ms_backwards] rounded-small bg-hover', className)} />;
}

const widths = ['w-3/5', 'w-2/5', 'w-1/2', 'w-2/3', 'w-1/3'];

/** A list that is being fetched. */
export function SkeletonRows({ count = 12, label = 'Loading' }: { count?: number | undefined; label?: string | undefined }) {
  return (
    <div role="status" aria-label={label} className="px-4">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="flex h-row items-center gap-3 max-tablet:h-row-phone">
          <Skeleton className="size-3.5" />
          <Skeleton className="h-3 w-14 max-tablet:hidden" />
          <Skeleton className={cx('h-3', widths[index % widths.length])} />
        </div>
      ))}
    </div>
  );
}
