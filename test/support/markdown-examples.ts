/** Our own examples of each construct of CommonMark and of GFM's tables, notes and task items, in the order of the two specifications; small, for they are put together and cut up at random. */
export const markdownExamples: readonly string[] = [
  // Tabs
  '\tcode after a tab\n', '  \tcode\n\n  \tmore\n', '- item\n\n\tcontinued after a tab\n', '>\t\tquoted code\n', '-\t\tcode in an item\n', '    wages\n\tprices\n', '#\tHeading\n', '*\t*\t*\t\n',
  // Escapes and entities
  '\\!\\"\\#\\$\\%\n', '\\[not](a-link)\n', '\\# no heading\n', 'line\\\nbreak\n', '`\\[` stays\n', '&nbsp; &amp; &copy; &#35; &#x22;\n', '[a](&ouml; "&auml;")\n', '&#42;no emphasis&#42;\n', '``` f&ouml;&ouml;\nx\n```\n',
  // Precedence, thematic breaks
  '- `one\n- two`\n', '***\n---\n___\n', '+++\n', ' ***\n', '    ***\n', 'Text\n    ***\n', '_ _ _ _ _\n', '- - -\n', '- one\n***\n- two\n', 'Text\n---\nmore\n', '* one\n* * *\n* two\n',
  // ATX headings
  '# one\n## two\n### three\n', '####### seven\n', '#5 bolt\n', '## two ##\n', '# one \\#\n', '  ## two\n', 'Text\n# heading\nText\n', '#\n##\n### ###\n',
  // Setext headings
  'Wages *rose*\n=========\n', 'Wages\nand prices\n---\n', '    Wages\n    ---\n', 'Wages\n   ----      \n', 'Wages\n= =\n', '> Wages\n-----\n', '- Wages\n---\n', '---\nWages\n---\n', '\\> Wages\n------\n', 'Wages\n\nprices\n---\nlevies\n',
  // Indented code
  '    code\n      more\n', '  - item\n\n    text\n', '    one\n\n    two\n\n\n    three\n', 'Text\n    lazy\n', '    code\ntext\n', '# h\n    code\nh\n---\n    code\n', '\n    \n    code\n    \n',
  // Fenced code
  '```\n<\n>\n```\n', '~~~\n<\n~~~\n', '```\naaa\n~~~\n```\n', '````\naaa\n```\n``````\n', '```\n', '`````\n\n```\naaa\n', '> ```\n> aaa\n\nbbb\n', '```\n\n  \n```\n', ' ```\n aaa\naaa\n```\n', '    ```\n    aaa\n    ```\n', '```\naaa\n    ```\n', '``` ```\naaa\n', 'Text\n```\ncode\n```\nText\n', '~~~~ r start=3 $%@\nx <- 1\n~~~~\n', '```\n``` aaa\n```\n', '- ```\n  code\n\n  more\n  ```\n', '- a\n\n  ```\n  code\n\nout\n',
  // HTML
  '<table>\n<tr><td>\n<pre>\n**Hi**,\n\n_world_.\n</pre>\n</td></tr>\n</table>\n', ' <div>\n  *hi*\n         <b><a>\n', '</div>\n*wages*\n', '<DIV CLASS="a">\n\n*Text*\n\n</DIV>\n', '<div id="a"\n  class="b">\n</div>\n', '<i class="a">\n*b*\n</i>\n', '<pre><code>\nimport x\n\nmain\n</code></pre>\nokay\n', '<script>\n// text\n\nalert()\n</script>\nokay\n', '<textarea>\n\n*a*\n\n_b_\n\n</textarea>\n', '<style>p{color:red;}</style>\n*a*\n', '<!-- a\n\nb\n   c -->\nokay\n', '<!-- never closed\n\ntext\n', '<?php\n\n  echo 1;\n\n?>\nokay\n', '<!DOCTYPE html>\n', '<![CDATA[\nx\n\ny\n]]>\nokay\n', 'Text\n<div>\nb\n</div>\n', 'Text\n<a href="b">\nc\n', '> <div>\n> a\n\nb\n', '- <div>\n- a\n', '- <!-- a\n\n  b -->\n\nc\n',
  // Link definitions
  '[rise]: /url "title"\n\n[rise]\n', '   [rise]: \n      /url  \n           \'the title\'  \n\n[rise]\n', '[Rise*bar\\]]:my_(url) \'title\'\n\n[Rise*bar\\]]\n', "[rise]: /url '\ntitle\nline1\n'\n\n[rise]\n", "[rise]: /url 'title\n\nwith blank'\n\n[rise]\n", '[rise]:\n\n[rise]\n', '[rise]\n\n[rise]: url\n', '[rise]\n\n[rise]: first\n[rise]: second\n', '[RISE]: /url\n\n[Rise]\n', '[ΑΓΩ]: /φου\n\n[αγω]\n', '[\nrise\n]: /url\nbar\n', '[rise]: /url "title" ok\n', '    [rise]: /url\n\n[rise]\n', '```\n[rise]: /url\n```\n\n[rise]\n', 'Text\n[rise]: /url\n\n[rise]\n', '# [rise]\n[rise]: /url\n> bar\n', '[rise]: /url\nbar\n===\n[rise]\n', '[rise]: /a "a"\n[fall]: /b\n  "b"\n[stay]: /c\n\n[rise],\n[fall],\n[stay]\n', '[rise]\n\n> [rise]: /url\n', '- [rise]: /url\n\n[rise]\n',
  // Paragraphs, blank lines
  'one\n\ntwo\n', 'one\ntwo\n\nthree\nfour\n', 'one\n\n\ntwo\n', '  one\n two\n', 'one\n             two\n                   three\n', 'one     \ntwo     \n', '  \n\none\n  \n\n# two\n\n  \n',
  // Tables
  '| a | b |\n| --- | --- |\n| 1 | 2 |\n', '| abc | defghi |\n:-: | -----------:\nbar | baz\n', '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n', '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n', '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n', '| abc | def |\n| --- |\n| bar |\n', '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n', '| abc | def |\n| --- | --- |\n', '- | a | b |\n  | - | - |\n  | [^1] | [rise] |\n', 'a\n| - |\n',
  // Quotes
  '> # Wages\n> rose\n> again\n', '># Wages\n>rose\n> again\n', '> # Wages\n> rose\nlazy\n', '> one\n---\n', '> - one\n- two\n', '>     code\n    code\n', '> ```\ntext\n```\n', '> one\n    - two\n', '>\n', '>\n> one\n>  \n', '> one\n\n> two\n', '> one\n>\n> two\n', 'one\n> two\n', '> one\n***\n> two\n', '> > > one\ntwo\n', '>> one\n> two\n>>> three\n', '> one\n\ntwo\n', '> one\n>\ntwo\n',
  // List items
  'Text\nwith two lines.\n\n    code\n\n> quote\n', '1.  Text\n    with two lines.\n\n        code\n\n    > quote\n', '- one\n\n two\n', '- one\n\n  two\n', ' -    one\n\n     two\n', '   > > 1.  one\n>>\n>>     two\n', '-one\n\n2.two\n', '- one\n\n\n  two\n', '1.  one\n\n    ```\n    two\n    ```\n\n    three\n', '123456789. ok\n', '1234567890. not ok\n', '0. ok\n', '003. ok\n', '-1. not ok\n', '- one\n\n      code\n', '  10.  one\n\n           code\n', '-\n  one\n-\n  ```\n  two\n  ```\n-\n      three\n', '-   \n  one\n', '-\n\n  one\n', '- one\n-\n- three\n', '1. one\n2.\n3. three\n', '*\n', 'one\n*\n\ntwo\n1.\n', '  1.  one\n\n          code\n', '  1.  one\nlazy\n', '> 1. > one\nlazy\n', '- one\n  - two\n    - three\n      - four\n', '10) one\n    - two\n', '- - one\n', '1. - 2. one\n', '- # One\n- Two\n  ---\n  three\n',
  // Task items
  '- [ ] one\n- [x] two\n', '- [x] one\n  - [ ] two\n  - [x] three\n- [ ] four\n', '- [ ]\n', '1. [X] one [rise]\n', '- [ ] &amp; **a**\n',
  // Lists
  '- one\n- two\n+ three\n', '1. one\n2. two\n3) three\n', 'Text\n- one\n- two\n', 'The windows are\n14.  The doors are 6.\n', 'The windows are\n1.  The doors are 6.\n', '- one\n\n- two\n\n\n- three\n', '- one\n  - two\n    - three\n\n\n      four\n', '- one\n- two\n\n<!-- -->\n\n- three\n', '-   one\n\n    more\n\n-   two\n\n<!-- -->\n\n    code\n', '- a\n - b\n  - c\n   - d\n  - e\n', '1. a\n\n  2. b\n\n   3. c\n', '- a\n - b\n    - e\n', '1. a\n\n  2. b\n\n    3. c\n', '- a\n- b\n\n- c\n', '* a\n*\n\n* c\n', '- a\n- b\n\n  c\n- d\n', '- a\n- b\n\n  [ref]: /url\n- d\n', '- a\n- ```\n  b\n\n\n  ```\n- c\n', '- a\n  - b\n\n    c\n- d\n', '* a\n  > b\n  >\n* c\n', '- a\n  > b\n  ```\n  c\n  ```\n- d\n', '* a\n  * b\n\n  c\n', '- a\n  - b\n  - c\n\n- d\n  - e\n  - f\n', '- a\n\n* b\n\n+ c\n', '1. a\n\n1) b\n', '- a\n\n---\n\n- b\n', '- a\n\n**bold** first\n', '2024 was dry.\n\n3 were wet.\n',
  // Inlines
  '`hi`lo`\n', '`` a`b ``\n', '`one\ntwo`\n', '*a*\n**b**\n***c***\n', 'a*"b"*\n', '*a **b** c*\n', '**a*\n', '_a_b_\n', '[a](/b "c")\n', '[a](<b c>)\n', '[a](b\nc)\n', '[a *b* ![c](d)](e)\n', '[a [b](c) d](e)\n', '[rise][fall]\n\n[fall]: /u\n', '[rise][]\n', '[rise [fall]][stay]\n\n[stay]: /u\n[fall]: /v\n', '![rise]\n', '![rise][fall]\n', '![a](b "c")\n', '<https://example.org/a?b=c>\n', '<a@b.example>\n', '<a><bab><c2c>\n', 'a <!-- b - c -->\n', 'a <?php x ?>\n', 'one  \ntwo\n', 'one\ntwo \n', '[ rise ]\n', '[rise\nfall]\n\n[rise fall]: /x\n',
  // Notes
  'Text[^1] and[^big].\n\n[^1]: One.\n\n[^big]: Two.\n\n    More.\n\n        code\n', '[^1]\n', '[^1]: One\nlazy\n\nout\n', '[^a]: > quote\n\n    - item\n\nout\n', '> [^q]: In a quote\n\nText[^q]\n', '- [^l]: In a list\n\nText[^l]\n', '![^1]\n', '[^1]: first\n[^1]: second\n', '[^A b]: no note\n', '[^1]: ```\n    code\n\nout\n', 'Text\n[^1]: interrupts\n', '[^x]:\n\n    below\n',
  // What is read before Markdown
  '---\ntitle: Wages\n---\n\nText\n', '$$\nx = 1\n\ny = 2\n$$\n', '$$ x $$\n', '::: {.key-takeaways}\n- One\n\n- Two\n:::\n', ':::note[Title]\nText\n:::\n', '::leaf[x]{y=1}\n', '<table><tr><td>1</td></tr>\n\n<tr><td>2</td></tr></table>\n', '| a | b |\r\n| - | - |\r\n| 1 | 2 \r|\r\n',
  // Ends of lines and odd characters
  'one\r\n\r\ntwo\r\n', 'one\r\rtwo\r', '- one\r\n\r\n- two\r\n', 'one\u2028two\n', '\u00a0one\n\n\u00a0two\n', '\u0000\n', '\uFEFFone\n\n\uFEFFtwo\n', '😀 one\n\n👩‍👩‍👧\n', 'سطر\n\n中文。\n', '\fone\n\n\vtwo\n', '', '\n', '   \n',
];
