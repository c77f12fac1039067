import { ErrorNotice } from './ErrorNotice.tsx';

interface UnsavedNotesProps {
  /** Somebody else has saved since one began to write. */
  readonly isStale: boolean;
  /** Why they could not be saved. */
  readonly problem: string | undefined;
  readonly onDismiss: () => void;
}

/** What keeps notes from being saved as they are, above the text that is still there. */
export function UnsavedNotes({ isStale, problem, onDismiss }: UnsavedNotesProps) {
  return (
    <>
      {isStale && (
        <ErrorNotice
          happened="Somebody saved these notes while you were writing."
          untouched="Your text is still here."
          remedy="Copy it and cancel to see theirs, or save yours over it."
        />
      )}
      {problem !== undefined && (
        <ErrorNotice happened="The notes were not saved." untouched="Your text is still here." remedy={problem} onDismiss={onDismiss} />
      )}
    </>
  );
}
