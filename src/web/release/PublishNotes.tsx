import { useState } from 'react';
import { useParams } from '@tanstack/react-router';
import { Globe } from 'lucide-react';
import type { Release } from '../../domain/release/release.ts';
import { SecretText } from '../account/SecretText.tsx';
import { api } from '../app/api.ts';
import { dayOfInstant } from '../app/day-of-instant.ts';
import { failureOf, type Failure } from '../app/failure.ts';
import { nameIn } from '../app/name-in.ts';
import type { At } from '../app/places.ts';
import { useCommand, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

/** The notes as a page of their own: published under a secret link, and taken away again. */
export function PublishNotes({ release }: { release: Release }) {
  const command = useCommand();
  const [isPublishing, setIsPublishing] = useState(false);
  const { id, name, publishedAt } = release;
  return (
    <section aria-label="Published page" className="flex flex-wrap items-center gap-2 text-s text-ink-2">
      {publishedAt === null ? (
        <Button icon={<Globe aria-hidden="true" />} onClick={() => setIsPublishing(true)}>
          Publish a page…
        </Button>
      ) : (
        <>
          <span>{`Published on ${dayOfInstant(publishedAt)}: anybody with the link can read these notes.`}</span>
          <Button size="s" onClick={() => setIsPublishing(true)}>
            New link…
          </Button>
          <Button
            size="s"
            onClick={() => command({ verb: 'withdrawNotes', input: { release: id } }, { toast: `The notes of ${name} are no longer published` })}
          >
            Stop publishing
          </Button>
        </>
      )}
      {isPublishing && <PublishDialog release={release} onClose={() => setIsPublishing(false)} />}
    </section>
  );
}

function PublishDialog({ release: { id, name, publishedAt }, onClose }: { release: Release; onClose: () => void }) {
  const { workspace } = useParams({ strict: false }) as At;
  const view = useShown();
  const [isAgain] = useState(publishedAt !== null);
  const [link, setLink] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [isSent, setIsSent] = useState(false);
  const publish = async () => {
    setIsSent(true);
    try {
      const made = await api<{ link: string }>('POST', `/workspaces/${encodeURIComponent(workspace)}/releases/${id}/publish-notes`);
      setLink(made.link);
      setFailure(undefined);
    } catch (error) {
      setFailure(failureOf(error, nameIn(view)));
    } finally {
      setIsSent(false);
    }
  };
  return (
    <Dialog
      title={isAgain ? `A new link to the notes of ${name}` : `Publish the notes of ${name}`}
      isOpen
      onClose={onClose}
      width="m"
      actions={
        link === undefined ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" disabledReason={isSent ? 'The page is being published.' : undefined} onClick={() => void publish()}>
              {isAgain ? 'Make a new link' : 'Publish'}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        )
      }
    >
      {failure && <ErrorNotice happened={failure.happened} untouched="Nothing was published." remedy={failure.remedy} />}
      {link === undefined ? (
        <p className="text-ink-2">
          {isAgain
            ? 'The old link will lead nowhere from then on.'
            : 'Anybody who has the link reads the notes, the name of the release and the day it shipped, without signing in. Nothing else is on the page, and no search engine is let in.'}
        </p>
      ) : (
        <SecretText label="Link" text={link} note="Copy it now: it is not shown again. A new one can be made, and the page taken away, at any time." />
      )}
    </Dialog>
  );
}
