using Seaworthy.Engine.Costing;

namespace Seaworthy.Engine.Reporting.Costing;

/// <summary>What a store is at a provider, in each size.</summary>
public sealed record ReckonedStore(Provider Provider, string What);
