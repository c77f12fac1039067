import { Suspense } from 'react';
import { Skeleton } from './Skeleton.tsx';
import { onDemand } from './on-demand.ts';

const View = onDemand(async () => (await import('./layers/MarkdownView.tsx')).MarkdownView);

/** Long text as its writer meant it; no script, no style, no picture from elsewhere. */
export function Markdown({ source }: { source: string }) {
  return (
    <Suspense fallback={<Skeleton className="h-6 w-full" />}>
      <View source={source} />
    </Suspense>
  );
}
