"""JSON of Presidio's REST service read into entities."""

from typing import Any, Dict, List, Optional

from redact.presidio_anonymizer.entities import (
    InvalidParamError,
    OperatorConfig,
    OperatorResult,
    RecognizerResult,
)


class AppEntitiesConvertor:
    """JSON of Presidio's REST service read into entities."""

    @staticmethod
    def analyzer_results_from_json(data: Optional[List[Dict[str, Any]]]) -> List[RecognizerResult]:
        """The results of a list."""
        if data is None:
            raise InvalidParamError("Invalid input, request must contain analyzer results")
        return [RecognizerResult.from_json(result) for result in data]

    @staticmethod
    def operators_config_from_json(data: Optional[Dict[str, Dict[str, Any]]]) -> Dict[str, OperatorConfig]:
        """The operators of ``{KIND: {"type": NAME, …}}``; the types are taken out of the dictionaries."""
        if data is None:
            return {}
        return {entity_type: OperatorConfig.from_json(config) for entity_type, config in data.items()}

    @staticmethod
    def deanonymize_entities_from_json(json: Dict[str, Any]) -> List[OperatorResult]:
        """The replacements under ``anonymizer_results``."""
        items = json.get("anonymizer_results")
        return [OperatorResult.from_json(item) for item in items] if items else []

    @staticmethod
    def check_custom_operator(operators: Dict[str, OperatorConfig]) -> bool:
        """Whether one of them is ``custom``, which a request cannot name."""
        return any(operator.operator_name == "custom" for operator in operators.values())
