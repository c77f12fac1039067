import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Mapping } from '../../io/mapping.ts';
import type { Hints, Recognition } from '../../io/recognise.ts';
import { failureOf, type Failure } from '../app/failure.ts';
import { importApi, type Brought, type Preview } from './import-api.ts';

/** Where an import stands on this page. */
export type ImportStep =
  | { readonly at: 'choose' }
  | { readonly at: 'sending'; readonly name: string }
  | { readonly at: 'unreadable'; readonly name: string; readonly sentences: readonly string[] }
  | {
      readonly at: 'look';
      readonly brought: Brought & { readonly recognition: Recognition };
      readonly mapping: Mapping;
      readonly preview: Preview | null;
      readonly isBeginning: boolean;
    }
  | { readonly at: 'begun'; readonly runs: readonly { readonly id: string; readonly product: string }[] };

/** A file on its way into the backlog: sent, looked at, its mapping changed, begun. */
export function useImport(workspace: string, product: Target) {
  const server = useMemo(() => importApi(workspace), [workspace]);
  const [step, setStep] = useState<ImportStep>({ at: 'choose' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const sending = useRef<AbortController | null>(null);
  const asked = useRef(0);

  const attempt = useCallback(async (work: () => Promise<void>, back: ImportStep | null) => {
    setFailure(null);
    try {
      await work();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return setStep({ at: 'choose' });
      setFailure(failureOf(error));
      if (back) setStep(back);
    }
  }, []);

  const show = useCallback(
    (brought: Brought, name: string) => {
      const { recognition } = brought;
      if (!recognition.isReadable) return setStep({ at: 'unreadable', name, sentences: recognition.problems.map(({ message }) => message) });
      return setStep({ at: 'look', brought: { ...brought, recognition }, mapping: allInto(recognition.mapping, product), preview: null, isBeginning: false });
    },
    [product],
  );

  const bring = useCallback(
    (file: File) => {
      sending.current?.abort();
      const abort = new AbortController();
      sending.current = abort;
      setStep({ at: 'sending', name: file.name });
      void attempt(async () => show(await server.bring(file, abort.signal), file.name), { at: 'choose' });
    },
    [attempt, server, show],
  );

  const mapping = step.at === 'look' ? step.mapping : null;
  const file = step.at === 'look' ? step.brought.file : null;
  useEffect(() => {
    if (!mapping || !file) return;
    const turn = (asked.current += 1);
    const timer = setTimeout(() => {
      void attempt(async () => {
        const preview = await server.preview(file, mapping, product.key);
        setStep((now) => (now.at === 'look' && turn === asked.current ? { ...now, preview } : now));
      }, null);
    }, 250);
    return () => clearTimeout(timer);
  }, [mapping, file, product, server, attempt]);

  return {
    step,
    failure,
    bring,
    change: (next: Mapping) => setStep((now) => (now.at === 'look' ? { ...now, mapping: next } : now)),
    recognise: (hints: Hints) =>
      step.at === 'look' && void attempt(async () => show(await server.recognise(step.brought.file, hints), step.brought.recognition.fileName), step),
    begin: () => {
      if (step.at !== 'look') return;
      setStep({ ...step, isBeginning: true });
      void attempt(async () => setStep({ at: 'begun', runs: (await server.begin(step.brought.file, step.mapping, product.key)).data }), {
        ...step,
        isBeginning: false,
      });
    },
    startOver: () => {
      sending.current?.abort();
      setFailure(null);
      setStep({ at: 'choose' });
    },
  };
}

/** A product that rows go to. */
export interface Target {
  readonly key: string;
  readonly name: string;
}

/** All rows go into one product, whatever project they come from. */
export const allInto = (mapping: Mapping, { key, name }: Target): Mapping => ({
  ...mapping,
  projects: mapping.projects.map((project) => ({ ...project, product: { key, name } })),
});

/**
 * Every project of the file becomes a product of its own, by its own key. This product takes those that came into it before; where nothing is in
 * it yet, it takes the first, so that it does not stay behind empty.
 */
export const oneEach = (mapping: Mapping, here: Target, { isEmpty, known }: { isEmpty: boolean; known: ReadonlySet<string> }): Mapping => {
  const hasOwn = mapping.projects.some(({ key }) => key === here.key);
  const isHere = (key: string | null, at: number) => key === null || known.has(key.toUpperCase()) || (isEmpty && !hasOwn && at === 0);
  return {
    ...mapping,
    projects: mapping.projects.map((project, at) => ({
      ...project,
      product: isHere(project.key, at)
        ? { key: here.key, name: here.name }
        : { key: project.key!.slice(0, 10), name: (project.name ?? project.key!).slice(0, 100) }, // one without a key goes here
    })),
  };
};
