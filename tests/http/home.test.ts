import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundOffice, type House, openHouse } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await foundOffice(house)
  await house.settle()
})
afterAll(() => house.close())

/** Names begin with the bucket. */
const published = (path: string) => [...house.objects].find(([name]) => name.split('/').slice(2).join('/') === path)?.[1].toString()

test('a platform that has just been founded has its home page in both languages, its feed and its map', () => {
  expect(published('index.html')).toContain('<html lang="zh-CN">')
  expect(published('en/index.html')).toContain('<html lang="en">')
  expect(published('feed.xml')).toContain('<rss')
  expect(published('sitemap.xml')).toContain('<sitemapindex')
  expect(published('sitemaps/pages.xml')).toContain('<urlset')
})
