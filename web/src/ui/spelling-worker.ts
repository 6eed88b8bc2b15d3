import { spelled } from '../../../shared/organisations/spelled.ts'

/** Spells names beside the page; see `spelling.ts`. */
self.onmessage = ({ data }: MessageEvent<readonly string[]>) => self.postMessage(data.map(spelled))
