import { checkHeads } from './check-head.ts';
import { openEngine, type StoreOptions } from './open-engine.ts';
import { rebuild, type Rebuilt } from './rebuild.ts';

/** `cutline upgrade`: brings the data up to date without serving it. Refused while a server holds it. */
export async function upgradeStore(options: Omit<StoreOptions, 'as'>): Promise<void> {
  const engine = await openEngine({ ...options, as: 'alone' });
  try {
    await checkHeads(engine);
  } finally {
    await engine.close();
  }
}

/** `cutline rebuild`: makes rows and facts of every workspace, or of the one with this slug, anew from the log. Refused while a server holds the data. */
export async function rebuildStore(options: Omit<StoreOptions, 'as'>, slug?: string): Promise<({ readonly slug: string } & Rebuilt)[]> {
  const engine = await openEngine({ ...options, as: 'alone' });
  try {
    const all = await engine.db.selectFrom('workspaces').selectAll().orderBy('slug').execute();
    const wanted = all.filter((workspace) => slug === undefined || workspace.slug === slug);
    const done = [];
    for (const workspace of wanted) done.push({ slug: workspace.slug, ...(await rebuild(engine, workspace.id)) });
    await checkHeads(engine);
    return done;
  } finally {
    await engine.close();
  }
}
