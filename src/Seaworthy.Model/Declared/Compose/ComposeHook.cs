using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>A command at a point of a container's life: <c>pre_start</c>, <c>post_start</c> or <c>pre_stop</c>.</summary>
public sealed record ComposeHook(ComposeCommand? Command, SourceSpan Span)
{
    public Template? Image { get; init; }

    public Template? User { get; init; }

    public Template? WorkingDirectory { get; init; }

    public IReadOnlyList<ComposeVariable> Environment { get; init; } = [];
}
