/** Opens a database, made by `make` when it is new. */
export function openDatabase(name: string, version: number, make: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') {
      reject(new DOMException('this browser keeps nothing', 'NotSupportedError'));
      return;
    }
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', () => make(request.result));
    request.addEventListener('success', () => {
      // Another tab that deletes the database or brings a newer one is not held up.
      request.result.addEventListener('versionchange', () => request.result.close());
      resolve(request.result);
    });
    request.addEventListener('error', () => reject(failureOf(request.error)));
    request.addEventListener('blocked', () => reject(new DOMException('another tab holds an older database', 'InvalidStateError')));
  });
}

/** What a request gives. */
export function valueOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(failureOf(request.error)));
  });
}

/** When everything in the transaction is written. */
export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(failureOf(transaction.error)));
    transaction.addEventListener('error', () => reject(failureOf(transaction.error)));
  });
}

const failureOf = (error: DOMException | null): DOMException => error ?? new DOMException('this browser can not keep it', 'UnknownError');
