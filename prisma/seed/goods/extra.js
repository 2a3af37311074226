// More goods from the same kit: mug, cauldron, cushion, scarf, T-shirt, watch, speaker, tea tin.
import { f, mix, light, dark, turned, path, ell, circ, rect, line, g, ring, sideLight, topLight, wrap } from './paint.js';
import { almond, leaf, star8, pomegranate, ikatField } from './ornament.js';

export const mug = (pen, c) => {
  const d = turned([[138, -320], [142, -300], [142, -60], [128, -14], [112, 0]]), ink = c.b;
  const handle = 'M130 -256C236 -276 254 -92 124 -84';
  const motif = pen.sym(leaf(24, 96, ink) + leaf(14, 74, c.a) + leaf(7, 52, c.c) + circ(0, -108, 6, c.c));
  const dot = pen.sym(star8(13, ink) + circ(0, 0, 4, c.c));
  let s = line(handle, dark(c.a, 0.25), 38) + line(handle, c.a, 31) + line(handle, light(c.a, 0.5), 7, `opacity=".7" transform="translate(-3 -7)" ${pen.blur(3)}`);
  s += path(d, c.a) + g('', wrap(pen, 9, 138, -96, motif, 1, 0.1) + wrap(pen, 14, 138, -258, dot, 1, 0) + wrap(pen, 14, 138, -56, dot, 1, 0) + line('M-142 -284Q0 -256 142 -284', ink, 6) + line('M-138 -30Q0 -6 138 -30', ink, 6) + path(d, sideLight(pen)), pen.clip(path(d, '#000')));
  s += ell(0, -320, 138, 26, light(c.a, 0.5)) + ell(0, -318, 126, 21, pen.lin([[0, dark(c.a, 0.5)], [1, light(c.a, 0.2)]])) + ell(0, -312, 112, 15, '#5b3419') + ell(-34, -315, 40, 4, '#fff', `opacity=".4" ${pen.blur(2)}`);
  s += ell(-82, -190, 13, 84, '#fff', `opacity=".5" ${pen.blur(7)}`) + line('M-30 -350C-56 -396 4 -420 -20 -470M26 -352C4 -396 52 -430 30 -480', '#fff', 10, `opacity=".4" ${pen.blur(8)}`);
  return { s: g('translate(-30 0) scale(1.28)', s), w: 190, h: 440, zoom: [1.8, -60, -210] };
};

export const POT = [{ a: '#34343a', b: '#8a8690', c: '#c98a2b' }, { a: '#1c43a6', b: '#f2e9da', c: '#c98a2b' }, { a: '#a3213b', b: '#f2e3cc', c: '#d8b15a' }];
export const qozon = (pen, c) => {
  const d = turned([[262, -250], [268, -226], [240, -120], [168, -34], [90, 0]]);
  const ear = (x) => g(`scale(${x} 1)`, line('M256 -232C326 -252 330 -168 250 -176', dark(c.a, 0.45), 30) + line('M256 -232C326 -252 330 -168 250 -176', light(c.a, 0.16), 12));
  const m = pen.sym(almond(13, 54, c.b) + almond(6, 34, c.a));
  let s = ear(1) + ear(-1) + path(d, c.a) + g('', wrap(pen, 16, 250, -170, m, 1, 0.1) + line('M-266 -214Q0 -172 266 -214', c.b, 5) + line('M-230 -132Q0 -84 230 -132', c.b, 5) + path(d, sideLight(pen, 1.05)), pen.clip(path(d, '#000')));
  const lid = 'M-258 -258C-220 -366 -90 -396 0 -396C90 -396 220 -366 258 -258C160 -228 -160 -228 -258 -258Z';
  s += ell(0, -250, 266, 38, dark(c.a, 0.5)) + path(lid, light(c.a, 0.08)) + g('', ring(pen, 12, g('translate(0 -150)', leaf(12, 60, c.b, 'opacity=".8"'))).replace(/^/, `<g transform="translate(0 -330) scale(1 .38)">`) + '</g>' + path(lid, sideLight(pen, 0.95)) + path(lid, topLight(pen, 0.8)), pen.clip(path(lid, '#000')));
  s += rect(-14, -424, 28, 34, dark(c.a, 0.3), 6) + ell(0, -430, 48, 18, '#8a5f3c') + ell(0, -434, 44, 14, pen.lin([[0, '#d9b07a'], [1, '#8a5f3c']])) + ell(-150, -190, 20, 66, '#fff', `transform="rotate(16 -150 -190)" opacity=".36" ${pen.blur(10)}`) + ell(-110, -330, 60, 16, '#fff', `transform="rotate(-22 -110 -330)" opacity=".4" ${pen.blur(9)}`);
  return { s, w: 270, h: 450, zoom: [1.6, -80, -240] };
};

