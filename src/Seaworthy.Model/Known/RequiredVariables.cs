namespace Seaworthy.Model.Known;

/// <summary>One of these variables must be set and not empty, or the image does not start with an empty volume.</summary>
/// <param name="Unless">Variables with the value that lifts the demand, such as <c>POSTGRES_HOST_AUTH_METHOD=trust</c>.</param>
public sealed record RequiredVariables(IReadOnlyList<string> AnyOf, IReadOnlyList<string> Unless)
{
    /// <summary>Asked for whatever the volume holds already, for this reason.</summary>
    public string? AtEveryStartBecause { get; init; }
}
