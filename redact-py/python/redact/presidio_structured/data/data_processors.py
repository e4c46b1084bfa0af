"""Columns and keys replaced, each by its kind's operator."""

import logging
from abc import ABC, abstractmethod
from typing import Any, Callable, Dict, List

from redact.presidio_anonymizer.entities import OperatorConfig
from redact.presidio_anonymizer.operators import Custom, Operator, OperatorsFactory, OperatorType
from redact.presidio_structured.config import StructuredAnalysis


class DataProcessorBase(ABC):
    """Columns or keys replaced, each by its kind's operator. The data that is passed in is changed."""

    def __init__(self) -> None:
        self.logger = logging.getLogger("presidio-structured")

    def operate(
        self, data: Any, structured_analysis: StructuredAnalysis, operators: Dict[str, OperatorConfig]
    ) -> Any:
        """Replaces what the analysis names.

        :param data: the data; it is changed.
        :param structured_analysis: which column or key holds what.
        :param operators: the operator of each kind; ``DEFAULT`` for the others.
        :return: the data.
        :raises ValueError: for data of another type, and for a kind without an operator.
        :raises InvalidParamError: for an operator that does not exist, or a parameter that is wrong.
        """
        return self._process(data, self._generate_operator_mapping(structured_analysis, operators))

    @abstractmethod
    def _process(self, data: Any, key_to_operator_mapping: Dict[str, Callable[[Any], Any]]) -> Any:
        """Replaces the values of columns or keys by what their functions make of them."""

    @staticmethod
    def _create_operator_callable(operator: Operator, params: Dict[str, Any]) -> Callable[[Any], Any]:
        takes_any = not type(operator).__module__.startswith("redact.") or isinstance(operator, Custom)

        def operate(value: Any) -> Any:
            if isinstance(value, str) or takes_any:
                return operator.operate(text=value, params=params)
            text = str(value)
            made = operator.operate(text=text, params=params)
            # What is kept stays what it was, a number for one.
            return value if made == text else made

        return operate

    def _generate_operator_mapping(
        self, config: StructuredAnalysis, operators: Dict[str, OperatorConfig]
    ) -> Dict[str, Callable[[Any], Any]]:
        factory = OperatorsFactory()
        mapping: Dict[str, Callable[[Any], Any]] = {}
        for key, entity_type in config.entity_mapping.items():
            chosen = operators.get(entity_type) or operators.get("DEFAULT")
            if chosen is None:
                raise ValueError(f"Operator for entity {entity_type} not found")
            operator = factory.create_operator_class(chosen.operator_name, OperatorType.Anonymize)
            params = {"entity_type": entity_type, **chosen.params}
            operator.validate(params=params)
            mapping[key] = self._create_operator_callable(operator, params)
        return mapping

    def _operate_on_text(self, text_to_operate_on: Any, operator_callable: Callable[[Any], Any]) -> Any:
        return operator_callable(text_to_operate_on)


class PandasDataProcessor(DataProcessorBase):
    """Columns of a frame replaced. Missing values stay missing."""

    def _process(self, data: Any, key_to_operator_mapping: Dict[str, Callable[[Any], Any]]) -> Any:
        import pandas

        if not isinstance(data, pandas.DataFrame):
            raise ValueError("Data must be a pandas DataFrame")
        positions: Dict[Any, List[int]] = {}
        for position, name in enumerate(data.columns):
            positions.setdefault(name, []).append(position)
        for key in key_to_operator_mapping:
            if key not in positions:
                raise KeyError(key)
        for key, operator in key_to_operator_mapping.items():
            for position in positions[key]:
                column = data.iloc[:, position]
                values = [
                    value if missing else self._operate_on_text(value, operator)
                    for value, missing in zip(column.tolist(), column.isna().tolist())
                ]
                column = pandas.Series(values, index=data.index, dtype=object)
                data.isetitem(position, column)  # type: ignore[arg-type, unused-ignore]
        return data


class JsonDataProcessor(DataProcessorBase):
    """Values under keys of JSON replaced.

    A key of a key is named with a dot between them, and reaches through lists: ``guests.name`` is the name of each
    guest. Each value of a list is replaced by its own. ``None``, and keys that are missing, stay so.
    """

    def _process(self, data: Any, key_to_operator_mapping: Dict[str, Callable[[Any], Any]]) -> Any:
        if not isinstance(data, (dict, list)):
            raise ValueError("Data must be a JSON-like object")
        for key, operator in key_to_operator_mapping.items():
            self._replace(data, key, operator)
        return data

    def _replace(self, node: Any, path: str, operator: Callable[[Any], Any]) -> None:
        if isinstance(node, list):
            head, _, rest = path.partition(".")
            if head.isdigit() and int(head) < len(node):
                self._replace_at(node, int(head), rest, operator)
                return
            for item in node:
                self._replace(item, path, operator)
        elif isinstance(node, dict):
            # A key may have dots of its own: the longest that is there wins.
            parts = path.split(".")
            for length in range(len(parts), 0, -1):
                key = ".".join(parts[:length])
                if key in node:
                    self._replace_at(node, key, ".".join(parts[length:]), operator)
                    return

    def _replace_at(self, holder: Any, key: Any, rest: str, operator: Callable[[Any], Any]) -> None:
        if rest:
            self._replace(holder[key], rest, operator)
        else:
            holder[key] = self._replaced(holder[key], operator)

    def _replaced(self, value: Any, operator: Callable[[Any], Any]) -> Any:
        if value is None:
            return None
        if isinstance(value, list):
            return [self._replaced(item, operator) for item in value]
        if isinstance(value, dict):
            return {key: self._replaced(item, operator) for key, item in value.items()}
        return self._operate_on_text(value, operator)
