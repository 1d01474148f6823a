import { PAGE_MM } from '../../../miniprogram/vehicle-license/page-size'
import { SCALE } from '../values'

export const CARD_STYLE = `
  .card { position: absolute; width: ${PAGE_MM.width * SCALE}px; height: ${PAGE_MM.height * SCALE}px; overflow: hidden; isolation: isolate; }
  .all { position: absolute; inset: 0; }
  .card .title { position: absolute; left: 0; right: 0; text-align: center; font-weight: 700; white-space: nowrap; line-height: 1.15; }
  .card .title small { display: block; font-size: 38%; font-weight: 400; letter-spacing: 0; }
  .card .label { position: absolute; line-height: 1.1; white-space: nowrap; }
  .card .label small { display: block; font-size: 58%; line-height: 1.05; }
  .card .value { position: absolute; line-height: 1.2; white-space: nowrap; }
  .card .value i { position: relative; font-style: normal; }
  .card .value i::after { content: ''; position: absolute; left: 50%; top: 50%; width: .06em; height: .74em; background: currentColor;
    transform: translate(-50%, -46%) rotate(28deg); }
  .card .rule { position: absolute; height: 1px; }
  .card .seal { position: absolute; display: grid; place-content: center; text-align: center; font-weight: 700;
    border: 4px solid; line-height: 1.22; mix-blend-mode: multiply; box-sizing: border-box; white-space: nowrap; }
  .card .spread { position: absolute; white-space: nowrap; line-height: 1.2; text-align: justify; text-align-last: justify; transform-origin: 0 50%; }
  .card .justified { white-space: nowrap; text-align: justify; text-align-last: justify; }
  .card .small { position: absolute; white-space: nowrap; line-height: 1.2; font-weight: 400; }
  .card .value b { display: inline-block; font-weight: inherit; letter-spacing: 0; }
  .card .value u { display: inline-block; text-decoration: none; transform-origin: 0 70%; line-height: 1; }
  .card .stamp { position: absolute; white-space: nowrap; }
  .card .note { position: absolute; font-size: 15px; color: color-mix(in srgb, currentColor 70%, transparent); }
`
