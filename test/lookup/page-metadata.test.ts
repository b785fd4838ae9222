import { describe, expect, it } from 'vitest';
import { readPageMetadata } from '../../server/src/lookup/page-metadata';

describe('metadata of a page', () => {
  it('is read as reference managers read it', () => {
    const html = `<html><head><meta name="citation_title" content="Wells &amp; pumps"><meta name="citation_author" content="Rao, Lila"><META NAME="Citation_Author" CONTENT="Tarn, Ole">
      <meta name="citation_publication_date" content="2022/05/01"><meta property="og:title" content="Wells | Hill Institute"></head>`;
    expect(readPageMetadata(html)).toEqual({ type: 'webpage', title: 'Wells & pumps', author: ['Rao, Lila', 'Tarn, Ole'], issued: { raw: '2022/05/01' } });
  });

  it('may be that of a preview', () => {
    const html = '<meta property="og:title" content="Bridges"><meta property="og:site_name" content="Road Office"><meta property="article:published_time" content="2024-03-02T10:00:00Z">';
    expect(readPageMetadata(html)).toEqual({ type: 'webpage', title: 'Bridges', issued: { raw: '2024-03-02' }, publisher: 'Road Office' });
  });

  it('is nothing where the page has none', () => {
    expect(readPageMetadata('<title>Just a page</title>')).toBeNull();
    expect(readPageMetadata('')).toBeNull();
  });
});
