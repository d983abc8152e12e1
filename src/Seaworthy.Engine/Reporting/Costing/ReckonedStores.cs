namespace Seaworthy.Engine.Reporting.Costing;

/// <summary>Stores that are the same everywhere.</summary>
/// <param name="Stores">Their names.</param>
public sealed record ReckonedStores(string Stores, IReadOnlyList<ReckonedStore> At);
