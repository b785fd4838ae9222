/** How a news report says whose word it is: "the mayor said", "according to the plan", "the count of October shows". */
export const newsAttribution = /\b(?:said|says|told|according to|reported|added|noted|cautioned?|sources?|shows|showed)\b|,[^,.]{3,80}\bshow\.?$/i;
