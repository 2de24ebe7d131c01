"""Analyses whole archives: stories in many files go in, a folder of GeoParquet tables comes out.

inputs → cut → (a worker a shard: records → rows → store) → run → summary. What an archive's tables
hold stands in `geo.batch.schemas`; what is done already, only the manifests of `geo.batch.store`
say.
"""
