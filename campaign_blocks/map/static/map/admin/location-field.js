/* The location field of wagtailgeowidget over our own shapes: no request to anybody else, and an
   empty field stays empty until the editor chooses a point. */
(() => {
  const proto = LeafletField.prototype;
  const setUp = proto.setup;

  proto.initMap = function (element, middle) {
    const options = this.ownOptions || {};
    const map = L.map(element[0], { attributionControl: Boolean(options.tileLayer) });
    map.setView(middle, this.sourceField.val() ? 9 : this.zoom);
    if (options.tileLayer) L.tileLayer(options.tileLayer, options.tileLayerOptions).addTo(map);
    if (options.shapes) drawShapes(map, options.shapes);
    this.map = map;
    this.marker = L.marker(middle, { draggable: true, icon: pin() }).addTo(map);
    map.on("click", ({ latlng }) => choose(this, latlng));
  };

  proto.setup = function () {
    if (this.hasSetup) return;
    const empty = !this.sourceField.val();
    setUp.call(this);
    if (empty) this.latLngField.val("");
    this.marker.on("dragend", () => round(this));
    this.latLngField.on("input", () => {
      if (this.latLngField.val().trim()) return;
      this.clearFieldMessage({ field: this.latLngField });
      this.setState("");
    });
  };

  /* Two numbers on earth, else null: the original fails on an empty text. */
  proto.parseStrToLatLng = (text) => {
    const parts = text.split(",").map((part) => part.trim());
    const [lat, lng] = parts.map(Number);
    const fits = parts.length === 2 && parts.every(Boolean) && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
    return fits ? L.latLng(lat, lng) : null;
  };

  /* The field's own check of visibility reads the text; an empty one has no coordinates. */
  proto.updateMapFromCoords = function (point) {
    if (point) this.setMapPosition(point);
  };

  /* Leaflet guesses the address of its own picture, wrongly once file names carry a hash. */
  function pin() {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 34"><path d="M12 33 2 14V2h20v12z" fill="#c8102e" stroke="#fff" stroke-width="2"/><circle cx="12" cy="11" r="4" fill="#fff"/></svg>`;
    const iconUrl = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
    return L.icon({ iconUrl, iconSize: [30, 42], iconAnchor: [15, 41] });
  }

  function choose(field, point) {
    field.marker.setLatLng(point);
    round(field);
  }

  /* Five places are a metre; longer numbers claim what nobody knows. */
  function round(field) {
    const { lat, lng } = field.marker.getLatLng().wrap();
    const point = { lat: Number(lat.toFixed(5)), lng: Number(lng.toFixed(5)) };
    field.updateLatLng(point);
    field.writeLocation(point);
    field.sourceField[0].dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function drawShapes(map, address) {
    const answer = await fetch(address);
    const style = { color: "#6b6257", weight: 1, fillColor: "#6b6257", fillOpacity: 0.12 };
    for (const shape of window.campaignShapes(await answer.json())) {
      L.polygon(shape.rings, { ...style, interactive: false }).addTo(map);
    }
  }

  /* The constructor sets the map up at once, so its options have to be known before. */
  const Original = window.LeafletField;
  window.LeafletField = function (options) {
    this.ownOptions = options;
    Original.call(this, options);
  };
  window.LeafletField.prototype = proto;
  Object.assign(window.LeafletField, Original);
})();
