/* The file has a feature for each state, a list for each word; here is one flat list for each word,
   in the order of the page's own list. `x` and `y` are degrees. */
function readPoints({ kinds, features }) {
  const points = { kinds, id: [], x: [], y: [], k: [], s: [], n: [], c: [] };
  for (const { geometry, properties } of features) {
    geometry.coordinates.forEach(([x, y], i) => {
      points.x.push(x);
      points.y.push(y);
      points.s.push(properties.area);
      points.id.push(properties.place[i]);
      points.k.push(properties.kind[i]);
      points.n.push(properties.name[i]);
      points.c.push(properties.city[i]);
    });
  }
  return points;
}
