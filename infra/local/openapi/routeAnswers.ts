import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { type Answers, hoisted, type Schema } from '../../../functions/api/openapi/answers.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * What each route answers when it succeeds, as JSON schema, read from the types of the routes themselves: what the compiler knows of an answer is what the document says.
 * Asks the compiler for the whole API, which takes it some seconds; the functions never do.
 */
export function answersOfRoutes(): Answers {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.json`,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  )
  const file = `${root}functions/api/slices.ts`
  const program = ts.createProgram([file], { ...config?.options, noEmit: true })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  const served = module && checker.getExportsOfModule(module).find(({ name }) => name === 'Served')
  if (!served) throw new Error('functions/api/slices.ts exports no Served')
  // A union of `Hono<Environment, Schema, …>`, one for each slice; the schema of each is again a union of what its parts serve.
  const slices = parts(checker.getDeclaredTypeOfSymbol(served)).flatMap((routes) =>
    checker
      .getTypeArguments(routes as ts.TypeReference)
      .slice(1, 2)
      .flatMap(parts),
  )
  const made = new Maker(checker)
  const answers: Record<string, Schema> = {}
  for (const slice of slices)
    for (const path of checker.getPropertiesOfType(slice))
      for (const method of checker.getPropertiesOfType(checker.getTypeOfSymbol(path))) {
        const outputs = parts(checker.getTypeOfSymbol(method)).flatMap((endpoint) => {
          const [output, format] = ['output', 'outputFormat'].map((name) => checker.getPropertyOfType(endpoint, name))
          const json = format && parts(checker.getTypeOfSymbol(format)).some((kind) => kind.isStringLiteral() && kind.value === 'json')
          return output && json ? [checker.getTypeOfSymbol(output)] : []
        })
        const schemas = outputs.map((output) => made.schemaOf(output)).filter((schema) => JSON.stringify(schema) !== '{}')
        const place = `${method.name.replace('$', '')} ${path.name.replace(/:(\w+)/g, '{$1}')}`
        if (schemas.length > 0) answers[place] = oneOf(schemas)
      }
  return hoisted(answers)
}

const parts = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type])
const oneOf = (schemas: readonly Schema[]): Schema => {
  const different = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()]
  return different.length === 1 ? (different[0] as Schema) : { anyOf: different }
}

class Maker {
  private readonly known = new Map<ts.Type, Schema>()
  private readonly open = new Set<ts.Type>()
  private readonly checker: ts.TypeChecker
  constructor(checker: ts.TypeChecker) {
    this.checker = checker
  }

  /** The schema of a value of a type as it arrives over the wire. What contains itself is left open where it does. */
  schemaOf(type: ts.Type): Schema {
    const known = this.known.get(type)
    if (known) return known
    if (this.open.has(type)) return {}
    this.open.add(type)
    const schema = this.make(type)
    this.open.delete(type)
    this.known.set(type, schema)
    return schema
  }

  private make(type: ts.Type): Schema {
    const { flags } = type
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value }
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === 'true' }
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' }
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' }
    if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' }
    if (flags & ts.TypeFlags.Null) return { type: 'null' }
    if (type.isUnion()) return this.union(type.types)
    if (!(flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return {}
    if (this.checker.isTupleType(type)) {
      const items = this.checker.getTypeArguments(type as ts.TypeReference).map((item) => this.schemaOf(item))
      return { type: 'array', prefixItems: items, minItems: items.length }
    }
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference)
      return { type: 'array', items: item ? this.schemaOf(item) : {} }
    }
    return this.object(type)
  }

  private union(types: readonly ts.Type[]): Schema {
    const present = types.filter(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)))
    const schemas = present.map((each) => this.schemaOf(each))
    const constants = schemas.filter((schema) => 'const' in schema).map((schema) => schema.const)
    const others = schemas.filter((schema) => !('const' in schema))
    if (constants.length === 2 && constants.every((each) => typeof each === 'boolean')) others.push({ type: 'boolean' })
    else if (constants.length === 1) others.push({ const: constants[0] })
    else if (constants.length > 1) others.push({ enum: constants.toSorted() })
    return others.length === 0 ? {} : oneOf(others)
  }

  private object(type: ts.Type): Schema {
    const values = this.checker.getIndexTypeOfType(type, ts.IndexKind.String)
    const properties = this.checker.getPropertiesOfType(type)
    const required: string[] = []
    const said: Record<string, Schema> = {}
    for (const property of properties) {
      const value = this.checker.getTypeOfSymbol(property)
      if (value.flags & ts.TypeFlags.Never) continue
      const optional = property.flags & ts.SymbolFlags.Optional || parts(value).some(({ flags }) => flags & ts.TypeFlags.Undefined)
      if (!optional) required.push(property.name)
      const description = ts.displayPartsToString(property.getDocumentationComment(this.checker)).replaceAll(/\s+/g, ' ').trim()
      said[property.name] = { ...this.schemaOf(value), ...(description && { description }) }
    }
    return {
      type: 'object',
      ...(properties.length > 0 && { properties: said }),
      ...(required.length > 0 && { required }),
      ...(values && { additionalProperties: this.schemaOf(values) }),
    }
  }
}
