import { readBlock, type BlockReading, type ReadingContext } from './block-reading';
import type { BlockDraft } from './drafts';
import { isSamePlace, movedReading, type BlockPlace } from './move-reading';

interface KnownReading {
  readonly reading: BlockReading;
  readonly context: ReadingContext;
  readonly place: BlockPlace;
  readonly moved: BlockReading;
}

/** What each draft said last, and at which place: a block before the edit stays the same object, one behind it is moved. */
export class ReadingMemory {
  readonly #byDraft = new WeakMap<BlockDraft, KnownReading>();

  at(draft: BlockDraft, context: ReadingContext, place: BlockPlace): BlockReading {
    const last = this.#byDraft.get(draft);
    const known = last && isSameContext(last.context, context) ? last : undefined;
    if (known && isSamePlace(known.place, place)) return known.moved;
    const reading = known?.reading ?? readBlock(draft, context);
    const moved = movedReading(reading, place);
    this.#byDraft.set(draft, { reading, context, place, moved });
    return moved;
  }
}

function isSameContext(a: ReadingContext, b: ReadingContext): boolean {
  return a.options === b.options && a.isReference === b.isReference && a.caption?.value === b.caption?.value && a.caption?.span.start === b.caption?.span.start && a.caption?.span.end === b.caption?.span.end;
}
