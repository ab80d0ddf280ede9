/** The place from which an update was sent: the person looks there for its outcome. */
export type Entrance = 'view' | 'palette' | 'statusBar' | 'document';
