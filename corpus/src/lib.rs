//! Labelled Japanese mail and the figures by which detections are judged.
