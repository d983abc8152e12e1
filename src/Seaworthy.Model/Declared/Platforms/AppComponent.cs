using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A service of an app spec.</summary>
/// <param name="SourceDirectory">As written; null for the root of the repository.</param>
public sealed record AppComponent(Fact<string> Name, Fact<string>? SourceDirectory);
