/* global document, NodeFilter -- inside the page */
/** The few things that a person does in the workbench, in terms of what stands on the screen. */
export class Workbench {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** `folder` is opened if it is closed. */
  async openFromExplorer(folder, file) {
    const rows = this.#page.locator('.explorer-folders-view .monaco-list-row');
    const folderRow = rows.filter({ hasText: folder }).first();
    if ((await folderRow.getAttribute('aria-expanded')) !== 'true') await folderRow.click();
    await rows.filter({ hasText: file }).dblclick();
    await this.#page.locator('.editor-instance .view-lines').waitFor();
  }

  squiggles() {
    return this.#page.locator('.monaco-editor .squiggly-warning');
  }

  line(text) {
    return this.#page.locator('.editor-instance .view-line', { hasText: text });
  }

  /** The text of a status bar item once it matches. */
  async statusText(id, pattern) {
    const item = this.#page.locator(`.statusbar-item[id$="${id}"]`, { hasText: pattern });
    await item.waitFor();
    return (await item.innerText()).trim();
  }

  async showProblems() {
    await this.#page.keyboard.press('Control+Shift+M');
    await this.#page.locator('.markers-panel .monaco-list-row').first().waitFor();
  }

  /** Rows out of sight are not drawn. */
  async filterProblems(text) {
    await this.#page.locator('input[placeholder^="Filter (e.g. text"]').fill(text);
  }

  problem(message) {
    return this.#page.locator('.markers-panel .monaco-list-row', { hasText: message });
  }

  /** The Problems view, open and not filtered, has nothing to say. */
  async noProblems() {
    await this.#page.locator('.markers-panel .message-box-container', { hasText: 'No problems' }).waitFor();
  }

  async hideProblems() {
    await this.runCommand('View: Toggle Panel Visibility');
    await this.#page.locator('.markers-panel').waitFor({ state: 'hidden' });
  }

  /** Brings its place into view. */
  async goToProblem(message) {
    await this.problem(message).dblclick();
  }

  /** The words of the hover, once `part` is among them. */
  async hover(line, word, part = 'More about this rule') {
    const { x, y } = await this.#placeOf(line, word);
    await this.#page.mouse.move(x, y, { steps: 5 });
    const hover = this.#hover(part);
    await hover.waitFor();
    return (await hover.innerText()).replace(/\s+/g, ' ');
  }

  async followLinkOfHover(part, link) {
    await this.#hover(part).locator('a', { hasText: link }).click();
  }

