import { itemsInState, type Item } from '../backlog/item.ts';
import { isOpen } from '../backlog/open.ts';
import { linksFrom, linksTo, type Link } from '../dependency/link.ts';
import type { Collections, View } from '../collections.ts';
import { idOf, type Change, type Entity } from '../kernel/change.ts';
import type { Access, RecordName } from '../kernel/model.ts';
import { sharesOf, type Share } from '../capacity/share.ts';
import type { TeamEstimate } from '../estimation/team-estimate.ts';
import { itemsInSprint, sprintsOfTeam, type Sprint } from '../sprint/sprint.ts';
import { gapsFrom } from '../team/gaps.ts';
import { holidaysOf, type Holiday, type TimeOff } from '../team/days-off.ts';
import { membershipsOf, membershipsOfMember, type Membership } from '../team/membership.ts';
import { HIDDEN_TEAM, type Team } from '../team/team.ts';
import { productOf } from './access.ts';
import type { Member } from './member.ts';

/** The record as somebody with this access sees it. The default is to see nothing. */
export function visible(view: View, access: Access, { in: collection, id }: RecordName): Entity | undefined {
  if (collection === 'sourceRecord') return undefined;
  if (collection === 'occupied') return access.subject.products === null ? undefined : occupiedBy(view, access, id);
  if (collection === 'away') return access.whole ? undefined : awayAsSeen(view, access, id);
  const record = view.find(collection as keyof Collections, id);
  if (!record || access.whole) return record;
  if (collection === 'import' || collection === 'timeOff') return undefined;
  const seen = collection === 'member' ? withoutAddress(record as Member) : record;
  const { products } = access.subject;
  if (products === null) return seen;
  if (collection === 'link') return linkAsSeen(view, products, record as Link);
  return isInProducts(view, products, { collection, record }) ? withoutOthers(view, products, { collection, record: seen }) : undefined;
}

/** Of people and days off those who may not see whose they are see how many there are and how much of a team is away. */
function awayAsSeen(view: View, { subject: { products } }: Access, id: string): Entity | undefined {
  const team = view.find('team', id);
  const people = team && (products === null || isTeamOf(team, products)) ? view.list(membershipsOf, id).length : 0;
  return people === 0 ? undefined : ({ id, gaps: gapsFrom(view, id), people } as Entity);
}

/** Addresses are for those who invite and plan. */
const withoutAddress = (member: Member): Member => ({ ...member, email: null, account: null });

/** What a guest sees of a record does not tell of products and teams that they do not see. */
function withoutOthers(view: View, named: readonly string[], { collection, record }: { collection: string; record: Entity }): Entity {
  const isNamed = (product: string) => named.includes(product);
  const isSeen = (team: string) => isTeamOf(view.find('team', team), named);
  if (collection === 'member' || collection === 'team') {
    const some = record as Member | Team;
    return some.products.every(isNamed) ? some : ({ ...some, products: some.products.filter(isNamed) } as Entity & { readonly products: readonly string[] });
  }
  if (collection === 'release') {
    const release = record as Collections['release'];
    return release.teams.every(isSeen) ? release : ({ ...release, teams: [...release.teams.filter(isSeen), HIDDEN_TEAM] } as Entity);
  }
  if (collection === 'sprint') return sprintAsSeen(view, named, record as Sprint);
  if (collection !== 'item') return record;
  const item = record as Item;
  const shown = item.team === null || isSeen(item.team) ? item : { ...item, team: HIDDEN_TEAM };
  const isInHidden = item.sprint !== null && !isSprintIn(view, named, view.get('sprint', item.sprint));
  return isInHidden ? ({ ...shown, sprint: null, sprintRank: null } as Entity) : shown;
}

/** A sprint of a team of several products is that of a product which is seen, and of no team where that is not seen. */
function sprintAsSeen(view: View, named: readonly string[], sprint: Sprint): Sprint {
  const team = sprint.team === null ? undefined : view.find('team', sprint.team);
  const product = named.includes(sprint.product) ? sprint.product : team!.products.find((one) => named.includes(one))!; // else it is not seen at all
  return { ...sprint, product, team: isTeamOf(team, named) ? sprint.team : null };
}

/** A sprint is seen where it was planned and wherever its team works: it takes items of all these products. */
const isSprintIn = (view: View, named: readonly string[], { product, team }: Sprint): boolean =>
  named.includes(product) || (team !== null && isTeamOf(view.find('team', team), named));

