import { describe, expect, it } from 'vitest';
import { defaultSettings, resolveSettings, settingKeys, settingTable, toLayer, type LayerName } from '../../server/src/settings';

const resolve = (layers: Readonly<Partial<Record<LayerName, unknown>>>) => {
  const { settings, problems } = resolveSettings(Object.entries(layers).map(([name, values]) => toLayer(name as LayerName, values)));
  return { settings, messages: problems.map(({ layer, key, message }) => `${layer} ${key}: ${message}`) };
};

const fromConfig = (values: unknown) => resolve({ config: values });

describe('the order of places', () => {
  it('is defaults, editor, settings file, front matter, command line', () => {
    const layers = { 'command-line': { status: 'final' }, 'front-matter': { status: 'draft' }, config: { preset: 'strict' }, editor: { preset: 'default', currency: 'USD' } };
    expect(resolve(layers).settings).toMatchObject({ status: 'final', preset: 'strict', currency: 'USD' });
    expect(resolve({}).settings).toEqual(defaultSettings);
  });

  it('replaces lists, but adds up aliases', () => {
    const { settings } = resolve({ config: { own: ['A'], aliases: [['Dam Office', 'DO']] }, 'front-matter': { own: 'B', aliases: { WB: 'Water Board' } } });
    expect(settings.own).toEqual(['B']);
    expect(settings.aliases).toEqual([['Dam Office', 'DO'], ['WB', 'Water Board']]);
  });

  it('joins rules by name', () => {
    const { settings } = resolve({
      config: { rules: { 'bad-setting': { severity: { setting: 'error' } }, 'unused-suppression': 'off' } },
      'front-matter': { rules: { 'bad-setting': { severity: { suppression: 'off' } } } },
    });
    expect(settings.rules).toEqual({
      'bad-setting': { severity: null, levels: { setting: 'error', suppression: 'off' }, options: {} },
      'unused-suppression': { severity: 'off', levels: {}, options: {} },
    });
  });

  it('lets a later severity for all levels replace earlier ones by level', () => {
    const { settings } = resolve({ config: { rules: { 'bad-setting': { severity: { setting: 'error' } } } }, 'command-line': { rules: { 'bad-setting': 'hint' } } });
    expect(settings.rules['bad-setting']).toEqual({ severity: 'hint', levels: {}, options: {} });
  });
});

describe('what cannot be read', () => {
  it.each([
    [{ profil: 'ria' }, 'config profil: "profil" is no setting, the nearest is "profile"'],
    [{ wholly: 1 }, 'config wholly: "wholly" is no setting'],
    [{ constructor: 1 }, 'config constructor: "constructor" is no setting'],
    [{ profile: 'white-papr' }, 'config profile: "white-papr" is not known, the nearest is "white-paper"'],
    [{ status: 3 }, 'config status: "3" is none of draft, review, final'],
    [{ own: [1] }, 'config own: "1" is no text'],
    [{ currency: 'dollars' }, 'config currency: "dollars" is no currency code such as USD or PKR'],
    [{ aliases: 'PBS' }, 'config aliases: "PBS" is no list of lists of names'],
    [{ aliases: ['PBS'] }, 'config aliases: "PBS" is no list of names'],
    [{ sources: { smith: 4 } }, 'config sources.smith: "4" is no path of a file'],
    [{ profiles: { mine: 'x' } }, 'config profiles.mine: "x" is no profile'],
    [{ rules: ['x'] }, 'config rules: A list is no map from rules to severities'],
    [{ rules: { 'bad-setings': 'off' } }, 'config rules.bad-setings: "bad-setings" is no rule, the nearest is "bad-setting"'],
    [{ rules: { toString: 'off' } }, 'config rules.toString: "toString" is no rule'],
    [{ rules: { 'bad-setting': 'warn' } }, 'config rules.bad-setting: "warn" is none of off, hint, information, warning, error'],
    [{ rules: { 'bad-setting': { severty: 'off' } } }, 'config rules.bad-setting.severty: "severty" is no option of this rule, the nearest is "severity"'],
    [{ rules: { 'bad-setting': { suppression: 'error' } } }, 'config rules.bad-setting.suppression: "suppression" is a level of this rule: write severity: {suppression: error}'],
    [{ rules: { 'bad-setting': { severity: { text: 'off' } } } }, 'config rules.bad-setting.severity.text: "text" is none of the rule\'s levels setting, suppression'],
  ])('%j', (values, message) => {
    expect(fromConfig(values).messages).toEqual([message]);
  });

  it('leaves the value from before', () => {
    expect(resolve({ editor: { status: 'draft' }, config: { status: 'done' } }).settings.status).toBe('draft');
    expect(fromConfig({ own: ['A', 3] }).settings.own).toEqual(['A']);
  });

  it('names keys that have no place in front matter', () => {
    expect(resolve({ 'front-matter': { preset: 'strict' } })).toMatchObject({
      settings: { preset: 'default' },
      messages: ['front-matter preset: "preset" is not read from front matter'],
    });
  });
});

describe('the table', () => {
  it('has the keys of the contract', () => {
    expect([...settingKeys].sort()).toEqual(
      ['aliases', 'bibliography', 'citationStyle', 'currency', 'exclude', 'include', 'lookup', 'own', 'preset', 'profile', 'profiles', 'rules', 'sources', 'status'],
    );
  });

  it.each(settingKeys)('%s takes its own default and an empty value', (key) => {
    expect(settingTable[key].description).toMatch(/^[A-Z].*\.$/);
    if (['preset', 'status', 'citationStyle', 'lookup'].includes(key)) return;
    expect(fromConfig({ [key]: null }).messages).toEqual([]);
  });

  it('takes what editors send for "none"', () => {
    expect(resolve({ editor: { profile: '', currency: '', own: [], aliases: [], rules: {} } })).toEqual({ settings: defaultSettings, messages: [] });
    expect(resolve({ editor: undefined })).toEqual({ settings: defaultSettings, messages: [] });
  });
});
