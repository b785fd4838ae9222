export declare const testMarker: string;
export declare const resultMarker: string;
