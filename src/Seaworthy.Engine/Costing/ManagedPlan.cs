namespace Seaworthy.Engine.Costing;

/// <summary>A size in which a provider runs a store.</summary>
/// <param name="Name">As the provider calls it: <c>db.t4g.micro</c>.</param>
/// <param name="Processors">Of one instance.</param>
/// <param name="Memory">Of one instance, in GB.</param>
/// <param name="Price">Of one instance for a month.</param>
public sealed record ManagedPlan(string Name, decimal Processors, decimal Memory, Price Price);
