//! Reads SudachiDict's binary dictionary (format version 1, `system.dic`): words with their costs and
//! parts of speech, and the matrix of connection costs.
//!
//! Layout (from the published format of Sudachi): header of 272 bytes; grammar (parts of speech,
//! then the connection matrix); lexicon (a double array, word ids, parameters, word infos). The
//! double array is stepped over: the word infos hold the surfaces.

use anyhow::{Context, Result, ensure};

const SYSTEM_DICTIONARY_2: u64 = 0xce9f_011a_9239_4434;
const HEADER_LEN: usize = 272;

/// A word of the dictionary.
pub(super) struct Word {
    pub(super) surface: String,
    pub(super) left: i16,
    pub(super) right: i16,
    pub(super) cost: i16,
    /// Index into [`Dictionary::parts_of_speech`].
    pub(super) part_of_speech: usize,
    /// In katakana.
    pub(super) reading: String,
}

/// What is taken from the file.
pub(super) struct Dictionary {
    /// Six levels each.
    pub(super) parts_of_speech: Vec<Vec<String>>,
    left_size: usize,
    matrix: Vec<i16>,
    pub(super) words: Vec<Word>,
}

impl Dictionary {
    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        let mut input = Input { bytes, at: 0 };
        ensure!(
            input.u64()? == SYSTEM_DICTIONARY_2,
            "not a Sudachi system dictionary of format version 1"
        );
        input.at = HEADER_LEN;
        let level_count = input.u16()?;
        let parts_of_speech = (0..level_count)
            .map(|_| (0..6).map(|_| input.string()).collect())
            .collect::<Result<_>>()?;
        let left_size = usize::from(input.u16()?);
        let right_size = usize::from(input.u16()?);
        let matrix = input
            .take(2 * left_size * right_size)?
            .chunks_exact(2)
            .map(|pair| i16::from_le_bytes([pair[0], pair[1]]))
            .collect();
        let trie = input.u32()? as usize;
        input.take(4 * trie)?;
        let ids = input.u32()? as usize;
        input.take(ids)?;
        let count = input.u32()? as usize;
        let mut parameters = Input {
            bytes: input.take(6 * count)?,
            at: 0,
        };
        let words = (0..count)
            .map(|_| {
                let (left, right, cost) = (parameters.i16()?, parameters.i16()?, parameters.i16()?);
                let mut info = Input {
                    bytes,
                    at: input.u32()? as usize,
                };
                let surface = info.string()?;
                info.length()?;
                let levels = usize::from(info.u16()?);
                info.string()?;
                info.take(4)?;
                let reading = info.string()?;
                let reading = if reading.is_empty() {
                    surface.clone()
                } else {
                    reading
                };
                Ok(Word {
                    surface,
                    left,
                    right,
                    cost,
                    part_of_speech: levels,
                    reading,
                })
            })
            .collect::<Result<_>>()?;
        Ok(Self {
            parts_of_speech,
            left_size,
            matrix,
            words,
        })
    }

    /// What it costs that a word with the left id `left` follows one with the right id `right`.
    pub(super) fn connection(&self, right: i16, left: i16) -> i32 {
        usize::try_from(right)
            .ok()
            .zip(usize::try_from(left).ok())
            .and_then(|(right, left)| self.matrix.get(left * self.left_size + right))
            .map_or(0, |&cost| i32::from(cost))
    }
}

struct Input<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Input<'b> {
    fn take(&mut self, length: usize) -> Result<&'b [u8]> {
        let bytes = self
            .bytes
            .get(self.at..self.at + length)
            .context("the dictionary is cut short")?;
        self.at += length;
        Ok(bytes)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        Ok(self.take(N)?.try_into()?)
    }

    fn u16(&mut self) -> Result<u16> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    fn i16(&mut self) -> Result<i16> {
        Ok(i16::from_le_bytes(self.array()?))
    }

    fn u32(&mut self) -> Result<u32> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    fn u64(&mut self) -> Result<u64> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// A length of one byte, or of two if the first has its upper bit set.
    fn length(&mut self) -> Result<usize> {
        let [first] = self.array()?;
        if first & 0x80 == 0 {
            return Ok(usize::from(first));
        }
        let [second] = self.array()?;
        Ok(usize::from(first & 0x7F) << 8 | usize::from(second))
    }

    fn string(&mut self) -> Result<String> {
        let length = self.length()?;
        let units: Vec<u16> = self
            .take(2 * length)?
            .chunks_exact(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect();
        String::from_utf16(&units).context("a string of the dictionary is not UTF-16")
    }
}
