"""Places in a text replaced, each kind by its operator."""

import logging
from abc import ABC
from typing import Any, Dict, List, Optional, Sequence

from redact.presidio_anonymizer.core.text_replace_builder import check_position
from redact.presidio_anonymizer.entities import EngineResult, OperatorConfig, OperatorResult, PIIEntity
from redact.presidio_anonymizer.operators import OperatorsFactory, OperatorType


class EngineBase(ABC):
    """Places in a text replaced, each kind by its operator."""

    def __init__(self) -> None:
        self.logger = logging.getLogger("presidio-anonymizer")
        self.operators_factory = OperatorsFactory()

    def _operate(
        self,
        text: str,
        pii_entities: Sequence[PIIEntity],
        operators_metadata: Optional[Dict[str, OperatorConfig]],
        operator_type: OperatorType,
        **operator_kwargs: Any,
    ) -> EngineResult:
        text_len = len(text)
        done_from = text_len
        behind: List[str] = []
        items: List[OperatorResult] = []
        for entity in sorted(pii_entities, reverse=True):
            start, end, entity_type = entity.start, entity.end, entity.entity_type
            check_position(text_len, start, end)
            config: Any = _config_of(entity_type, operators_metadata)
            operator = self.operators_factory.create_operator_class(config.operator_name, operator_type)
            params = dict(config.params)
            params["entity_type"] = entity_type
            operator.validate(params=params)
            # The operator sees the whole place, though what overlaps it is already gone.
            changed = operator.operate(params=params, text=text[start:end])
            behind.append("" + changed + text[min(end, done_from) : done_from])
            done_from = start
            items.append(
                OperatorResult(
                    0, 0, entity_type, changed, config.operator_name, getattr(entity, "score", None)
                )
            )
        position = done_from
        for item, piece in zip(reversed(items), reversed(behind)):
            item.start = position
            item.end = position + len(item.text)  # type: ignore[arg-type]
            position += len(piece)
        behind.append(text[:done_from])
        behind.reverse()
        return EngineResult("".join(behind), items)


def _config_of(
    entity_type: str, operators: Optional[Dict[str, OperatorConfig]]
) -> Optional[OperatorConfig]:
    if not operators:
        return None
    return operators.get(entity_type) or operators.get("DEFAULT")
