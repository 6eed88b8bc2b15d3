/** A public page within one of the application. */
export const NoticeFrame = (props: { title: string; html: string }) => (
  <iframe class="notice-preview" title={props.title} sandbox="allow-same-origin" srcdoc={toLookAt(props.html)} />
)

/**
 * The page as it stands: its frame lets no script run, and a browser complains of every one that is there. Its links lead to pages that are not there yet,
 * and would replace it in the frame; those within it stay.
 */
function toLookAt(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const script of page.querySelectorAll('script')) script.remove()
  for (const link of page.querySelectorAll('a[href]:not([href^="#"])')) link.removeAttribute('href')
  return `<!doctype html>${page.documentElement.outerHTML}`
}
