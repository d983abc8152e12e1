using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A condition of a script: <c>[ … ]</c>, <c>[[ … ]]</c> or <c>test</c>.</summary>
internal sealed record ShellCondition(CommandSite Site)
{
    /// <summary>Why it always gives the same answer, as the end of a sentence; null when it does not.</summary>
    public string? Because { get; init; }

    /// <summary>The answer that it always gives.</summary>
    public bool Answer { get; init; }

    /// <summary>What to write instead.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>The command whose status it looks at in place of an earlier one.</summary>
    public SourceSpan? Asked { get; init; }
}