export const cushion = (pen, c) => {
  const W = 250, H = 470, d = `M${-W} ${-H + 4}C-120 ${-H + 34} 120 ${-H + 34} ${W} ${-H + 4}C${W - 26} -330 ${W - 26} -150 ${W} -4C120 -30 -120 -30 ${-W} -4C${-W + 26} -150 ${-W + 26} -330 ${-W} ${-H + 4}Z`;
  const id = pen.sym(ikatField(pen, c, 2 * W, H + 40, { tw: 166, th: 330, col: 5, soft: 4 }));
  const tassel = (x, y, r) => g(`translate(${x} ${y}) rotate(${r})`, circ(0, 0, 11, c[3]) + path('M-9 4L-16 52H16L9 4Z', c[1]) + line('M-9 8L-12 50M0 8V51M9 8L12 50', dark(c[1], 0.35), 2, 'opacity=".6"'));
  let s = path(d, '#1a1008', `opacity=".35" transform="translate(14 10)" ${pen.blur(14)}`) + tassel(-W, -8, 40) + tassel(W, -8, -40) + tassel(-W, -H + 8, 130) + tassel(W, -H + 8, -130) + path(d, c[0]);
  s += g('', pen.use(id, `translate(${-W} ${-H - 10})`) + ell(0, -H / 2, 250, 230, pen.rad([[0, '#fff', 0.3], [0.55, '#fff', 0.02], [1, '#120a24', 0.42]], 0.4, 0.36, 0.66)) + [[-W, -H, 30, -60], [W, -H, -30, -60], [-W, 0, 30, -20], [W, 0, -30, -20]].map(([x, y, a]) => line(`M${x} ${y}q${a * 3} ${y < -10 ? 90 : -90} ${a * 4.4} ${y < -10 ? 110 : -110}`, '#120a24', 14, `opacity=".26" ${pen.blur(9)}`)).join(''), pen.clip(path(d, '#000')));
  s += line(d, c[4], 7) + line(d, c[3], 3, 'stroke-dasharray="6 7"');
  return { s: g('scale(1.12)', s), w: 268, h: 540, zoom: [2, -60, -250] };
};

export const scarf = (pen, c) => {
  const id = pen.sym(ikatField(pen, c, 420, 720, { tw: 140, th: 280, col: 4, soft: 5, kind: pen.pick(['medal', 'drops', 'lattice']) }));
  const fringe = (x, y, w) => [...Array(Math.round(w / 9))].map((_, i) => line(`M${x + i * 9 + 4} ${y}q${i % 2 ? 3 : -3} 22 ${i % 3 - 1} 44`, i % 2 ? c[1] : c[3], 3)).join('');
  const part = (x, top, w, h, sk) => { const d = `M${x} ${top}C${x + w * 0.3} ${top - 12} ${x + w * 0.7} ${top - 12} ${x + w} ${top}L${x + w + sk} ${top + h}C${x + w * 0.7 + sk} ${top + h + 14} ${x + w * 0.3 + sk} ${top + h - 12} ${x + sk} ${top + h}Z`; return fringe(x + sk, top + h - 2, w) + path(d, '#1a1008', `opacity=".35" transform="translate(10 6)" ${pen.blur(9)}`) + g('', pen.use(id, `translate(${x - 60} ${top - 20})`) + [0.12, 0.4, 0.68].map((q) => rect(x + w * q, top - 20, w * 0.24, h + 60, pen.lin([[0, '#120a24', 0], [0.3, '#fff', 0.3], [0.6, '#120a24', 0.28], [1, '#120a24', 0]], 0, 0, 1, 0), 0, `transform="skewX(${f(-sk / 12)})"`)).join(''), pen.clip(path(d, '#000'))); };
  const wood = '#a9764a';
  let s = part(20, -590, 176, 400, 16) + part(-190, -592, 200, 520, -14);
  s += rect(-270, -612, 540, 30, pen.lin([[0, light(wood, 0.45)], [0.4, wood], [1, dark(wood, 0.45)]]), 15) + g('', pen.use(id, 'translate(-210 -700)') + rect(-210, -640, 430, 70, pen.lin([[0, '#fff', 0.35], [0.4, '#fff', 0], [1, '#120a24', 0.5]])), pen.clip(path('M-192 -606Q-190 -630 -160 -630H170Q198 -630 198 -606V-578Q100 -590 0 -578Q-100 -590 -192 -578Z', '#000')));
  return { s, w: 220, h: 620, zoom: [2, -80, -330], hang: true };
};

