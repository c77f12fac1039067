import type { Story } from './stories.ts';

const WHO = ['Jonas Okafor', 'Aiko Kimura', 'Ruth Sandoval', 'Lena Moritz'];

/** What was delivered, fortnight by fortnight and oldest first: each line is one, with points and title. It gives the pace its history. */
const DELIVERED: readonly (readonly (readonly [points: number, title: string])[])[] = [
  [
    [5, 'Sign in once on all devices'],
    [3, 'Faster start on old phones'],
    [8, 'Routes as a list and on the map'],
    [3, 'Crash when a route has one point'],
  ],
  [
    [8, 'Save a route for later'],
    [5, 'Search by region'],
    [2, 'Wrong unit for Swiss users'],
    [5, 'Share a route by link'],
  ],
  [
    [5, 'Height profile under the finger'],
    [5, 'Signposts in the map'],
    [3, 'Route names in two languages'],
    [8, 'Download a region'],
    [2, 'Blank tile at zoom 15'],
  ],
  [
    [8, 'Record a hike'],
    [5, 'Pause by itself at a rest'],
    [5, 'Warn when the battery gets low'],
    [1, 'Typo in the German imprint'],
  ],
  [
    [3, 'Hut pages with phone numbers'],
    [5, 'Rate a route'],
    [8, 'Weather on the route page'],
    [5, 'Wind and gusts by the hour'],
    [3, 'Old forecasts stay on screen'],
  ],
  [
    [5, 'Sunset on the height profile'],
    [5, 'Turn-by-turn by voice'],
    [8, 'Voice works with the screen off'],
    [3, 'Voice falls silent after a call'],
  ],
  [
    [8, 'Plan a round trip by length'],
    [5, 'Steepness in colour'],
    [5, 'Water and shops on the way'],
    [2, 'Shops in the sea near Genoa'],
    [3, 'Print a route'],
  ],
  [
    [5, 'Follow a friend’s route'],
    [8, 'Groups of up to twelve'],
    [3, 'Leave a group'],
    [5, 'One download for the whole group'],
  ],
];

const RELEASES = ['2.1', '2.1', '2.2', '2.2', '2.2', '2.3', '2.3', '2.3'];

/** The finished items, numbered from 1 on. The last fortnight ended two days before the example was made. */
export const delivered: readonly Story[] = DELIVERED.flatMap((fortnight, at) =>
  fortnight.map(([points, title], nth): Story => {
    const closed = (DELIVERED.length - 1 - at) * 14 + 3 + nth * 2;
    return {
      number: at * 6 + nth + 1,
      type: /Crash|Wrong|Blank|Typo|Old|falls|sea/.test(title) ? 'bug' : 'story',
      title,
      points,
      state: 'Done',
      who: WHO[(at + nth) % 4]!,
      release: RELEASES[at]!,
      made: closed + 40,
      closed,
    };
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
  number: 50 + at,
  type: 'story',
  title,
  state: 'Backlog',
  made: 420 + at * 9,
  touched: 380 + at * 6,
}));

/** Said no to, with the reason. */
export const declined: readonly Story[] = [
  {
    number: 90,
    type: 'story',
    title: 'Advertisements between map tiles',
    state: 'Declined',
    made: 200,
    closed: 150,
    reason: 'It breaks the promise of a quiet map.',
  },
  {
    number: 91,
    type: 'feature',
    title: 'A social network of our own',
    state: 'Declined',
    made: 260,
    closed: 120,
    reason: 'Groups are what people asked for; the rest exists elsewhere.',
  },
];
