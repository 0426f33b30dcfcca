"""Sentences of the readable zones, from the parser, mended where line breaks and quote marks mislead it."""

from __future__ import annotations

from dataclasses import replace

from reportedly.annotate.parse import Parse
from reportedly.records.annotation import AnnotatedArticle, Layer, Sentence


class ParsedSentences:
    """Adds the sentences layer."""

    name = "reportedly.parsed-sentences.v1"
    needs: frozenset[Layer] = frozenset()
    adds = frozenset({Layer.SENTENCES})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with its sentences, each trimmed of whitespace, in reading order."""
        sentences = []
        for block in parse.blocks:
            for sent in block.doc.sents:
                tokens = [token for token in sent if not token.is_space]
                if tokens:
                    span = parse.span(block, tokens)
                    sentences.append(Sentence(span=span, zone=block.zone.kind, paragraph=block.number))
        return replace(article, sentences=tuple(sentences), layers=article.layers | self.adds,
                       made_by=(*article.made_by, self.name))
