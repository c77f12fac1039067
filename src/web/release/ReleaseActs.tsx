import { useState } from 'react';
import { MoreHorizontal } from 'lucide-react';
import { isOpenRelease, type Release } from '../../domain/release/release.ts';
import { useCommand, useMay } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { focusHead } from '../ui/focus-after.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { EndDialog } from './EndDialog.tsx';

/** What is done with a release as a whole: it is started, shipped, cancelled or opened again. */
export function ReleaseActs({ release }: { release: Release }) {
  const command = useCommand();
  const mayPlan = useMay('plan-releases', { in: 'release', id: release.id });
  const [ending, setEnding] = useState<'ship' | 'cancel' | null>(null);
  const id = release.id;
  if (!mayPlan) return null;
  const reopen = () => {
    command({ verb: 'reopenRelease', input: { release: id } }, { toast: `${release.name} is open again` });
    focusHead();
  };
  if (!isOpenRelease(release)) return <Button onClick={reopen}>Open again</Button>;
  const isActive = release.state === 'active';
  const setState = (state: 'planned' | 'active') =>
    command(
      { verb: 'updateRelease', input: { release: id, state } },
      { toast: state === 'active' ? `${release.name} is under way` : `${release.name} is planned` },
    );
  return (
    <>
      <MenuButton
        label={`More of ${release.name}`}
        entries={[
          isActive
            ? { id: 'plan', label: 'Back to planned', run: () => setState('planned') }
            : { id: 'start', label: 'Start', hint: 'From then on, what comes in and goes out is a change of scope', run: () => setState('active') },
          { id: 'cancel', label: 'Cancel the release…', isGrave: true, run: () => setEnding('cancel') },
        ]}
        trigger={(opener) => <IconButton label="More" icon={<MoreHorizontal aria-hidden="true" />} {...opener} />}
      />
      <Button variant="primary" onClick={() => setEnding('ship')}>
        Ship
      </Button>
      {ending && <EndDialog release={release} how={ending} onClose={() => setEnding(null)} />}
    </>
  );
}
