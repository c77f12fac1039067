import { teamsOf } from '../../domain/backlog/team-of.ts';
import type { Release } from '../../domain/release/release.ts';
import { useLook } from '../store/hooks.ts';
import { ChoiceChip } from '../ui/ChoiceChip.tsx';

/** The teams that work on a release. Where a product has one team only, there is nothing to choose. */
export function TeamsChip({ release, canEdit, onChange }: { release: Release; canEdit: boolean; onChange: (teams: readonly string[]) => void }) {
  const teams = useLook((view) => teamsOf(view, release.product).map(({ id, name }) => ({ id, name })), [release.product]);
  if (teams.length < 2) return null;
  const chosen = teams.filter(({ id }) => release.teams.includes(id));
  const shown = release.teams.length === 0 ? 'all' : chosen.length === 0 ? 'none of this product' : chosen.map(({ name }) => name).join(', ');
  if (!canEdit) return <span className="shrink-0">{`teams ${shown}`}</span>;
  const choose = (id: string) => onChange(release.teams.includes(id) ? release.teams.filter((one) => one !== id) : [...release.teams, id]);
  return (
    <ChoiceChip
      label="teams"
      value={shown}
      isOpenPlace={chosen.length === 0}
      listLabel="Teams"
      choices={teams.map(({ id, name }) => ({ id, label: name }))}
      chosen={chosen.map(({ id }) => id)}
      isMany
      onChoose={choose}
      noneLabel="All teams of the product"
      onNone={() => onChange([])}
    />
  );
}
