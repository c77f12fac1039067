import type { Story } from './stories.ts';

const WHO = ['Jonas Okafor', 'Aiko Kimura', 'Ruth Sandoval'];

type Delivered = readonly [points: number, title: string];

/** What was delivered, fortnight by fortnight and oldest first. It gives pace and forecast their history. */
const FORTNIGHTS: readonly (readonly Delivered[])[] = [
  [
    [5, 'Sign in once on all devices'],
    [3, 'Faster start on old phones'],
    [8, 'Routes as a list and on the map'],
    [3, 'Crash when a route has one point'],
    [5, 'Filter routes by length and climb'],
    [5, 'Units by country'],
    [3, 'Names of peaks on the horizon'],
  ],
  [
    [8, 'Save a route for later'],
    [5, 'Search by region'],
    [2, 'Wrong unit for Swiss users'],
    [5, 'Share a route by link'],
    [5, 'Photos in full size'],
    [8, 'Routes for wheelchairs and prams'],
    [3, 'Colours that everybody can tell apart'],
  ],
  [
    [5, 'Height profile under the finger'],
    [5, 'Signposts in the map'],
    [3, 'Route names in two languages'],
    [8, 'Download a region'],
    [2, 'Blank tile at zoom 15'],
    [5, 'Delete a region that is not needed'],
    [5, 'Space that maps take'],
  ],
  [
    [8, 'Record a hike'],
    [5, 'Pause by itself at a rest'],
    [5, 'Warn when the battery gets low'],
    [1, 'Typo in the German imprint'],
    [8, 'Correct a recording by hand'],
    [3, 'Time in motion and at rest'],
    [5, 'Send a recording as a file'],
  ],
  [
    [5, 'Follow a friend’s route'],
    [8, 'Groups of up to twelve'],
    [3, 'Leave a group'],
    [5, 'One download for the whole group'],
    [2, 'Who has the map already'],
    [3, 'Group list forgets the newest'],
    [5, 'Hand the lead of a group on'],
  ],
  [
    [5, 'Sunset on the height profile'],
    [5, 'Turn-by-turn by voice'],
    [8, 'Voice works with the screen off'],
    [3, 'Voice falls silent after a call'],
    [5, 'Back on the route by voice'],
    [8, 'Fewer words in open country'],
    [3, 'Voices of four languages'],
  ],
  [
    [8, 'Plan a round trip by length'],
    [5, 'Steepness in colour'],
    [5, 'Water and shops on the way'],
    [2, 'Shops in the sea near Genoa'],
    [2, 'Print a route'],
    [8, 'Plan with bus and train'],
    [3, 'Opening hours on the way'],
  ],
  [
    [5, 'Hut pages with phone numbers'],
    [5, 'Rain by the hour on the height profile'],
    [8, 'Weather on the route page'],
    [5, 'Wind and gusts by the hour'],
    [3, 'Old forecasts stay on screen'],
    [8, 'Sources of the forecast by country'],
    [3, 'Snow line on the height profile'],
  ],
];

const RELEASES = ['2.1', '2.1', '2.2', '2.2', '2.3', '2.3', '2.3', '2.4'];
/** On which days of its fortnight, from Monday on, what was delivered was begun and done, one after another: in every other fortnight alike. */
const BEGUN_ON = [
  [0, 0, 1, 2, 4, 7, 8],
  [0, 0, 2, 3, 3, 4, 8],
] as const;
const DONE_ON = [
  [2, 3, 4, 8, 8, 9, 10],
  [1, 3, 4, 4, 8, 9, 10],
] as const;

/** What was delivered before the team planned its sprints here: it came with the backlog. */
const BROUGHT = 4;

/** One of the finished items. */
export interface Finished {
  readonly number: number;
  readonly points: number;
  readonly title: string;
  readonly who: string;
  readonly release: string;
  /** Days from the first of the running sprint on; below 0. */
  readonly begun: number;
  readonly done: number;
}

const finished: readonly (readonly Finished[])[] = FORTNIGHTS.map((fortnight, at) =>
  fortnight.map(([points, title], nth): Finished => {
    const monday = (at - FORTNIGHTS.length) * 14;
    const when = { begun: monday + BEGUN_ON[at % 2]![nth]!, done: monday + DONE_ON[at % 2]![nth]! };
    return { number: at * 7 + nth + 1, points, title, who: WHO[(at + nth) % 3]!, release: RELEASES[at]!, ...when };
  }),
);

/** What the sprints before the running one delivered, sprint by sprint. */
export const inSprints = finished.slice(BROUGHT);

/** The finished items as they come with the backlog. `into`: how many days the running sprint is old. */
export const delivered = (into: number): readonly Story[] =>
  finished.flatMap((fortnight, at) =>
    fortnight.map(({ number, title, points, who, release, done }): Story => {
      const made = into - done + 40;
      const type = /Crash|Wrong|Blank|Typo|Old|falls|forgets|sea/.test(title) ? 'bug' : 'story';
      const item = { number, type, title, points, who, made } as const;
      return at < BROUGHT ? { ...item, state: 'Done', release, closed: into - done } : { ...item, state: 'Ready', touched: made };
    }),
  );

/** What nobody has touched for a long time: every backlog has such a tail. */
const TIRED = [
  'Badges for summits',
  'Import from the old website',
  'Dark map at night',
  'Hiking diary as a book',
  'Augmented reality peak finder',
  'Sell maps on paper',
  'Windows phone version',
  'Compare boots',
  'Weather station widgets',
  'Forum',
  'Invite by fax for huts',
  'Route of the week by mail',
  'Heart rate zones',
  'Geocaching layer',
  'Find lost gloves',
  'Public transport in Liechtenstein',
  'Bird calls on the way',
  'Print stickers of routes',
  'Ride a bike instead',
  'Kite landing places',
  'Share on a network that closed',
  'Steps into points',
  'Plants by photo',
  'Rent snowshoes',
  'Tour guides’ calendar',
  'Campsites with dogs',
  'Loyalty card for huts',
  'Translate into Latin',
  'Show tides inland',
  'Model the whole Alps in 3D',
  '日本語の山小屋リスト',
  'Recommend a route by mood',
];
export const tired: readonly Story[] = TIRED.map((title, at) => ({
  number: 65 + at,
  type: 'story',
  title,
  state: 'Backlog',
  made: 420 + at * 9,
  touched: 380 + at * 6,
}));

/** Said no to, with the reason. */
export const declined: readonly Story[] = [
  {
    number: 97,
    type: 'story',
    title: 'Advertisements between map tiles',
    state: 'Declined',
    made: 200,
    closed: 150,
    reason: 'It breaks the promise of a quiet map.',
  },
  {
    number: 98,
    type: 'feature',
    title: 'A social network of our own',
    state: 'Declined',
    made: 260,
    closed: 120,
    reason: 'Groups are what people asked for; the rest exists elsewhere.',
  },
];
