import { useEffect, useState } from 'react';

/** What a verb does, in its own sentence. The definitions are loaded when first asked for; until then its name stands. */
export function useVerbSentence(): (verb: string) => string {
  const [sentences, setSentences] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isHere = true;
    void import('../../domain/verbs.ts').then(({ verbs }) => isHere && setSentences(new Map(verbs.map(({ name, does }) => [name, does]))));
    return () => {
      isHere = false;
    };
  }, []);
  return (verb) => sentences.get(verb) ?? verb;
}
