using Seaworthy.Engine.Costing;

namespace Seaworthy.Engine.Reporting.Costing;

/// <summary>What is assumed in each size, under the name of the option that sets it.</summary>
public sealed record CostAssumption(string Option, string What, Func<CostSize, decimal> Value);
