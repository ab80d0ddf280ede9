/** The folders of a layer, bottom first, each with what it may import of that layer. */
export type Rooms = Readonly<Record<string, string>>;

/**
 * The rooms of src. A row names only rows above it, so rooms cannot import each other in a circle.
 * `*.ts` are the files directly in the folder; one with a row of its own is not among them.
 */
export const rooms: Readonly<Record<string, Rooms>> = {
  'src/host': {
    words: '',
    '*.ts': 'words',
    ui: '*.ts words',
    'demo.ts': '*.ts ui',
    'startDemoServer.ts': '*.ts demo.ts',
    'registerCommands.ts': '*.ts ui',
    documents: '*.ts words ui',
    pickTask: '*.ts words ui',
    compose: 'words ui',
    send: '*.ts words ui documents compose',
    outputLanguage: 'words documents',
    outputDocument: '*.ts words ui documents compose send outputLanguage',
    review: 'words ui documents send',
    trees: '*.ts words ui demo.ts send',
    connections: '*.ts words ui trees',
    conflict: '*.ts words ui documents outputDocument',
    pinned: '*.ts words ui documents pickTask compose send outputDocument',
    journal: '*.ts words ui documents pickTask compose send trees',
    fill: '*.ts words ui documents pickTask compose outputDocument trees',
    bulk: '*.ts words ui documents compose send trees connections',
    tasks: '*.ts words ui documents pickTask compose send outputDocument trees connections',
    links: '*.ts words ui pickTask compose outputDocument trees connections tasks',
    triage: '*.ts words ui connections tasks',
    taskList: '*.ts words ui documents pickTask trees connections bulk',
    'registerHost.ts':
      '*.ts words ui demo.ts startDemoServer.ts registerCommands.ts documents compose send outputDocument trees connections pinned journal tasks links taskList',
  },
  'src/app': {
    '*.ts': '',
    connections: '*.ts',
    output: '*.ts',
    recipes: 'output',
    drafts: '*.ts output',
    journal: '*.ts',
    verify: '*.ts output',
    undo: 'output verify',
    updates: '*.ts output drafts journal verify',
    bulk: '*.ts journal updates',
    taskList: '*.ts output updates',
    'refreshSettled.ts': '*.ts updates',
  },
  'src/engines/*': {
    wire: '',
    connection: 'wire',
    toDomain: 'wire',
    read: 'wire connection toDomain',
    update: 'wire connection toDomain',
    snippets: 'wire connection',
    '*.ts': 'wire connection toDomain read update snippets',
  },
};
