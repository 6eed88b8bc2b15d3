import type { Random } from './random.ts'
import { places, sentences, type Topic } from './sentences.ts'

const topics: [RegExp, Topic][] = [
  [/problem|explained|reason|overspent/i, 'problem'],
  [/goals|plan|next|measures|mechanism|safety|changeReason/i, 'plan'],
  [/effect|result|summary|highlight|progress|statement|innovation|example|reach/i, 'effect'],
  [/experience|conduct|career/i, 'person'],
]

/** What an answer to a question of this key speaks about. */
export const topicOf = (key: string): Topic => topics.find(([pattern]) => pattern.test(key))?.[1] ?? 'practice'

const fill = (sentence: string, random: Random) =>
  sentence.replace(/\{([knmpyw])\}/g, (_, what: string) => {
    if (what === 'w') return random.pick(places)
    const [least, most] =
      what === 'k' ? [2, 9] : what === 'n' ? [10, 48] : what === 'm' ? [120, 9800] : what === 'p' ? [82, 99] : [2020, 2023]
    return String(random.between(least, most))
  })

/** A text of whole sentences with at least `min` and at most `max` characters; shorter sentences come in when it gets tight. */
export function prose(topic: Topic, min: number, max: number, random: Random): string {
  const wanted = Math.max(min, Math.round((max * random.between(60, 95)) / 100))
  const others = (Object.keys(sentences) as Topic[]).filter((each) => each !== topic && each !== 'problem' && each !== 'person')
  const used = new Set<string>()
  let text = ''
  for (let round = 0; text.length < wanted && round < 12; round++) {
    const first = topic === 'problem' ? sentences.problem : random.shuffled(sentences[topic])
    for (const sentence of round === 0 ? first : random.shuffled([...sentences[topic], ...sentences[random.pick(others)]])) {
      const next = fill(sentence, random)
      if (text.length >= wanted || text.length + next.length > max || (used.has(sentence) && round < 8)) continue
      used.add(sentence)
      text += next
      if (max > 800 && text.length < max && random.chance(0.2)) text += '\n'
    }
  }
  const ends = ['形成长效机制。', '工作扎实有序推进。', '取得了预期效果。', '师生反映良好。']
  while (text.trim().length < min || text === '') text += random.pick(ends)
  return text.slice(0, max).trim()
}
