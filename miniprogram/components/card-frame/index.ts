/** Corners of the area that a license of 88 × 60 mm should fill. Hidden once the license is detected. */
Component({})
