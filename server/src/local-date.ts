/** The day in the time zone of the machine, as YYYY-MM-DD. Only doors ask for it. */
export const localDate = (date: Date): string => {
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
};
