/** The database can't be opened; the message is a sentence for whoever starts the server. */
export class StoreRefused extends Error {}

/** There is no workspace with this id. */
export class NoWorkspace extends Error {
  readonly workspace: string;
  constructor(workspace: string) {
    super(`there is no workspace ${workspace}`);
    this.workspace = workspace;
  }
}
