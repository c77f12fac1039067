import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

/** What stands in place of a page that failed. What was saved is safe; what failed is told to the console by React. */
export function PageError({ happened = 'This page could not be shown.', error, reset }: { happened?: string; error: unknown; reset: () => void }) {
  return (
    <main className="grid h-full place-content-center p-6">
      <div className="grid max-w-120 gap-4">
        <ErrorNotice
          happened={happened}
          untouched="Everything that was saved is untouched."
          remedy={error instanceof Error ? error.message : 'Load it again.'}
        />
        <div className="flex gap-2">
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <Button onClick={() => location.assign('/')}>Go to the start</Button>
        </div>
      </div>
    </main>
  );
}
