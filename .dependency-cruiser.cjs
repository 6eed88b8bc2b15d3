/** Imports point one way: shared ← events ← functions; infra knows entry paths only; web knows the rules and the API's type. */
const from = (path, pathNot) => (pathNot ? { path, pathNot } : { path })
const test = '[.]test[.]tsx?$'

module.exports = {
  forbidden: [
    {
      name: 'nothing-in-circles',
      comment: 'Two files that need each other are one file.',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|~icons/|@solidjs/)' },
    },
    {
      name: 'shared-is-pure',
      comment: 'Rules know no other room; a rule’s outcome has the type of a fact.',
      severity: 'error',
      from: from('^shared/', test),
      to: { path: '^(events|functions|infra|web|tests)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-needs-little',
      comment: 'Rules run in the browser too: zod and small pure libraries.',
      severity: 'error',
      from: from('^shared/', test),
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(zod|pinyin-pro|@bufbuild/cel|@bufbuild/protobuf|chinese-days|ulid|highs|minisearch|csv-parse)/',
      },
    },
    {
      name: 'shared-touches-nothing',
      comment: 'Rules do no input or output.',
      severity: 'error',
      from: from('^shared/', test),
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'events-know-shared',
      severity: 'error',
      from: from('^events/'),
      to: { path: '^(functions|infra|web|tests)/' },
    },
    {
      name: 'functions-know-events-and-shared',
      severity: 'error',
      from: from('^functions/'),
      to: { path: '^(infra|web|tests)/' },
    },
    {
      name: 'stores-are-private',
      comment: 'Slices share pure rules and talk through events; the stream and the workflow, which follow facts, may load what they need.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/', pathNot: ['^functions/(api|stream|workflow|aws)/', test] },
      to: { path: '^functions/[^/]+/store[.]ts$', pathNot: '^functions/$1/' },
    },
    {
      name: 'one-place-knows-the-sdk',
      comment: 'The SDK’s clients live in functions/aws, and where mail leaves; only infra/local and tests speak to them beside that.',
      severity: 'error',
      from: { path: '^functions/', pathNot: ['^functions/(aws/|mail/transport[.]ts$)', test] },
      to: { path: 'node_modules/@aws-sdk/(client|lib|s3)-', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'infra-knows-entry-paths',
      comment: 'The template names modules by their path. Only the local stack imports them.',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/local/' },
      to: { path: '^(functions|web|tests)/' },
    },
    {
      name: 'infra-local-is-not-deployed',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/local/' },
      to: { path: '^infra/local/' },
    },
    {
      name: 'infra-local-knows-no-web',
      comment: 'The site is built or served by Vite, not imported.',
      severity: 'error',
      from: from('^infra/local/'),
      to: { path: '^(web/(?!vite)|tests/)' },
    },
    {
      name: 'web-knows-the-rules',
      comment: 'A page may ask a rule beforehand; of the functions it knows the type of the API.',
      severity: 'error',
      from: { path: '^web/', pathNot: test },
      to: { path: '^(events|functions|infra|tests)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'development-stays-at-home',
      comment: 'What runs in the cloud or the browser needs no development package.',
      severity: 'error',
      from: { path: '^(shared|events|functions)/', pathNot: test },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|cdk[.]out|[.]local)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
