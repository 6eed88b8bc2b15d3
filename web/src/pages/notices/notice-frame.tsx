/** A public page within one of the application. */
export const NoticeFrame = (props: { title: string; html: string }) => (
  <iframe class="notice-preview" title={props.title} sandbox="allow-same-origin" srcdoc={withoutScripts(props.html)} />
)

/** The page as it stands: its frame lets no script run, and a browser complains of every one that is there. */
function withoutScripts(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const script of page.querySelectorAll('script')) script.remove()
  return `<!doctype html>${page.documentElement.outerHTML}`
}
