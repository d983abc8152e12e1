using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Policies;

/// <summary>What must be true of a subject.</summary>
public abstract record PolicyCondition
{
    private PolicyCondition() { }

    /// <summary>Every one of them.</summary>
    public sealed record All(IReadOnlyList<PolicyCondition> Parts) : PolicyCondition;

    /// <summary>One of them at least.</summary>
    public sealed record Any(IReadOnlyList<PolicyCondition> Parts) : PolicyCondition;

    /// <summary>The opposite.</summary>
    public sealed record Not(PolicyCondition Part) : PolicyCondition;

    /// <summary>The property has a value, or has none.</summary>
    public sealed record Exists(string Property, bool IsWanted) : PolicyCondition;

    /// <summary>A value of the property fits one of the patterns.</summary>
    public sealed record Matches(string Property, IReadOnlyList<StarPattern> Patterns) : PolicyCondition;

    /// <summary>The number lies between the two, which are part of it unless <paramref name="IsOpen"/>.</summary>
    public sealed record Within(string Property, decimal? From, decimal? To, bool IsOpen) : PolicyCondition;
}
