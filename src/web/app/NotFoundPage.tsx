import { EmptyPlace } from '../ui/EmptyPlace.tsx';
import { PlainPage } from './PlainPage.tsx';

/** Nothing there, or nothing that this person may see: which of them is not said. */
export function NotFoundPage() {
  return (
    <PlainPage title="Nothing here" width="narrow">
      <EmptyPlace
        sentence="There is nothing at this address, or it is not for you to see."
        action={{ label: 'Go to the start', run: () => location.assign('/') }}
      />
    </PlainPage>
  );
}
