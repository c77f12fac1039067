import type { Role } from '../domain/kernel/permission.ts';

/** Everything in the database but the tables of records, which are made from the collections' field descriptions. Instants are ISO 8601 text. */
export interface Schema {
  workspaces: { id: string; slug: string };
  heads: HeadRow;
  entries: EntryRow;
  facts: FactRow;
  subjects: SubjectRow;
  texts: TextRow;
  mutations: MutationRow;
  tokens: TokenRow;
  invitations: InvitationRow;
  notes_links: NotesLinkRow;
  leases: { work: string; holder: string; until: string };
  import_files: ImportFileRow;
  import_chunks: { workspace: string; file: string; n: number; bytes: Uint8Array };
  import_reports: ImportReportRow;
  auth_user: AuthUserRow;
  auth_session: AuthSessionRow;
  auth_account: AuthAccountRow;
  auth_verification: AuthVerificationRow;
  record_tables: { name: string; fingerprint: string };
}

/** The link under which the notes of a release are published. */
export interface NotesLinkRow {
  workspace: string;
  release: string;
  hash: string;
  published_at: string;
}

/** The newest entry of a workspace. Its row lock is the place in line of every command. */
export interface HeadRow {
  workspace: string;
  seq: number;
  at: string;
  /** The model version that wrote last: an older program stops. */
  model: number;
  /** How many records there are: a cheap check that rows and log agree. */
  records: number;
}

export interface EntryRow {
  workspace: string;
  seq: number;
  at: string;
  actor: string | null;
  verb: string;
  mutation: string;
  act: string | null;
  reason: string | null;
  model: number;
  /** JSON. */
  claims: string;
  /** JSON. */
  changes: string;
}

export interface FactRow {
  workspace: string;
  seq: number;
  n: number;
  collection: string;
  record: string;
  field: string;
  /** JSON. */
  from_value: string;
  /** JSON. */
  to_value: string;
  at: string;
  happened_on: string | null;
}

/** An entry that the history of a record tells of. */
export interface SubjectRow {
  workspace: string;
  record: string;
  seq: number;
}

/** One version of a long text, never altered. */
export interface TextRow {
  workspace: string;
  id: string;
  owner_collection: string;
  owner_id: string;
  field: string;
  base: string | null;
  /** SHA-256 of the body in UTF-8, hex. */
  hash: string;
  length: number;
  body: string;
}

/** What a mutation was answered, so that the same one again gets the same answer. */
export interface MutationRow {
  workspace: string;
  mutation: string;
  /** Empty for the system itself. */
  actor: string;
  verb: string;
  /** SHA-256 of what was asked. */
  asked: string;
  seq: number;
  /** JSON: what an undo left as it is. */
  kept: string;
  at: string;
}

/** A key to the API. The secret itself is shown once and kept by nobody. */
export interface TokenRow {
  id: string;
  /** SHA-256 of the secret, hex. */
  hash: string;
  workspace: string;
  member: string;
  name: string;
  /** At most this role, whatever the member's is. */
  role: Role;
  created_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
}

/** A link that lets somebody in once. */
export interface InvitationRow {
  id: string;
  /** SHA-256 of the secret in the link, hex. */
  hash: string;
  /** `first-admin`: the link of the first start; `member`: an invitation into a workspace. */
  kind: 'first-admin' | 'member';
  workspace: string | null;
  member: string | null;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

/** A file that was brought, until its import has ended. */
export interface ImportFileRow {
  workspace: string;
  id: string;
  /** Who brought it: nobody else sees what is in it. */
  member: string;
  name: string;
  /** SHA-256, hex. */
  hash: string;
  /** In bytes. */
  size: number;
  at: string;
  /** JSON: how it is read, once its import has begun. */
  mapping: string | null;
}

/** What an import did not take, and why. */
export interface ImportReportRow {
  workspace: string;
  import: string;
  /** The file it is read from, to go on after a stop; null once it has ended. */
  file: string | null;
  /** JSON. */
  problems: string;
  /** JSON: fields that were edited here and stayed ours. */
  kept: string;
}

/** Tables of better-auth, with its own column names. Its adapter turns dates and flags into what each database keeps. */
interface AuthUserRow {
  id: string;
  name: string;
  email: string;
  emailVerified: unknown;
  image: string | null;
  createdAt: unknown;
  updatedAt: unknown;
}

interface AuthSessionRow {
  id: string;
  expiresAt: unknown;
  token: string;
  createdAt: unknown;
  updatedAt: unknown;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

interface AuthAccountRow {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: unknown;
  refreshTokenExpiresAt: unknown;
  scope: string | null;
  password: string | null;
  createdAt: unknown;
  updatedAt: unknown;
}

interface AuthVerificationRow {
  id: string;
  identifier: string;
  value: string;
  expiresAt: unknown;
  createdAt: unknown;
  updatedAt: unknown;
}
