import { readFileSync } from 'node:fs';
import { inRoot } from '../root.ts';

/** The parts of package.json that the scripts and the manifest tests read. */
export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly main: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly contributes: Contributions;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
}

export interface Contributions {
  readonly commands: readonly Command[];
  readonly views: Readonly<Record<string, readonly View[]>>;
  readonly viewsContainers: { readonly activitybar: readonly ViewsContainer[] };
  readonly viewsWelcome: readonly ViewWelcome[];
  readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
  readonly submenus?: readonly Submenu[];
  readonly keybindings: readonly Keybinding[];
  readonly configuration: { readonly properties: Readonly<Record<string, Schema>> };
}

export interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
  readonly icon?: string;
  readonly enablement?: string;
}

export interface View {
  readonly id: string;
  readonly name: string;
  readonly when?: string;
}

export interface ViewsContainer {
  readonly id: string;
  readonly icon: string;
}

export interface ViewWelcome {
  readonly view: string;
  readonly contents: string;
  readonly when?: string;
}

export interface MenuItem {
  readonly command?: string;
  /** In place of a command. */
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}

export interface Submenu {
  readonly id: string;
  readonly label: string;
  readonly icon?: string;
}

export interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
}

/** The part of JSON schema that the settings use. */
export interface Schema {
  readonly type?: 'string' | 'boolean' | 'integer' | 'number' | 'array' | 'object';
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly order?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
}

export function readPackageJson(): PackageJson {
  return JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as PackageJson;
}

export function allViews(manifest: PackageJson): readonly View[] {
  return Object.values(manifest.contributes.views).flat();
}
