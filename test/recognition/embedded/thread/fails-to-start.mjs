throw new Error('no models here')