export const shirt = (pen, c) => {
  const d = 'M-92 -560C-50 -526 50 -526 92 -560L176 -530C214 -506 250 -430 276 -358L186 -312L156 -372C162 -250 160 -120 166 -8C60 8 -60 8 -166 -8C-160 -120 -162 -250 -156 -372L-186 -312L-276 -358C-250 -430 -214 -506 -176 -530Z';
  const ik = pen.sym(ikatField(pen, ['#fbf2df', '#b3202f', '#1c43a6', '#f0b32c', '#14233f'], 250, 60, { tw: 62, th: 70, col: 3, soft: 2, slip: 6, stripe: false, kind: 'medal' }));
  let s = line('M0 -622C-26 -622 -22 -654 0 -652C18 -650 14 -632 0 -622L0 -596', '#6b5a48', 6) + line('M-116 -548Q0 -616 116 -548', '#8a5f3c', 13) + path('M-92 -560C-50 -590 50 -590 92 -560C50 -510 -50 -510 -92 -560Z', dark(c.a, 0.5));
  s += path(d, '#1a1008', `opacity=".28" transform="translate(12 8)" ${pen.blur(10)}`) + path(d, c.a) + g('', g('translate(-112 -400)', g('', pen.use(ik), pen.clip(rect(0, 4, 224, 52, '#000', 6)))) + [[-110, 26, 0.22], [-50, 20, 0.12], [58, 24, 0.16], [112, 30, 0.26]].map(([x, w, o]) => path(`M${x} -340C${x - 10} -240 ${x + 6} -120 ${x * 1.1} 10h${w}C${x + w} -140 ${x + w * 0.5} -250 ${x} -340Z`, '#120a24', `opacity="${o}" ${pen.blur(7)}`)).join('') + line('M-160 -372C-150 -440 -160 -500 -176 -530M160 -372C150 -440 160 -500 176 -530', '#120a24', 9, `opacity=".3" ${pen.blur(4)}`) + rect(-290, -570, 580, 590, pen.lin([[0, '#fff', 0.32], [0.42, '#fff', 0], [0.6, '#120a24', 0], [1, '#120a24', 0.3]], 0.1, 0, 0.9, 1)), pen.clip(path(d, '#000')));
  s += line('M-92 -560C-50 -512 50 -512 92 -560', mix(c.a, c.b, 0.25), 15) + line('M-160 -24C-60 -10 60 -10 160 -24M-268 -370L-190 -330M268 -370L190 -330', dark(c.a, 0.22), 2.5, 'stroke-dasharray="5 4"');
  return { s, w: 180, h: 660, zoom: [2, -40, -390], hang: true };
};

export const watch = (pen, c) => {
  const strap = 'M-66 -640C-30 -652 30 -652 66 -640L84 -430H-84ZM-84 -190L-66 20C-30 32 30 32 66 20L84 -190Z';
  const metal = pen.lin([[0, '#fbf9f4'], [0.3, '#b9b4aa'], [0.6, '#efece6'], [1, '#6f6a63']], 0, 0, 1, 1);
  let s = path(strap, '#1a1008', `opacity=".35" transform="translate(16 12)" ${pen.blur(12)}`) + path(strap, c.a) + path(strap, pen.lin([[0, '#120a24', 0.3], [0.25, '#fff', 0.3], [0.6, '#fff', 0], [1, '#120a24', 0.4]], 0, 0, 1, 0)) + [-30, -62, -94, -126].map((y) => ell(0, y + 10, 9, 11, dark(c.a, 0.6))).join('') + [-600, -560, -520, -480].map((y) => g(`translate(0 ${y})`, star8(11, mix(c.a, c.b, 0.55), 'opacity=".8"'))).join('');
  s += rect(-136, -456, 272, 292, metal, 78) + rect(-126, -446, 252, 272, '#0a0d16', 70) + rect(132, -350, 20, 56, metal, 8) + rect(133, -270, 12, 60, metal, 5);
  const face = g('translate(0 -310)', circ(0, 0, 104, 'none', 'stroke="#2a3350" stroke-width="14"') + line('M0 -104A104 104 0 1 1 -98 34', '#17a0a6', 14) + circ(0, 0, 82, 'none', 'stroke="#2a3350" stroke-width="10"') + line('M0 -82A82 82 0 0 1 58 58', '#f3a712', 10) + circ(0, 0, 63, 'none', 'stroke="#2a3350" stroke-width="9"') + line('M0 -63A63 63 0 1 1 -60 -18', '#d9485f', 9) + ring(pen, 8, g('translate(0 -8)', leaf(8, 32, '#fdf9f0'))) + circ(0, 0, 7, '#f3a712'));
  s += face + path('M-110 -436H50L-120 -230V-390Q-120 -430 -110 -436Z', '#fff', 'opacity=".1"');
  return { s: g('rotate(7 0 -310)', s), w: 160, h: 650, zoom: [2, -20, -330], lie: true };
};

