//! Pictures drawn by code: a field under a sky, and a poster. Nobody is on them.
//!
//! A scene looks the same at every size, so that a thumbnail shows what its picture shows. Grain, as
//! a sensor makes it, gives files of a camera's size.

use crate::random::Random;

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scene {
    /// Sky, hills, trees and a mown field.
    Field,
    /// Coloured panels without grain.
    Poster,
}

/// The pixels, row by row, three bytes each. Sides are in pixels.
pub(crate) fn render(scene: Scene, width: u32, height: u32, seed: u64) -> Vec<u8> {
    let mut random = Random::new(seed);
    let (columns, rows) = (i64::from(width), i64::from(height));
    let mut pixels = match scene {
        Scene::Field => field(columns, rows, &mut random),
        Scene::Poster => poster(columns, rows, &mut random),
    };
    if scene == Scene::Field {
        grain(&mut pixels, &mut random);
    }
    pixels
}

type Colour = [u8; 3];

fn field(columns: i64, rows: i64, random: &mut Random) -> Vec<u8> {
    let skyline: Vec<i64> = skyline(columns, rows, random);
    let (sky, grass) = (68 + random.below(40), 90 + random.below(50));
    let (sky, grass) = (i64::try_from(sky).unwrap_or(80), i64::try_from(grass).unwrap_or(100));
    let stripe = (columns / 14).max(1);
    let mut pixels = Vec::with_capacity(usize::try_from(columns * rows * 3).unwrap_or(0));
    for row in 0..rows {
        let down = row * 256 / rows;
        let air = [byte(sky + down / 3), byte(sky + 50 + down / 3), byte(200 + down / 6)];
        let light = [byte(grass - 30), byte(grass + 20 - down / 8), byte(50)];
        let dark = [byte(grass - 42), byte(grass - down / 8), byte(44)];
        for (column, edge) in (0..columns).zip(&skyline) {
            // The stripes of a mown field run towards the horizon.
            let lane = (column + (row - rows / 2) / 3) / stripe;
            let colour = if row < *edge {
                air
            } else if lane % 2 == 0 {
                light
            } else {
                dark
            };
            pixels.extend_from_slice(&colour);
        }
    }
    let mut canvas = Canvas { pixels: &mut pixels, columns, rows };
    let sun = columns * (2 + i64::try_from(random.below(13)).unwrap_or(0)) / 16;
    canvas.disc(sun, rows / 7, rows / 18, [250, 236, 190]);
    for _ in 0..9 {
        let across = i64::try_from(random.below(1000)).unwrap_or(0) * columns / 1000;
        let size = rows / 30 + i64::try_from(random.below(100)).unwrap_or(0) * rows / 1800;
        let shade = u8::try_from(random.below(40)).unwrap_or(0);
        canvas.disc(across, rows / 2 - size / 2, size, [30 + shade / 2, 78 + shade, 36]);
    }
    for mark in 0..7 {
        let colours = [[226, 64, 52], [245, 196, 48], [42, 110, 196]];
        let colour = colours.get(random.below(3)).copied().unwrap_or_default();
        canvas.disc(columns * (2 * mark + 1) / 14, rows * 3 / 4, rows / 40, colour);
    }
    pixels
}

/// The row at which the land begins, for each column: a walk between points set by chance.
fn skyline(columns: i64, rows: i64, random: &mut Random) -> Vec<i64> {
    let mut height = || rows * (380 + i64::try_from(random.below(140)).unwrap_or(0)) / 1000;
    let points: Vec<i64> = (0..=8).map(|_| height()).collect();
    (0..columns)
        .map(|column| {
            let at = usize::try_from(column * 8 / columns).unwrap_or(0);
            let along = column * 8 % columns;
            let from = points.get(at).copied().unwrap_or_default();
            let to = points.get(at + 1).copied().unwrap_or(from);
            from + (to - from) * along / columns
        })
        .collect()
}

fn poster(columns: i64, rows: i64, random: &mut Random) -> Vec<u8> {
    let mut pixels: Vec<u8> = (0..columns * rows).flat_map(|_| [252, 248, 236]).collect();
    let mut canvas = Canvas { pixels: &mut pixels, columns, rows };
    canvas.panel([0, columns], [0, rows / 5], [28, 78, 120]);
    for line in 0..8 {
        let length = 520 + i64::try_from(random.below(380)).unwrap_or(0);
        let top = rows * (30 + 7 * line) / 100;
        let across = [columns / 12, columns / 12 + columns * length / 1100];
        canvas.panel(across, [top, top + rows / 50], [70, 70, 74]);
    }
    canvas.disc(columns * 4 / 5, rows / 10, rows / 16, [245, 196, 48]);
    canvas.panel([0, columns], [rows * 9 / 10, rows], [196, 62, 60]);
    pixels
}

struct Canvas<'p> {
    pixels: &'p mut Vec<u8>,
    columns: i64,
    rows: i64,
}

impl Canvas<'_> {
    fn disc(&mut self, x: i64, y: i64, radius: i64, colour: Colour) {
        for row in y - radius..=y + radius {
            let reach = (radius * radius - (row - y) * (row - y)).isqrt();
            self.panel([x - reach, x + reach + 1], [row, row + 1], colour);
        }
    }

    /// Fills what of a panel is on the canvas. Ends are out.
    fn panel(&mut self, across: [i64; 2], down: [i64; 2], colour: Colour) {
        let [left, right] = across.map(|x| x.clamp(0, self.columns));
        let [top, bottom] = down.map(|y| y.clamp(0, self.rows));
        for row in top..bottom {
            let start = usize::try_from((row * self.columns + left) * 3).unwrap_or(0);
            let length = usize::try_from((right - left).max(0)).unwrap_or(0);
            let line = self.pixels.get_mut(start..start + length * 3).unwrap_or_default();
            for pixel in line.chunks_exact_mut(3) {
                pixel.copy_from_slice(&colour);
            }
        }
    }
}

/// Makes each pixel a little lighter or darker.
fn grain(pixels: &mut [u8], random: &mut Random) {
    // One draw serves twelve pixels: five bits each.
    for block in pixels.chunks_mut(36) {
        let mut bits = random.next();
        for pixel in block.chunks_mut(3) {
            let change = u8::try_from(bits & 31).unwrap_or(0) * 2 / 3;
            bits >>= 5;
            for value in pixel {
                *value = value.saturating_add(change).saturating_sub(10);
            }
        }
    }
}

fn byte(value: i64) -> u8 {
    u8::try_from(value.clamp(0, 255)).unwrap_or(0)
}
