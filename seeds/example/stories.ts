import type { ItemType } from '../../src/domain/backlog/item-type.ts';

/** One item of the example: a hiking app by a company that does not exist. Days are counted back from the day the example is made. */
export interface Story {
  readonly number: number;
  readonly type: ItemType;
  readonly title: string;
  readonly points?: number;
  readonly state?: string;
  readonly who?: string;
  readonly parent?: number;
  readonly tags?: readonly string[];
  readonly release?: string;
  readonly made: number;
  readonly touched?: number;
  readonly closed?: number;
  readonly description?: string;
  readonly criteria?: readonly string[];
  readonly reason?: string;
}

const LENA = 'Lena Moritz';
const JONAS = 'Jonas Okafor';
const AIKO = 'Aiko Kimura';
const RUTH = 'Ruth Sandoval';

/** What the product is made of at large. */
export const epics: readonly Story[] = [
  {
    number: 100,
    type: 'epic',
    title: 'Safer days out',
    made: 300,
    touched: 20,
    tags: ['safety'],
    description: 'Hikers turn back in time, and those at home know that they are well.',
  },
  {
    number: 101,
    type: 'epic',
    title: 'Works anywhere',
    made: 280,
    touched: 30,
    tags: ['offline'],
    description: 'Everything that one needs on the way works without a network.',
  },
  { number: 102, type: 'epic', title: 'The big tour', made: 240, touched: 45, description: 'From a free week to a booked tour over several days.' },
  {
    number: 103,
    type: 'epic',
    title: 'Winter',
    made: 150,
    touched: 60,
    tags: ['safety'],
    description: 'Snow changes which routes are safe. Trailhead should know.',
  },
  { number: 104, type: 'epic', title: 'Together on the trail', made: 120, touched: 80, description: 'Groups plan, go and remember together.' },
];

