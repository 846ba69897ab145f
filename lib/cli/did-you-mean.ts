export { nearest as closest } from '../target/did-you-mean.ts';
