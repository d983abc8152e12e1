using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A function of a template, or what all of its functions are given.</summary>
/// <param name="Variables">The names of its variables.</param>
public sealed record ServerlessFunction(Fact<string> Name, IReadOnlyList<Fact<string>> Variables);