/** The top of the backlog, best first: what the next two releases are about. */
export const planned: readonly Story[] = [
  {
    number: 198,
    type: 'story',
    title: 'Keep the last forecast for every saved route',
    points: 3,
    state: 'Ready',
    who: JONAS,
    parent: 100,
    tags: ['offline'],
    release: '2.4',
    made: 70,
    touched: 1,
    criteria: ['The forecast is kept for 24 hours', 'Its age is shown beside it'],
  },
  {
    number: 305,
    type: 'bug',
    title: 'Compass drifts after the app was in the background',
    points: 2,
    state: 'Ready',
    who: RUTH,
    release: '2.4',
    made: 16,
    touched: 3,
    tags: ['android'],
  },
  {
    number: 231,
    type: 'story',
    title: 'Warn before the weather turns on a saved route',
    points: 5,
    state: 'Ready',
    who: AIKO,
    parent: 100,
    tags: ['safety'],
    release: '2.4',
    made: 64,
    touched: 2,
    description:
      'Hikers who saved a route for tomorrow get one quiet message the evening before when thunderstorms, strong wind or heavy rain are likely on it, with the hour and the stretch.\n\n- Source: the forecast that is kept for each saved route\n- Quiet hours of the phone are respected',
    criteria: [
      'Given a route saved for tomorrow, when the risk is over 40 %, then one message at 18:00',
      'Never more than one message a route and day',
      'Works without a network when the forecast is kept',
      'Can be switched off from the message itself',
    ],
  },
  {
    number: 188,
    type: 'feature',
    title: 'Share a live position with people at home',
    points: 8,
    state: 'Ready',
    who: JONAS,
    parent: 100,
    release: '2.4',
    made: 90,
    touched: 1,
    tags: ['safety'],
  },
  {
    number: 270,
    type: 'story',
    title: 'Emergency card on the lock screen',
    points: 2,
    state: 'Backlog',
    who: LENA,
    parent: 100,
    release: '2.4',
    made: 33,
    touched: 12,
    tags: ['safety', 'ios'],
  },
  {
    number: 262,
    type: 'story',
    title: 'Turn back: shortest way to shelter or road',
    points: 5,
    state: 'Ready',
    parent: 100,
    made: 40,
    touched: 9,
    tags: ['safety', 'offline'],
  },
  {
    number: 310,
    type: 'chore',
    title: 'Move map tiles to the new store before the old one closes',
    points: 3,
    state: 'Ready',
    who: RUTH,
    parent: 101,
    release: '2.4',
    made: 12,
    touched: 4,
  },
  {
    number: 214,
    type: 'story',
    title: 'Avalanche bulletin on winter routes',
    points: 5,
    state: 'Ready',
    who: AIKO,
    parent: 103,
    made: 75,
    touched: 15,
    tags: ['safety'],
  },
  {
    number: 268,
    type: 'chore',
    title: 'Agree with the rescue services which facts they read first',
    points: 3,
    state: 'In progress',
    who: LENA,
    parent: 100,
    release: '2.5',
    made: 34,
    touched: 6,
  },
  {
    number: 255,
    type: 'story',
    title: 'Record a hike with the screen off all day',
    points: 8,
    state: 'Backlog',
    parent: 101,
    made: 44,
    touched: 18,
    tags: ['battery'],
  },
  { number: 322, type: 'bug', title: 'Elevation is 30 m off near the coast', points: 2, state: 'Backlog', made: 5, touched: 5 },
  {
    number: 193,
    type: 'feature',
    title: 'Plan a hut-to-hut tour over several days',
    points: 13,
    state: 'Backlog',
    parent: 102,
    release: '2.5',
    made: 86,
    touched: 21,
  },
  { number: 277, type: 'story', title: 'Offline search by place and peak', points: 5, state: 'Backlog', parent: 101, made: 30, touched: 30, tags: ['offline'] },
  { number: 281, type: 'story', title: 'Photos pinned to the route where they were taken', state: 'Backlog', parent: 102, made: 28, touched: 28 },
  { number: 284, type: 'story', title: 'Ask a local guide about a stretch', state: 'Backlog', parent: 102, made: 27, touched: 27 },
  {
    number: 318,
    type: 'bug',
    title: 'Sharing a route by message loses its name in Arabic: مسار الجبل',
    points: 1,
    state: 'Backlog',
    who: RUTH,
    made: 7,
    touched: 6,
    tags: ['right-to-left'],
  },
  { number: 206, type: 'feature', title: 'Guidebooks from publishers inside the map', state: 'Backlog', parent: 102, made: 80, touched: 40 },
  { number: 290, type: 'story', title: 'Compare two routes side by side', state: 'Backlog', parent: 102, made: 24, touched: 24 },
  { number: 299, type: 'story', title: 'Import tracks from a watch', points: 5, state: 'Backlog', parent: 101, made: 20, touched: 14, tags: ['devices'] },
  { number: 296, type: 'story', title: 'Quiet routes: how busy it is likely to be', state: 'Backlog', made: 22, touched: 22 },
  { number: 301, type: 'story', title: 'Name a meeting point for a group', points: 3, state: 'Backlog', parent: 104, made: 19, touched: 19 },
  { number: 303, type: 'story', title: 'See who of the group has arrived', points: 5, state: 'Backlog', parent: 104, made: 18, touched: 18 },
  {
    number: 307,
    type: 'chore',
    title: 'Replace the map renderer’s deprecated text shaper',
    points: 8,
    state: 'Backlog',
    parent: 101,
    made: 15,
    touched: 15,
    tags: ['debt'],
  },
  { number: 309, type: 'story', title: 'Ski touring slope shading', points: 5, state: 'Backlog', parent: 103, made: 13, touched: 13 },
  { number: 312, type: 'bug', title: 'Battery estimate jumps when the display dims', points: 3, state: 'Backlog', made: 11, touched: 11, tags: ['battery'] },
  { number: 314, type: 'story', title: 'Hut opening times on the tour', state: 'Backlog', parent: 102, made: 10, touched: 10, release: '2.6' },
  { number: 316, type: 'story', title: 'Pay a hut deposit in the app', state: 'Backlog', parent: 102, made: 9, touched: 9, release: '2.6' },
  { number: 320, type: 'feature', title: 'Watch app for recording without the phone', state: 'Backlog', parent: 101, made: 6, touched: 6, tags: ['devices'] },
];

/** What the running sprint has taken on besides, and has done or is about to do. */
export const begun: readonly Story[] = [
  { number: 246, type: 'story', title: 'How far the thunder is', points: 3, state: 'Ready', who: AIKO, parent: 100, made: 50 },
  { number: 249, type: 'story', title: 'Wind arrows along the route', points: 5, state: 'Ready', who: JONAS, parent: 100, made: 47 },
  { number: 252, type: 'story', title: 'Quiet hours for warnings', points: 3, state: 'Ready', who: RUTH, parent: 100, made: 46 },
  { number: 259, type: 'story', title: 'Warnings in the language of the phone', points: 3, state: 'Ready', who: AIKO, parent: 100, made: 42 },
  { number: 321, type: 'bug', title: 'A warning comes twice after a restart', points: 2, state: 'Ready', who: RUTH, parent: 100, made: 6 },
];

/** What the running sprint finds room for in its second week. */
export const roomFor: readonly Story[] = [
  { number: 256, type: 'story', title: 'Storm colours that can be seen in the sun', points: 5, state: 'Ready', who: JONAS, parent: 100, made: 43 },
  { number: 266, type: 'story', title: 'Last warning on the watch', points: 1, state: 'Ready', who: AIKO, parent: 100, made: 37 },
];

/** The work inside a story that is under way. */
export const tasks: readonly Story[] = [
  { number: 323, type: 'task', title: 'Position service for the background', parent: 188, state: 'Done', who: JONAS, made: 20, closed: 6 },
  { number: 324, type: 'task', title: 'Page for those at home', parent: 188, state: 'Ready', who: AIKO, made: 20, touched: 20 },
  { number: 325, type: 'task', title: 'End sharing by itself at the end of the tour', parent: 188, state: 'Backlog', made: 20, touched: 20 },
];
