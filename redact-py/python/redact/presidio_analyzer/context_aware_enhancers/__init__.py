"""What raises scores by the words around a result."""

from redact.presidio_analyzer.context_aware_enhancers.context_aware_enhancer import (
    ContextAwareEnhancer,
)
from redact.presidio_analyzer.context_aware_enhancers.lemma_context_aware_enhancer import (
    LemmaContextAwareEnhancer,
)

__all__ = ["ContextAwareEnhancer", "LemmaContextAwareEnhancer"]
