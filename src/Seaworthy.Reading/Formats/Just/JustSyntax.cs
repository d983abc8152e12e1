using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Formats.Just;

/// <summary>The recipes, literal variables and imports of a justfile.</summary>
internal sealed record JustSyntax(
    IReadOnlyList<JustRecipe> Recipes,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyList<TaskInclude> Includes
)
{
    /// <summary><c>set working-directory := '…'</c>.</summary>
    public string? Directory { get; init; }

    /// <summary>The program of <c>set shell := ["…", …]</c>; null for <c>sh</c>.</summary>
    public string? Shell { get; init; }
}
