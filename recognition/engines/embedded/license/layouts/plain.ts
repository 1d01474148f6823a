import type { Layout } from './layout'

/** The plain form that programs draw for examples and tests. */
export const PLAIN: readonly Layout[] = [
  {
    name: 'plain',
    page: 'main',
    title: { x: 44, y: 5.5 },
    labels: {
      plateNum: { x: 4, y: 13.1 },
      vehicleType: { x: 43, y: 13.1 },
      owner: { x: 4, y: 19.6 },
      addr: { x: 4, y: 26.1 },
      useCharacter: { x: 28, y: 33.1 },
      model: { x: 53, y: 33.1 },
      vin: { x: 28, y: 39.6 },
      engineNum: { x: 28, y: 46.1 },
      registerDate: { x: 28, y: 52.6 },
      issueDate: { x: 58, y: 52.6 },
    },
    values: {
      plateNum: 17,
      vehicleType: 56,
      vin: 45,
      registerDate: 41,
      issueDate: 71,
    },
    seal: { left: 0, top: 25, right: 32, bottom: 60 },
  },
  {
    name: 'plain',
    page: 'duplicate',
    title: { x: 44, y: 5.5 },
    labels: {
      plateNumB: { x: 4, y: 9.6 },
      record: { x: 45, y: 9.6 },
      passengersNum: { x: 4, y: 16.1 },
      totalQuality: { x: 45, y: 16.1 },
      prepareQuality: { x: 4, y: 22.6 },
      loadQuality: { x: 45, y: 22.6 },
      overallSize: { x: 4, y: 29.1 },
      tractionQuality: { x: 45, y: 29.1 },
      remark: { x: 4, y: 35.6 },
      inspectionRecord: { x: 4, y: 44.1 },
    },
    values: {
      plateNumB: 17,
      passengersNum: 19,
      totalQuality: 58,
      prepareQuality: 17,
      loadQuality: 60,
      overallSize: 17,
      tractionQuality: 62,
    },
  },
]