function isInProducts(view: View, named: readonly string[], { collection, record }: { collection: string; record: Entity }): boolean {
  if (collection === 'workspace' || collection === 'member') return true;
  if (collection === 'team') return isTeamOf(record as Team, named);
  if (collection === 'teamEstimate' && !isTeamOf(view.find('team', (record as TeamEstimate).team), named)) return false;
  if (collection === 'sprint') return isSprintIn(view, named, record as Sprint);
  if (collection === 'share' || collection === 'holiday') return isTeamOf(view.find('team', (record as Share | Holiday).team), named); // lines fall for a guest where they fall for all
  const product = productOf(view, collection, record);
  return product !== null && named.includes(product);
}

const isTeamOf = (team: Team | undefined, named: readonly string[]): boolean => team?.products.some((product) => named.includes(product)) === true;

/**
 * A link to a hidden item is not seen, unless that item blocks one that is seen: then it goes by the link's own id, so that nobody learns
 * which it is, nor whether two of them are the same.
 */
function linkAsSeen(view: View, named: readonly string[], link: Link): Link | undefined {
  const isSeen = (item: string) => named.includes(view.find('item', item)?.product ?? '');
  if (!isSeen(link.to)) return undefined;
  if (isSeen(link.from)) return link;
  return link.type === 'blocks' ? { ...link, from: link.id } : undefined;
}

/** The hidden item at the beginning of a link that is seen, by the link's id. */
function occupiedBy(view: View, access: Access, id: string): Entity | undefined {
  const link = view.find('link', id);
  const isHidden = link && linkAsSeen(view, access.subject.products ?? [], link)?.from === id;
  return isHidden ? ({ id, open: isOpen(view, view.get('item', link.from)) } as Entity) : undefined;
}

/** What else may appear, change or vanish for somebody when a record changes. */
export function dependants(view: View, change: Change): readonly RecordName[] {
  const id = idOf(change);
  if (change.in === 'link') return [{ in: 'occupied', id }];
  if (change.in === 'state') return occupiedInState(view, id);
  if (change.in === 'timeOff' || change.in === 'membership') return awayWith(view, change);
  if (change.in === 'team') return change.op === 'update' && change.sets?.['products'] ? namingTeam(view, id) : [];
  if (change.in !== 'item') return [];
  const around = [...view.list(linksFrom, id), ...view.list(linksTo, id)];
  return around.flatMap((link) => ['link', 'occupied'].map((collection) => ({ in: collection, id: link.id })));
}

/** Where somebody is in several teams, what they are to one of them is another thing when it is to another. */
function awayWith(view: View, change: Change): RecordName[] {
  const record = change.op === 'update' ? view.find(change.in as 'timeOff' | 'membership', change.id) : (change.record as TimeOff | Membership);
  if (!record) return [];
  const others = Array.from(view.list(membershipsOfMember, record.member), ({ team }) => team);
  return [...new Set('team' in record ? [record.team, ...others] : others)].map((id) => ({ in: 'away', id }));
}

/** A state that changes its group opens or closes its items, of which only that is seen where they are hidden. */
function occupiedInState(view: View, state: string): RecordName[] {
  return Array.from(view.list(itemsInState, state)).flatMap((item) => Array.from(view.list(linksFrom, item.id), ({ id }) => ({ in: 'occupied', id })));
}

/** What names a team: a guest sees whose work it is when the team works on one of their products. */
function namingTeam(view: View, team: string): RecordName[] {
  const items = Array.from(view.all('item')).filter((item) => item.team === team);
  const releases = Array.from(view.all('release')).filter(({ teams }) => teams.includes(team));
  const estimates = Array.from(view.all('teamEstimate')).filter((estimate) => estimate.team === team);
  const named = (collection: string, records: Iterable<Entity>): RecordName[] => Array.from(records, ({ id }) => ({ in: collection, id }));
  const planned = Array.from(view.list(sprintsOfTeam, team)).flatMap(({ id }) => Array.from(view.list(itemsInSprint, id)));
  return [
    ...named('item', [...items, ...planned]),
    ...named('release', releases),
    ...named('sprint', view.list(sprintsOfTeam, team)),
    ...named('share', view.list(sharesOf, team)),
    ...named('holiday', view.list(holidaysOf, team)),
    { in: 'away', id: team },
    ...named('teamEstimate', estimates),
  ];
}
