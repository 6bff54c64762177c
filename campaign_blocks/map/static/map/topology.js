/* TopoJSON to what Leaflet draws: a list of rings of [latitude, longitude] for each shape. */
window.campaignShapes = (topology) => {
  const [kx, ky] = topology.transform.scale;
  const arcs = topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => [(y += dy) * ky, (x += dx) * kx]);
  });
  const part = (n) => (n < 0 ? arcs[~n].slice().reverse() : arcs[n]);
  const ring = (numbers) => numbers.flatMap((n, i) => (i ? part(n).slice(1) : part(n)));
  return topology.objects.states.geometries.map((shape) => ({
    id: shape.id,
    rings: shape.arcs.map((polygon) => polygon.map(ring)),
  }));
};
