using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.GitLab;

/// <summary>A variable with its value as written (<c>$OTHER</c> unexpanded).</summary>
public sealed record GitLabVariable(string Name, Fact<string>? Value, SourceSpan KeySpan);
