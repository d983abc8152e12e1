using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command by which a workflow checks or builds.</summary>
/// <param name="Directory">Where it runs, from the repository's root.</param>
internal sealed record CheckedCommand(string Text, string? Directory, SourceSpan Span)
{
    public bool IsSameAs(CheckedCommand other) => Text == other.Text && Directory == other.Directory;
}
