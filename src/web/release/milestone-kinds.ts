import type { MilestoneKind } from '../../domain/release/milestone.ts';

export const KIND_NAMES: Record<MilestoneKind, string> = { external: 'From outside', freeze: 'Freeze', launch: 'Launch' };
