using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Interpolation;

/// <summary><c>${NAME}</c> in capitals, in a file of a program that may not know such a thing: meant to be filled with a variable of the environment.</summary>
/// <param name="HasDefault">Written <c>${NAME:-default}</c>, which only a shell and Compose understand.</param>
/// <param name="In">The directive or key whose value holds it.</param>
public sealed record EnvironmentHole(string Name, bool HasDefault, string In, SourceSpan Span)
{
    /// <summary>The program does not start with the hole as it is there; else it takes the letters for the value.</summary>
    public bool IsRefused { get; init; }
}
