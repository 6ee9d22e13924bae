package draw

import (
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/vector"
)

// canvas is the picture that is drawn. It has at most 16 colours, so that a pixel needs
// four bits in a PNG file.
type canvas struct {
	*image.Paletted
	raster vector.Rasterizer
	mask   image.Alpha
	greys  [colours]uint8 // how light each colour is
}

func newCanvas(width, height int, palette color.Palette) *canvas {
	c := &canvas{Paletted: image.NewPaletted(image.Rect(0, 0, width, height), palette)}
	for i := range palette {
		c.greys[i] = palette[i].(color.RGBA).G
	}
	return c
}

// box fills a rectangle with a colour, which must be in the palette.
func (c *canvas) box(r image.Rectangle, fill color.Color) {
	index := uint8(c.Palette.Index(fill))
	r = r.Intersect(c.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := c.Pix[c.PixOffset(r.Min.X, y):c.PixOffset(r.Max.X, y)]
		for i := range row {
			row[i] = index
		}
	}
}

// fill draws the outline in c.raster, whose origin is the upper left corner of r. If the
// outline covers only a part of a pixel, the pixel gets a colour between that of the
// background (the paper) and that of the outline (the ink). A pixel never becomes
// lighter. Otherwise joined Arabic letters would have pale seams.
func (c *canvas) fill(r image.Rectangle, ink *ink) {
	size := r.Size()
	if n := size.X * size.Y; cap(c.mask.Pix) < n {
		c.mask.Pix = make([]uint8, n)
	} else {
		c.mask.Pix = c.mask.Pix[:n]
	}
	c.mask.Stride, c.mask.Rect = size.X, image.Rect(0, 0, size.X, size.Y)
	c.raster.DrawOp = draw.Src
	c.raster.Draw(&c.mask, c.mask.Rect, image.Opaque, image.Point{})
	inside := r.Intersect(c.Rect)
	for y := inside.Min.Y; y < inside.Max.Y; y++ {
		from := (y-r.Min.Y)*size.X + inside.Min.X - r.Min.X
		at := c.PixOffset(inside.Min.X, y)
		for i, covered := range c.mask.Pix[from : from+inside.Dx()] {
			if k := ink[covered]; c.greys[k] < c.greys[c.Pix[at+i]] {
				c.Pix[at+i] = k
			}
		}
	}
}
