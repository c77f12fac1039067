import { ErrorNotice } from '../ui/ErrorNotice.tsx';

/** Where a history stands that the server did not give; once the connection is back it is asked for again. */
export function HistoryNotLoaded({ remedy = 'Check the connection, then open the page again.' }: { remedy?: string }) {
  return <ErrorNotice happened="The history could not be loaded." untouched="Nothing is lost." remedy={remedy} />;
}
