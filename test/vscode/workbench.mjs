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

  problem(message) {
    return this.#page.locator('.markers-panel .monaco-list-row', { hasText: message });
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
    await this.#page.frameLocator('iframe.webview').last().frameLocator('iframe#active-frame').getByText(text).first().waitFor();
  }

  async closeTab() {
    await this.runCommand('View: Close Editor');
  }

  async openQuickFixes(line, word, title) {
    const { x, y } = await this.#placeOf(line, word);
    await this.#page.mouse.click(x, y);
    await this.#page.keyboard.press('Control+.');
    await this.#quickFix(title).waitFor();
  }

  async takeQuickFix(title) {
    await this.#quickFix(title).click();
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
