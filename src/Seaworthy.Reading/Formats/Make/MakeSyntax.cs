using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Make;

/// <summary>The rules, variables and includes of a Makefile, in the order of the file.</summary>
internal sealed record MakeSyntax(
    IReadOnlyList<MakeRule> Rules,
    IReadOnlyList<MakeVariable> Variables,
    IReadOnlyList<MakeInclude> Includes,
    IReadOnlyList<Problem> Problems
)
{
    /// <summary>Variables that the shells of its recipes are given: <c>export NAME</c>.</summary>
    public IReadOnlyList<string> Exports { get; init; } = [];
}
