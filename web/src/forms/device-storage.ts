import type { Marked, Storage } from './drafts.ts'

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const tables = ['drafts', 'uploads'] as const

let opening: Promise<IDBDatabase> | undefined
function database(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('shuren', 1)
    request.onupgradeneeded = () => {
      for (const table of tables) request.result.createObjectStore(table)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opening
}

/** A table of the browser's database on this device. */
export function deviceStorage(table: (typeof tables)[number]): Storage {
  const within = async (mode: IDBTransactionMode) => (await database()).transaction(table, mode).objectStore(table)
  return {
    get: async (key) => answered((await within('readonly')).get(key)),
    set: async (key, value) => {
      await answered((await within('readwrite')).put(value, key))
    },
    remove: async (key) => {
      await answered((await within('readwrite')).delete(key))
    },
    all: async () => answered((await within('readonly')).getAll()),
  }
}

/** To look into the database takes longer than to draw a page: what is in it is marked where one sees it at once, before it comes and until it is gone. */
export function marked(storage: Storage): Marked {
  const mark = (key: string) => `shuren.kept ${key}`
  return {
    ...storage,
    lacks: (key) => {
      try {
        return localStorage.getItem(mark(key)) === null
      } catch {
        return false
      }
    },
    set: async (key, value) => {
      localStorage.setItem(mark(key), '')
      await storage.set(key, value)
      // What was being removed when this came has taken the mark with it.
      localStorage.setItem(mark(key), '')
    },
    remove: async (key) => {
      await storage.remove(key)
      localStorage.removeItem(mark(key))
    },
  }
}
