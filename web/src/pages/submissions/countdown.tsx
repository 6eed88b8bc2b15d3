import { createSignal, onCleanup } from 'solid-js'
import { Badge } from '../../ui/banner.tsx'
import { remaining, urgency } from './remaining.ts'

/** Milliseconds between looks at the clock: minutes are shown. */
const look = 20_000

/** How long there is still; it goes on counting, and is spoken only when it is read. */
export function Countdown(props: { until: string }) {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), look)
  onCleanup(() => clearInterval(timer))
  return (
    <Badge tone={urgency(props.until, now())}>
      <time class="tabular-nums" datetime={props.until}>
        {remaining(props.until, now())}
      </time>
    </Badge>
  )
}
