import { signToken, takeTokens } from '../../utils/search/tokens';

/** Calls back with every token of a plain text, as a string. */
export function eachToken(plain: string, take: (token: string) => void): void {
  takeTokens(plain, { word: take, signs: (first, second) => take(signToken(first, second)) });
}
