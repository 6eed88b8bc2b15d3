import type { Language, Text } from '../../shared/text.ts'
import { type Html, html } from './html.ts'

/** Pairs of a label and what is said; what is not known leaves its label out. */
export const facts = (language: Language, ...pairs: readonly (readonly [Text, Html | string | undefined | false])[]): Html =>
  html`<dl class="facts">${pairs.map(([label, value]) => value && html`<dt>${label[language]}</dt><dd>${value}</dd>`)}</dl>`

export const link = (address: string, text: string): Html => html`<a href="${address}">${text}</a>`
