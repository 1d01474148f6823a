/** Corners of the place that a license of 88 × 60 mm should fill, until it is seen: then its outline is shown. */
Component({})
