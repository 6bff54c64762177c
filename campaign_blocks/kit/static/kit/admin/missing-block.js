/* Editor side of the stand-in: says which plugin is missing and keeps it out of the "+" menu. */
(() => {
  const { FieldBlockDefinition, StreamBlockDefinition } = window.wagtailStreamField.blocks;
  const MISSING = "missing_section";

  class MissingBlockDefinition extends FieldBlockDefinition {
    render(placeholder, prefix, initialState, initialError) {
      const block = super.render(placeholder, prefix, initialState, initialError);
      const type = String(initialState || "").split(" ")[0];
      const input = document.getElementById(prefix) || document.getElementsByName(prefix)[0];
      if (input && type) {
        const text = document.createElement("p");
        text.textContent = this.meta.missingText.replace("{type}", type);
        input.after(text);
      }
      block.getTextLabel = () => type;
      return block;
    }
  }

  class CampaignStreamBlockDefinition extends StreamBlockDefinition {
    constructor(name, groups, initialStates, meta) {
      super(name, groups, initialStates, meta);
      this.groupedChildBlockDefs = groups
        .map(([label, blocks]) => [label, blocks.filter((block) => block.name !== MISSING)])
        .filter(([, blocks]) => blocks.length);
    }
  }

  window.telepath.register("campaign_blocks.kit.MissingBlock", MissingBlockDefinition);
  window.telepath.register("campaign_blocks.kit.CampaignStreamBlock", CampaignStreamBlockDefinition);
})();
