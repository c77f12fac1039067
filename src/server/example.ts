import { seedExample as tell, type Told } from '../../seeds/example/seed.ts';
import type { Host } from '../db/host.ts';
import type { Instant } from '../domain/kernel/day.ts';
import { freshId } from '../db/fresh-id.ts';
import type { Call } from '../domain/kernel/perform.ts';
import type { Collections } from '../domain/collections.ts';
import { verbs, type NamedCall } from '../domain/verbs.ts';

const byName = new Map(verbs.map((verb) => [verb.name, verb]));

/** Fills the workspace Example, which was made a moment ago, with its story, in the name of its admin. */
export async function seedExample(host: Host, admin: string): Promise<void> {
  const run = async (calls: readonly NamedCall[], { by = admin, happened }: Told = {}): Promise<void> => {
    await host.run({ mutation: freshId(), actor: by, calls: calls.map(checked), access: null, ...(happened ? { happened } : {}) });
  };
  const now = new Date().toISOString() as Instant; // the one form that instants have
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  await tell({ run, look: (look) => host.read(look), now, zone });
}

function checked({ verb: name, input }: NamedCall): Call<Collections> {
  const verb = byName.get(name);
  if (!verb) throw new Error(`there is no verb ${name}`);
  return { verb, input: verb.input.parse(input) };
}
