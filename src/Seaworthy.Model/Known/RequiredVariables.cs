namespace Seaworthy.Model.Known;

/// <summary>One of these variables must be set and not empty, or the image does not start with an empty volume.</summary>
/// <param name="Unless">Variables with the value that lifts the demand, such as <c>POSTGRES_HOST_AUTH_METHOD=trust</c>.</param>
public sealed record RequiredVariables(IReadOnlyList<string> AnyOf, IReadOnlyList<string> Unless)
{
    /// <summary>Asked for whatever the volume holds already, for this reason.</summary>
    public string? AtEveryStartBecause { get; init; }

    /// <summary>All that the image asks for in the same way of working, one after the other: with the first alone it ends at the next.</summary>
    public IReadOnlyList<string> Together { get; init; } = [];

    /// <summary>Variables of the older way of working, which must not be set in this one.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>The last release that does without, as a tag: <c>7.9.0</c>. Null where there is none.</summary>
    public string? LastWithout { get; init; }
}
