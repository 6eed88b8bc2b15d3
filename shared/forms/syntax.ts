import type { parse } from '@bufbuild/cel'

/** The syntax tree of an expression: how large it is, and which names it uses. */
export type Syntax = ReturnType<typeof parse>['expr']

function partsOf(node: Syntax): Syntax[] {
  const { exprKind } = node
  switch (exprKind.case) {
    case 'selectExpr':
      return exprKind.value.operand ? [exprKind.value.operand] : []
    case 'callExpr':
      return [...(exprKind.value.target ? [exprKind.value.target] : []), ...exprKind.value.args]
    case 'listExpr':
      return exprKind.value.elements
    case 'structExpr':
      return exprKind.value.entries.flatMap(({ keyKind, value }) => [
        ...(keyKind.case === 'mapKey' ? [keyKind.value] : []),
        ...(value ? [value] : []),
      ])
    case 'comprehensionExpr': {
      const { iterRange, accuInit, loopCondition, loopStep, result } = exprKind.value
      return [iterRange, accuInit, loopCondition, loopStep, result].filter((part) => part !== undefined)
    }
    default:
      return []
  }
}

export function sizeOf(node: Syntax): { nodes: number; loops: number; loopDepth: number } {
  const own = node.exprKind.case === 'comprehensionExpr' ? 1 : 0
  const parts = partsOf(node).map(sizeOf)
  return {
    nodes: parts.reduce((sum, part) => sum + part.nodes, 1),
    loops: parts.reduce((sum, part) => sum + part.loops, own),
    loopDepth: own + Math.max(0, ...parts.map((part) => part.loopDepth)),
  }
}

export type Names = {
  /** `a`, `a.b`: names that come from outside, at most two levels deep. */
  names: string[]
  /** Those of them that are used inside `filled()` only. */
  guarded: Set<string>
  calls: string[]
  /** Whether a pattern is not a text written in the expression. */
  openPattern: boolean
}

export function namesIn(root: Syntax): Names {
  const open = new Set<string>()
  const inFilled = new Set<string>()
  const calls = new Set<string>()
  let openPattern = false

  const visit = (node: Syntax, bound: readonly string[], guarded: boolean): void => {
    const { exprKind } = node
    const name = nameOf(node)
    if (name) {
      if (!bound.includes(name[0] ?? '')) (guarded ? inFilled : open).add(name.slice(0, 2).join('.'))
      return
    }
    if (exprKind.case === 'comprehensionExpr') {
      const { iterVar, iterVar2, accuVar, iterRange, ...loop } = exprKind.value
      if (iterRange) visit(iterRange, bound, guarded)
      const inside = [...bound, iterVar, iterVar2, accuVar]
      for (const part of [loop.accuInit, loop.loopCondition, loop.loopStep, loop.result]) if (part) visit(part, inside, guarded)
      return
    }
    if (exprKind.case === 'callExpr') {
      calls.add(exprKind.value.function)
      if (exprKind.value.function === 'matches' && exprKind.value.args.at(-1)?.exprKind.case !== 'constExpr') openPattern = true
    }
    const within = guarded || (exprKind.case === 'callExpr' && exprKind.value.function === 'filled')
    for (const part of partsOf(node)) visit(part, bound, within)
  }
  visit(root, [], false)
  return {
    names: [...new Set([...open, ...inFilled])],
    guarded: new Set([...inFilled].filter((name) => !open.has(name))),
    calls: [...calls],
    openPattern,
  }
}

/** `['a', 'b']` of `a.b`; undefined for anything but a chain of names. */
function nameOf(node: Syntax): string[] | undefined {
  if (node.exprKind.case === 'identExpr') return [node.exprKind.value.name]
  if (node.exprKind.case !== 'selectExpr' || !node.exprKind.value.operand) return undefined
  const before = nameOf(node.exprKind.value.operand)
  return before && [...before, node.exprKind.value.field]
}