  #hover(part) {
    return this.#page.locator('.monaco-hover:visible', { hasText: part });
  }

  /** Brings the first place of some words into view, in the editor in front. */
  async find(text) {
    await this.#page.keyboard.press('Control+F');
    await this.#page.keyboard.insertText(text);
    await this.#page.keyboard.press('Enter');
    await this.#page.keyboard.press('Escape');
    await this.line(text).first().waitFor();
  }

  /** The name on the tab in front. */
  tab(name) {
    return this.#page.locator('.tab.active', { hasText: name });
  }

  async type(line, word, text) {
    const { x, y } = await this.#placeOf(line, word);
    await this.#page.mouse.click(x, y);
    await this.#page.keyboard.press('End');
    await this.#page.keyboard.type(text, { delay: 30 });
  }

  suggestion(text) {
    return this.#page.locator('.suggest-widget:visible .monaco-list-row', { hasText: text });
  }

  async takeSuggestion(text) {
    await this.suggestion(text).first().click();
  }

  async rename(line, word, name) {
    const { x, y } = await this.#placeOf(line, word);
    await this.#page.mouse.click(x, y);
    await this.#page.keyboard.press('F2');
    const input = this.#page.locator('.rename-box:visible input');
    await input.fill(name);
    await input.press('Enter');
  }

  async followCodeOfProblem(message, rule) {
    await this.problem(message).locator('a', { hasText: rule }).click();
  }

  /** A page of the Markdown preview: a web view, two frames deep. */
  async renderedPage(text) {
    await this.preview().getByText(text).first().waitFor();
  }

  /** The page of the Markdown preview. */
  preview() {
    return this.#page.frameLocator('iframe.webview').last().frameLocator('iframe#active-frame');
  }

  /** The words of a modal dialog. */
  async dialog() {
    const box = this.#page.locator('.monaco-dialog-box');
    await box.waitFor();
    return (await box.innerText()).replace(/\s+/g, ' ');
  }

  async answerDialog(button) {
    await this.#page.locator('.monaco-dialog-box .monaco-button', { hasText: new RegExp(`^${button}$`) }).click();
  }

  /** Under the smoke-test driver VS Code shows none by itself: they wait behind the bell. */
  async answerNotification(message, button) {
    await this.runCommand('Notifications: Show Notifications');
    const notification = this.#page.locator('.notifications-center .notification-list-item', { hasText: message });
    await notification.locator('.monaco-button', { hasText: button }).click();
  }

  /** A view container of the activity bar. */
  async openContainer(name) {
    await this.container(name).click();
  }

  /** Opens a view of the container, or closes it. */
  async toggleView(name) {
    await this.#page.locator('.sidebar .pane-header', { hasText: name }).click();
  }

  async badgeOf(name) {
    return (await this.container(name).locator('.badge-content').innerText()).trim();
  }

  container(name) {
    return this.#page.locator('.activitybar .action-item', { has: this.#page.locator(`a[aria-label^="${name}"]`) });
  }

  /** A row of an open view that an extension fills. A closed one keeps its rows. */
  treeRow(text) {
    return this.#page.locator('.pane:has(.pane-header.expanded) .customview-tree .monaco-list-row', { hasText: text });
  }

  async expandRow(text) {
    await this.treeRow(text).first().locator('.monaco-tl-twistie').click();
  }

  treeRowSaying(text, more) {
    return this.treeRow(text).filter({ hasText: more });
  }

  /** A button in the title of a view or, where it is the only one, of its container. */
  async viewAction(title) {
    const button = this.#page.locator(`a[aria-label^="${title}"]`);
    // One view of several shows its buttons only under the mouse.
    const header = this.#page.locator('.sidebar .pane-header.expanded', { has: button });
    if ((await header.count()) > 0) await header.first().hover();
    await this.#page.locator('.sidebar .title-actions, .sidebar .pane-header .actions').locator(button).first().click();
  }

  async openMenuOf(text) {
    await this.treeRow(text).click({ button: 'right' });
  }

  /** At the cursor. */
  async openEditorMenu() {
    await this.runCommand('View: Focus Active Editor Group');
    await this.#page.keyboard.press('Shift+F10');
  }

  async closeMenu() {
    await this.#page.keyboard.press('Escape');
  }

  menuItem(label) {
    return this.#page.locator('.monaco-menu .action-item', { hasText: label });
  }

  /** The window, once it has the colours of a theme: `vs`, `vs-dark`, `hc-black`, `hc-light`. */
  theme(name) {
    return this.#page.locator(`.monaco-workbench.${name}`);
  }

  /** Two keys, one after the other, in the editor. */
  async chord(first, second) {
    await this.runCommand('View: Focus Active Editor Group');
    await this.#page.keyboard.press(first);
    await this.#page.keyboard.press(second);
  }

  choice(label) {
    return this.#page.locator('.quick-input-list .monaco-list-row', { hasText: label });
  }

  async takeChoice(label) {
    await this.choice(label).first().click();
  }

  async closeTab() {
    await this.runCommand('View: Close Editor');
  }

  async openQuickFixes(line, word, title) {
    const { x, y } = await this.#placeOf(line, word);
    await this.#page.mouse.click(x, y);
    // The menu closes when the editor scrolls or is checked again just then: a user would press the keys once more.
    for (let tries = 1; ; tries++) {
      await this.#page.keyboard.press('Control+.');
      try {
        return await this.#quickFix(title).waitFor({ timeout: 5_000 });
      } catch (error) {
        if (tries === 4) throw error;
        await this.#page.keyboard.press('Escape');
      }
    }
  }

  async takeQuickFix(title) {
    await this.#quickFix(title).click();
  }

  /** Runs a command of the palette that asks something next. */
  async beginCommand(title) {
    await this.#page.keyboard.press('F1');
    await this.#pick(title, `>${title}`);
  }

  /** Where a command asks for words, under a title that has `about` in it. */
  async answerInput(about, words) {
    const box = this.#page.locator('.quick-input-widget:visible', { has: this.#page.locator('.quick-input-title', { hasText: about }) });
    await box.locator('.quick-input-box input').fill(words);
    await this.#page.keyboard.press('Enter');
  }

  /** A link in the hover of a status bar item. */
  async linkOfStatus(id, text) {
    await this.#page.locator(`.statusbar-item[id$="${id}"]`).hover();
    const link = this.#page.locator('.monaco-hover:visible a', { hasText: text });
    await link.waitFor();
    return link;
  }

  async focusEditor() {
    await this.runCommand('View: Focus Active Editor Group');
  }

  /** Until nothing in the tab is unsaved. */
  async save() {
    await this.focusEditor();
    await this.#page.keyboard.press('Control+S');
    await this.#page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** Into the tab stops of a template, from the one that is selected. */
  async fillBlanks(entries) {
    for (const entry of entries) {
      await this.#page.keyboard.insertText(entry);
      await this.#page.keyboard.press('Tab');
    }
  }

  /** At the cursor. */
  async write(text) {
    await this.#page.keyboard.insertText(text);
  }

  /** From the line of the first words up to that of the last. */
  async #selectLines(first, last) {
    // What is out of view is brought to its middle; so the other end is in view too.
    await this.find(last);
    await this.#startOf(first);
    const end = await this.#placeOf(last, last);
    await this.#page.keyboard.down('Shift');
    await this.#page.mouse.click(end.x, end.y);
    await this.#page.keyboard.press('Home');
    await this.#page.keyboard.up('Shift');
  }

  async deleteLines(first, last) {
    await this.#selectLines(first, last);
    await this.#page.keyboard.press('Delete');
  }

  async cutLines(first, last) {
    await this.#selectLines(first, last);
    await this.#page.keyboard.press('Control+X');
  }

  async undo({ times }) {
    await this.focusEditor();
    for (let i = 0; i < times; i++) await this.#page.keyboard.press('Control+Z');
  }

  async pasteAbove(line) {
    await this.#startOf(line);
    await this.#page.keyboard.press('Control+V');
  }

  async writeAbove(line, text) {
    await this.#startOf(line);
    await this.write(text);
  }

  async #startOf(line) {
    await this.find(line);
    const { x, y } = await this.#placeOf(line, line);
    await this.#page.mouse.click(x, y);
    await this.#page.keyboard.press('Home');
  }

  /** Runs a command from the palette, and picks an answer where it asks. */
  async runCommand(title, answer) {
    await this.#page.keyboard.press('F1');
    await this.#pick(title, `>${title}`);
    if (answer !== undefined) await this.#pick(answer, answer);
  }

  async #pick(label, typed) {
    const input = this.#page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.fill(typed);
    await this.#page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
  }

  #quickFix(title) {
    return this.#page.locator('.action-widget .monaco-list-row', { hasText: title });
  }

  async #placeOf(line, word) {
    const found = this.line(line).first();
    await found.waitFor();
    return found.evaluate((element, text) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        // The editor writes blanks as hard ones.
        const start = node.data.replaceAll('\u00a0', ' ').indexOf(text);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + text.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      throw new Error(`"${text}" is not on the screen`);
    }, word);
  }
}
