/* A new block has no point; the package's adapter would store the default location in it. */
(() => {
  class LocationInput {
    constructor(html, options) {
      this.html = html;
      this.options = options;
    }

    render(placeholder, name, id, initialState) {
      placeholder.outerHTML = this.html.replace(/__NAME__/g, name).replace(/__ID__/g, id);
      const source = document.getElementById(id);
      source.value = initialState || "";
      const point = LeafletField.locationStringToStruct(initialState || null);
      return new LeafletField({ ...this.options, ...point, id });
    }
  }
  window.telepath.register("campaign_blocks.map.widgets.LocationInput", LocationInput);
})();
