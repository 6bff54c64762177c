from typing import Any

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class GzipStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Without brotli, which costs two thirds of a first start on one machine."""

    def create_compressor(self, **kwargs: Any) -> Compressor:
        return super().create_compressor(use_brotli=False, **kwargs)
