using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A shell takes the variables of a file in by <c>export $(cat FILE | xargs)</c>: as words, whatever the quotes in the file are.</summary>
/// <param name="Subject">Who does it: <c>scripts/deploy.sh</c>.</param>
/// <param name="Span">The command.</param>
public sealed record EnvExport(string Subject, SourceSpan Span, EnvFile File)
{
    /// <summary>Variables of several words, of which only the first becomes the value.</summary>
    public IReadOnlyList<EnvEntry> Cut { get; init; } = [];

    /// <summary>The first line with a word that no variable can be called: the command fails there.</summary>
    public SourceSpan? RefusedAt { get; init; }

    /// <summary>The script ends with the command.</summary>
    public bool StopsScript { get; init; }

    /// <summary>It may not run.</summary>
    public bool IsConditional { get; init; }
}
