/** The part of the UI from which an update was sent. The person looks there for its outcome. */
export type Entrance = 'view' | 'key' | 'palette' | 'statusBar' | 'document';
