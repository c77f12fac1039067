import { useRef, useState } from 'react';
import { useSearch } from '@tanstack/react-router';
import { AccountMenu } from '../app/AccountMenu.tsx';
import { failureOf, type Failure } from '../app/failure.ts';
import { places } from '../app/places.ts';
import { PlainPage } from '../app/PlainPage.tsx';
import type { SessionWorkspace } from '../app/session.ts';
import { useGo } from '../app/use-go.ts';
import { useSession } from '../app/use-session.ts';
import { itemsOfText } from '../backlog/paste-lines.ts';
import { handOver } from '../import/dropped-file.ts';
import { TextField } from '../ui/TextField.tsx';
import { addItems, makeExample, makeProduct, makeWorkspace, type WantedProduct } from './begin.ts';
import { Doors } from './Doors.tsx';
import { guessFromFile, keyOfName, type GuessedProduct } from './guess-product.ts';
import { FileBehind, ListBehind } from './BehindTheDoor.tsx';
import { ProductForm } from './ProductForm.tsx';
import { readHead } from './read-head.ts';
import { useTakenKeys } from './use-taken-keys.ts';
import { grouped } from '../ui/grouped.ts';

type Way = { readonly door: 'file'; readonly file: File; readonly guessed: GuessedProduct } | { readonly door: 'list'; readonly guessed: GuessedProduct };

/** The first page: a name for the workspace and three doors. With `?in=` it is the beginning of a further product in a workspace that is there. */
export function StartPage() {
  const { in: inside } = useSearch({ from: '/signed-in/start' });
  const session = useSession();
  const known = session?.workspaces.find(({ slug, id }) => slug === inside || id === inside);
  // What a failed try has made already is gone on with, not made twice.
  const made = useRef<SessionWorkspace | undefined>(undefined);
  const go = useGo();
  const [name, setName] = useState('');
  const [isUnnamed, setIsUnnamed] = useState(false);
  const [way, setWay] = useState<Way | null>(null);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const taken = useTakenKeys(known?.slug);
  const nameField = useRef<HTMLInputElement>(null);
  const called = known?.name ?? name.trim();

  const attempt = async (words: string, act: () => Promise<string>) => {
    setBusy(words);
    setFailure(null);
    try {
      go(await act());
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(null);
    }
  };
  const openExample = () => {
    const there = session?.workspaces.find(({ isExample }) => isExample);
    if (there) go(places.workspace(there.slug));
    else if (busy === null) void attempt('Making the example …', async () => places.workspace((await makeExample()).slug));
  };
  const takeFile = async (file: File) => {
    const guessed = guessFromFile(file.name, { head: await readHead(file), instead: called || 'My product', taken });
    setWay({ door: 'file', file, guessed });
  };
  const openList = () => setWay({ door: 'list', guessed: { name: called, key: keyOfName(called, taken) } });

  const make = (product: WantedProduct) => {
    if (way === null) return;
    const items = way.door === 'list' ? itemsOfText(text).items : [];
    if (called === '') {
      setIsUnnamed(true);
      return nameField.current?.focus();
    }
    void attempt(way.door === 'list' ? 'Adding the items …' : 'Opening the file …', async () => {
      made.current ??= known ?? (await makeWorkspace(called));
      const at = await makeProduct(made.current.slug, product);
      if (way.door === 'file') {
        handOver(way.file);
        return places.import(at);
      }
      await addItems(at, items);
      return places.backlog(at);
    });
  };

  return (
    <PlainPage title={known ? 'New product' : 'Begin'} width="wide" right={<AccountMenu workspace={known?.slug} isShort />}>
      <div className="grid gap-6">
        {known ? (
          <h1 className="text-title font-semibold">A new product in {known.name}</h1>
        ) : (
          <div className="grid gap-3">
            <h1 className="text-title font-semibold">Name your workspace</h1>
            <TextField
              ref={nameField}
              label="Name of the workspace"
              isLabelHidden
              autoFocus
              placeholder="Northwind"
              value={name}
              onChange={(typed) => {
                setName(typed);
                setIsUnnamed(false);
              }}
              error={isUnnamed ? 'Your company, say, or your team.' : undefined}
              maxLength={100}
              className="max-w-96"
            />
          </div>
        )}
        {way === null ? (
          <Doors
            hasExample={!known}
            exampleIsThere={session?.workspaces.some(({ isExample }) => isExample) ?? false}
            busy={busy}
            failure={failure}
            onFile={(file) => void takeFile(file)}
            onList={openList}
            onExample={openExample}
          />
        ) : (
          <ProductForm
            key={way.door === 'file' ? `${way.file.name} ${way.file.size}` : 'list'}
            guessed={way.guessed}
            taken={taken}
            action={way.door === 'file' ? 'Look into the file' : itemsLabel(text)}
            isNameFirst={way.door === 'file' && called !== ''}
            busy={busy}
            failure={failure}
            onMake={make}
            onBack={() => {
              setWay(null);
              setFailure(null);
            }}
          >
            {way.door === 'file' ? <FileBehind file={way.file} /> : <ListBehind text={text} onText={setText} />}
          </ProductForm>
        )}
      </div>
    </PlainPage>
  );
}

function itemsLabel(text: string): string {
  const { length } = itemsOfText(text).items;
  if (length === 0) return 'Begin with an empty backlog';
  return length === 1 ? 'Add 1 item' : `Add ${grouped(length)} items`;
}
