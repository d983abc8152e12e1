using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.GitLab;

/// <summary>One entry of <c>rules</c>.</summary>
public sealed record GitLabRule(SourceSpan Span)
{
    public Fact<string>? If { get; init; }

    public IReadOnlyList<Fact<string>>? Changes { get; init; }

    public IReadOnlyList<Fact<string>>? Exists { get; init; }

    public Fact<string>? When { get; init; }
}
