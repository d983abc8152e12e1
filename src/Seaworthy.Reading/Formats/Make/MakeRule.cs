using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Make;

/// <summary><c>targets: prerequisites</c> and the recipe under it, unexpanded.</summary>
internal sealed record MakeRule(
    IReadOnlyList<Fact<string>> Targets,
    IReadOnlyList<Fact<string>> Prerequisites,
    IReadOnlyList<MakeRecipeLine> Recipe
);
