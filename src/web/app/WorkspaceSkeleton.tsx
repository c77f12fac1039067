import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';

/** The frame and a list in grey, after 300 ms: what is coming has this shape. */
export function WorkspaceSkeleton() {
  return (
    <div className="flex h-full bg-surface">
      <div className="w-sidebar shrink-0 border-e border-edge bg-sunken p-4 max-desk:hidden">
        <Skeleton className="h-5 w-28" />
        <div className="grid gap-4 pt-8">
          {['w-20', 'w-16', 'w-24', 'w-18'].map((width) => (
            <Skeleton key={width} className={`h-3 ${width}`} />
          ))}
        </div>
      </div>
      <div className="min-w-0 flex-1">
        <div className="flex h-top items-center border-b border-edge px-4">
          <Skeleton className="h-3.5 w-24" />
        </div>
        <div className="h-bar border-b border-edge" />
        <SkeletonRows count={16} label="Loading the workspace" />
      </div>
    </div>
  );
}