export const speaker = (pen, c) => {
  const body = rect(-210, -500, 420, 500, '#000', 64), net = pen.def((i) => `<pattern id="${i}" width="11" height="11" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="2.1" fill="#120a24" opacity=".5"/><circle cx="8.5" cy="8.5" r="2.1" fill="#120a24" opacity=".5"/></pattern>`);
  const band = pen.sym(ikatField(pen, ['#fbf2df', '#b3202f', '#1c43a6', '#f0b32c', '#14233f'], 440, 60, { tw: 74, th: 74, col: 3, soft: 2, slip: 6, stripe: false, kind: 'medal' }));
  let s = line('M-120 -494C-120 -592 120 -592 120 -494', dark(c.a, 0.5), 26) + line('M-120 -498C-118 -584 118 -584 120 -498', c.c, 7, 'opacity=".9"') + rect(-210, -500, 420, 500, c.a, 64);
  s += g('', rect(-186, -414, 372, 390, mix(c.a, c.b, 0.14), 44) + rect(-186, -414, 372, 390, `url(#${net})`, 44) + circ(0, -228, 132, dark(c.a, 0.35), 'opacity=".75"') + circ(0, -228, 132, 'none', `stroke="${c.c}" stroke-width="5"`) + circ(0, -228, 108, pen.rad([[0, light(c.a, 0.25)], [0.6, dark(c.a, 0.3)], [1, dark(c.a, 0.65)]], 0.4, 0.36, 0.7)) + g('translate(0 -228)', ring(pen, 12, g('translate(0 -36)', leaf(11, 52, c.b, 'opacity=".9"'))) + circ(0, 0, 34, dark(c.a, 0.55)) + circ(0, 0, 34, pen.rad([[0, '#fff', 0.5], [1, '#000', 0.3]], 0.35, 0.3, 0.8))) + g('', pen.use(band, 'translate(-220 -478)'), pen.clip(rect(-215, -470, 430, 40, '#000'))) + rect(-210, -500, 420, 500, sideLight(pen, 0.85)) + rect(-210, -500, 420, 500, topLight(pen, 0.7)), pen.clip(body));
  s += circ(-30, -44, 6, '#17a0a6') + circ(0, -44, 6, c.c) + circ(30, -44, 6, c.c);
  return { s, w: 226, h: 580, zoom: [1.8, -60, -280] };
};

export const tea = (pen, c) => {
  const body = 'M-150 -400H150V-20Q150 0 128 0H-128Q-150 0 -150 -20Z', gold = pen.lin([[0, dark(c.c, 0.4)], [0.25, light(c.c, 0.75)], [0.5, c.c], [0.85, dark(c.c, 0.5)], [1, c.c]], 0, 0, 1, 0);
  const seal = ring(pen, 12, g('translate(0 -46)', almond(11, 44, c.b))) + ring(pen, 8, g('translate(0 -16)', leaf(10, 34, c.g))) + circ(0, 0, 12, c.c);
  const tile = pen.sym(star8(26, 'none', `stroke="${c.b}" stroke-width="3"`) + star8(12, c.b) + circ(0, 0, 4, c.c));
  let s = path(body, c.g) + g('', [...Array(6)].map((_, i) => [-366, -44].map((y) => pen.use(tile, `translate(${-150 + i * 60} ${y})`)).join('')).join('') + rect(-150, -334, 300, 256, c.a) + rect(-150, -334, 300, 5, c.c) + rect(-150, -83, 300, 5, c.c) + g('translate(0 -222)', seal) + g('translate(-112 -110)', g('rotate(30)', leaf(10, 46, c.g)) + g('rotate(70)', leaf(8, 36, c.g))) + g('translate(112 -110)', g('rotate(-30)', leaf(10, 46, c.g)) + g('rotate(-70)', leaf(8, 36, c.g))) + path(body, sideLight(pen, 1.05)), pen.clip(path(body, '#000')));
  s += rect(-158, -462, 316, 70, gold, 14) + rect(-158, -406, 316, 12, '#3a2510', 4, 'opacity=".35"') + ell(0, -462, 152, 16, light(c.c, 0.5)) + ell(0, -466, 40, 10, gold);
  const leaves = [...Array(26)].map(() => g(`translate(${f(pen.num(120, 270))} ${f(pen.num(-16, 10))}) rotate(${pen.int(-80, 80)})`, leaf(5, pen.int(18, 34), pen.pick([dark(c.g, 0.35), c.g, light(c.g, 0.2)])))).join('');
  s = g('translate(-50 0)', s) + ell(196, 4, 96, 14, '#1a1008', `opacity=".35" ${pen.blur(7, 4)}`) + g('translate(14 6)', leaves);
  return { s: g('scale(1.16)', s), w: 240, h: 540, zoom: [1.7, -50, -240] };
};
