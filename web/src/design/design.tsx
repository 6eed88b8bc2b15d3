export default function Design() {
  return <p>…</p>
}
