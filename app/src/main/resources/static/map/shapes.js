// Eight outlines of about the same area around (0, 0), radius 1. Group colour is never the only sign of a group.
function polygon(corners, radius, turn) {
  const points = [];
  for (let i = 0; i < corners; i++) {
    const angle = turn + (2 * Math.PI * i) / corners;
    points.push(`${round(radius * Math.sin(angle))},${round(-radius * Math.cos(angle))}`);
  }
  return `M${points.join('L')}Z`;
}

const round = (value) => Math.round(value * 1000) / 1000;

function star(radius) {
  const points = [];
  for (let i = 0; i < 10; i++) {
    const away = i % 2 === 0 ? radius : radius * 0.48;
    points.push(`${round(away * Math.sin((Math.PI * i) / 5))},${round(-away * Math.cos((Math.PI * i) / 5))}`);
  }
  return `M${points.join('L')}Z`;
}

export const OUTLINES = {
  circle: 'M0,-1A1,1,0,1,1,0,1A1,1,0,1,1,0,-1Z',
  square: 'M-0.89,-0.89H0.89V0.89H-0.89Z',
  diamond: polygon(4, 1.22, 0),
  triangle: 'M0,-1.28L1.2,0.86H-1.2Z',
  hexagon: polygon(6, 1.1, 0),
  pentagon: polygon(5, 1.16, 0),
  cross: 'M-0.42,-1.15H0.42V-0.42H1.15V0.42H0.42V1.15H-0.42V0.42H-1.15V-0.42H-0.42Z',
  star: star(1.4),
};

export const outline = (shape) => OUTLINES[shape] ?? OUTLINES.circle;
