export { element } from '../image'
