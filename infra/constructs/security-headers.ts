/** What the browser may do on our pages. Only our own files run; only the bucket of attachments is spoken to besides ourselves. */
export function contentSecurityPolicy(filesOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' blob: ${filesOrigin}`,
    `media-src 'self' blob: ${filesOrigin}`,
    `connect-src 'self' ${filesOrigin}`,
    "frame-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Two years, as the preload list asks; subdomains are left to their owners. */
const transportSeconds = 63_072_000

export const securityHeaders = (filesOrigin: string) => ({
  'content-security-policy': contentSecurityPolicy(filesOrigin),
  'strict-transport-security': `max-age=${transportSeconds}`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Links carry ids of submissions; none of that is another site's business.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
})
export type SecurityHeaders = ReturnType<typeof securityHeaders>
