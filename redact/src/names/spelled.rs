//! Names in kana and Latin letters: only beside a sign that a person is meant.

use super::OperatingPoint;
use super::mention::Mention;
use super::model::Model;
use super::page::Page;

pub(super) fn find(_model: &Model, _page: &Page<'_>, _point: OperatingPoint, _mentions: &mut Vec<Mention>) {}

pub(super) fn find_again(_page: &Page<'_>, _mentions: &mut Vec<Mention>) {}
