using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Just;

/// <summary>A recipe: its name, the recipes it depends on, its attributes, and where its lines stand (without indentation).</summary>
internal sealed record JustRecipe(Fact<string> Name, IReadOnlyList<Fact<string>> Dependencies, IReadOnlyList<string> Attributes)
{
    /// <summary>Offsets of the logical lines.</summary>
    public List<TextRange> Lines { get; } = [];
}
