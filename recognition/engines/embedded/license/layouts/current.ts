import type { Layout } from './layout'

/** The form in use since 2008 (GA 37-2008), measured on specimens. */
export const CURRENT: readonly Layout[] = [
  {
    name: 'current',
    page: 'main',
    title: { x: 43, y: 5.9 },
    labels: {
      plateNum: { x: 3.1, y: 12.9 },
      vehicleType: { x: 38.2, y: 12.6 },
      owner: { x: 3.1, y: 20 },
      addr: { x: 3.4, y: 27 },
      useCharacter: { x: 3.4, y: 33.6 },
      model: { x: 32.6, y: 33.6 },
      vin: { x: 24.2, y: 40.8 },
      engineNum: { x: 24.6, y: 47.5 },
      registerDate: { x: 24.7, y: 54.2 },
      issueDate: { x: 55.6, y: 54.2 },
    },
    values: {
      plateNum: 14.5,
      vehicleType: 49,
      vin: 41.5,
      registerDate: 35,
      issueDate: 66,
    },
    justified: { min: 4, max: Infinity },
    seal: { left: 0, top: 35.5, right: 26, bottom: 61 },
  },
  {
    name: 'current',
    page: 'duplicate',
    labels: {
      plateNumB: { x: 2.7, y: 5.4 },
      record: { x: 39.8, y: 5.3 },
      passengersNum: { x: 2.7, y: 12.4 },
      totalQuality: { x: 53.8, y: 12.4 },
      prepareQuality: { x: 2.8, y: 19.4 },
      loadQuality: { x: 53.8, y: 19.4 },
      overallSize: { x: 3, y: 26.3 },
      tractionQuality: { x: 53.9, y: 26.4 },
      remark: { x: 3, y: 32.8 },
      inspectionRecord: { x: 3.1, y: 46.9 },
    },
    values: {
      plateNumB: 14.5,
      passengersNum: 14.5,
      totalQuality: 67,
      prepareQuality: 14.5,
      loadQuality: 67,
      overallSize: 14.5,
      tractionQuality: 67,
    },
    justified: { min: 4, max: 4.5 },
  },
]
