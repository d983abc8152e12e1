namespace Seaworthy.Engine.Reporting.Environments;

/// <summary>What some environments alone have: services, or variables of one.</summary>
public sealed record OnlyIn(string Environments, IReadOnlyList<string> Names);
