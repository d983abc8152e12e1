namespace Seaworthy.Engine.Costing;

/// <summary>A list price: what it is for, the page that says it, and how it is known.</summary>
/// <param name="Meter">What is counted.</param>
/// <param name="Amount">For one of it in a month, in the currency of the provider.</param>
/// <param name="AsOf">Year and month of the knowledge.</param>
/// <param name="Basis">How it is known.</param>
public sealed record Price(string Meter, decimal Amount, string Source, string AsOf, PriceBasis Basis);
