import { useEffect, useState } from 'react';
import { ENOUGH_FORECASTS, teamPasts, type TeamCalibration } from '../../domain/forecast/calibration.ts';
import { nameIn } from '../app/name-in.ts';
import { useNow } from '../app/use-now.ts';
import { calibrated } from '../schedule/beside-the-page.ts';
import { useFault, useLook, useShown } from '../store/hooks.ts';
import type { Shown } from '../ui/chart/ChartFrame.tsx';
import { CalibrationPlot } from './CalibrationPlot.tsx';

/** How the forecasts of each team's past did; where there were too few, that is said. */
export function Calibrations({ product, shown }: { product: string; shown: Shown }) {
  const teams = useCalibration(product);
  const name = nameIn(useShown());
  return teams.map((told) =>
    told.ahead.some(({ isEnough }) => isEnough) ? (
      <CalibrationPlot key={told.team} told={told} team={name('team', told.team)} shown={shown} />
    ) : (
      <p key={told.team} className="rounded-panel border border-edge bg-surface p-3 text-ink-2" data-too-little>
        {`Too little data to say how forecasts of ${name('team', told.team)} did: ${told.ahead[0]!.forecasts} of ${ENOUGH_FORECASTS} two weeks ahead.`}
      </p>
    ),
  );
}

/** Worked out beside the page, and anew when something is finished; none before it is there. */
function useCalibration(product: string): readonly TeamCalibration[] {
  const now = useNow();
  const pasts = useLook((view) => teamPasts(view, product, { now }), [product, now]);
  const report = useFault();
  const [teams, setTeams] = useState<readonly TeamCalibration[]>([]);
  useEffect(() => {
    let isWanted = true;
    calibrated(pasts).then((told) => isWanted && setTeams(told), report);
    return () => {
      isWanted = false;
    };
  }, [pasts, report]);
  return teams;
}
