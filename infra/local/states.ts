/** The Amazon States Language as far as the local runner must look into it. */
export type State = {
  Type: string
  Resource?: string
  Next?: string
  Default?: string
  End?: boolean
  Choices?: { Next?: string }[]
  Catch?: { ErrorEquals: string[]; Next: string; ResultPath?: string | null }[]
  Parameters?: unknown
  ItemReader?: { Resource: string; Parameters: Record<string, unknown> }
  ItemSelector?: Record<string, unknown>
  ItemProcessor?: Machine & { ProcessorConfig?: unknown }
  ItemsPath?: string
  MaxConcurrency?: number
  ResultPath?: string | null
  [field: string]: unknown
}
export type Machine = { StartAt: string; States: Record<string, State>; [field: string]: unknown }

/** A resource that only the transformed definition names. */
export const reading = 'local:read-items'

/** A timer of Node holds at most so many seconds; longer limits are left to the schedules, and a task that names none waits at least so long. */
const longestTimer = 2_147_483

/** The same machine in the words that the local runner knows: a Distributed Map becomes a task that reads its list and an ordinary Map over it, which fails when an item does. */
export function localMachine(machine: Machine): Machine {
  const states: Record<string, State> = {}
  const renamed = new Map<string, string>()
  for (const [name, state] of Object.entries(machine.States)) {
    const timed = withoutLongTimers(state)
    if (!timed.ItemReader) {
      states[name] = timed.ItemProcessor ? { ...timed, ItemProcessor: localMachine(timed.ItemProcessor) } : timed
      continue
    }
    renamed.set(name, `${name}.read`)
    Object.assign(states, distributed(name, timed))
  }
  const to = (name: string | undefined) => (name === undefined ? undefined : (renamed.get(name) ?? name))
  for (const [name, state] of Object.entries(states)) {
    // Reading goes on to its own map, never to another reading.
    if (name.endsWith('.read')) continue
    if (state.Next) state.Next = to(state.Next)
    if (state.Default) state.Default = to(state.Default)
    for (const choice of [...(state.Choices ?? []), ...(state.Catch ?? [])]) if (choice.Next) choice.Next = to(choice.Next) ?? choice.Next
  }
  return { ...machine, StartAt: to(machine.StartAt) ?? machine.StartAt, States: states }
}

function withoutLongTimers({ TimeoutSeconds, HeartbeatSeconds, ...state }: State): State {
  const short = (seconds: unknown) => typeof seconds === 'number' && seconds < longestTimer
  return {
    ...structuredClone(state),
    // Without one the local runner gives up after a minute, where Step Functions waits for years.
    ...(state.Type === 'Task' && { TimeoutSeconds: short(TimeoutSeconds) ? TimeoutSeconds : longestTimer }),
    ...(short(HeartbeatSeconds) && { HeartbeatSeconds }),
  } as State
}

function distributed(name: string, state: State): Record<string, State> {
  const { ItemReader, ItemSelector, ItemProcessor, Label, ResultPath, Next, End, ...map } = state
  if ('ToleratedFailurePercentage' in map) throw new Error(`The local stack tolerates no failed item: ${name}`)
  if (ResultPath !== null) throw new Error(`The local stack can only discard what the distributed map ${name} returns`)
  if (!ItemProcessor || !ItemReader) throw new Error(`The map ${name} has no items or nothing to do with them`)
  return {
    [`${name}.read`]: {
      Type: 'Task',
      Resource: reading,
      Parameters: { reader: ItemReader.Parameters, 'state.$': '$', selector: JSON.stringify(ItemSelector ?? null) },
      ResultPath: '$.items',
      Next: name,
    },
    [name]: {
      ...map,
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: localMachine({ StartAt: ItemProcessor.StartAt, States: ItemProcessor.States }),
      // What the list held must not travel on with the state.
      ResultSelector: {},
      ResultPath: '$.items',
      ...(Next ? { Next } : { End }),
    },
  }
}

/** Every task of a machine, also of those inside its maps, with its name. */
export function tasksOf(machine: Machine): [string, State][] {
  return Object.entries(machine.States).flatMap(([name, state]) =>
    state.ItemProcessor ? tasksOf(state.ItemProcessor) : state.Type === 'Task' ? [[name, state] as [string, State]] : [],
  )
}

/** The items as an `ItemSelector` shapes them. Only whole paths occur in it: into the state, the item, or its place. */
export function selected(selector: Record<string, unknown> | null, state: unknown, items: unknown[]): unknown[] {
  if (!selector) return items
  const pick = (path: string, item: unknown, index: number): unknown => {
    if (path === '$$.Map.Item.Index') return index
    if (path.startsWith('$$.Map.Item.Value')) return at(item, path.slice('$$.Map.Item.Value'.length))
    if (path.startsWith('$$')) throw new Error(`The local stack does not know ${path} in an item selector`)
    return at(state, path.slice(1))
  }
  const shape = (value: unknown, item: unknown, index: number): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) =>
        name.endsWith('.$') ? [name.slice(0, -2), pick(String(part), item, index)] : [name, shape(part, item, index)],
      ),
    )
  }
  return items.map((item, index) => shape(selector, item, index))
}

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .filter(Boolean)
    .reduce((part: unknown, name) => (part as Record<string, unknown> | undefined)?.[name], value)
}
