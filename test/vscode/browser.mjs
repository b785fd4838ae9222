import { chromium } from 'playwright-core';

const isLoopback = ({ hostname }) => hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost');

/** Runs `use` with a page of a headless Chromium. Nothing leaves this computer. */
export const withPage = async (executablePath, use) => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.route((url) => /^https?:$/.test(url.protocol) && !isLoopback(url), (route) => route.abort());
    return await use(page);
  } finally {
    await browser.close();
  }
};
