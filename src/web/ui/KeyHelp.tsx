import { useSyncExternalStore } from 'react';
import { Dialog } from './Dialog.tsx';
import { Kbd } from './Kbd.tsx';
import { pageKeys, type KeyBinding } from './key-registry.ts';

/** All keys of the place where one is, by group. Made from what is bound, so it is never wrong. */
export function KeyHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const bindings = useSyncExternalStore(pageKeys.subscribe, pageKeys.list);
  const groups = new Map<string, KeyBinding[]>();
  for (const binding of bindings) groups.set(binding.group, [...(groups.get(binding.group) ?? []), binding]);
  return (
    <Dialog title="Keys" isOpen={isOpen} onClose={onClose} width="l">
      <div className="columns-2 gap-8 max-tablet:columns-1">
        {[...groups].map(([group, inGroup]) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-s font-semibold text-ink-2">{group}</h3>
            <dl>
              {inGroup.map((binding) => (
                <div key={String(binding.keys)} className="flex min-h-7 items-center gap-3 border-b border-edge last:border-0">
                  <dt className="flex-1">{binding.description}</dt>
                  <dd className="flex gap-1.5">
                    {[binding.keys].flat().map((keys) => (
                      <Kbd key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
