/**
 * A text as it is kept: composed (NFC), line breaks as `\n`, without control characters and without halves of characters that some
 * programs leave behind; they would break documents and hashes made from it later.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v]/g, '\n')
    .replace(/[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}\ufeff]/gu, (character) =>
      character === '\n' || character === '\t' ? character : '',
    )
    .normalize('NFC')
}
