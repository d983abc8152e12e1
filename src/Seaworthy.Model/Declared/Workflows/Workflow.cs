using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A workflow of GitHub Actions.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions".</remarks>
public sealed record Workflow(SourceFile File) : Artifact(File)
{
    private static readonly NameIndex<WorkflowJob> Ids = new(job => job.Id, StringComparer.OrdinalIgnoreCase);

    public Fact<string>? Name { get; init; }

    public IReadOnlyList<WorkflowTrigger> Triggers { get; init; } = [];

    public PermissionSet? Permissions { get; init; }

    public IReadOnlyList<NamedTemplate> Environment { get; init; } = [];

    public RunDefaults? Defaults { get; init; }

    public Concurrency? Concurrency { get; init; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<WorkflowJob> Jobs { get; init; } = [];

    /// <summary>It has jobs, and no <c>on</c>: GitHub refuses the file, and it never runs.</summary>
    public bool IsUnstarted => Triggers.Count == 0 && Jobs.Count > 0;

    /// <summary>It is started by tags, or mentions one in an expression or a command.</summary>
    public bool SpeaksOfTags =>
        File.Text.Contains("refs/tags", StringComparison.Ordinal) || File.Text.Contains("tags:", StringComparison.Ordinal);

    /// <summary>It names a registry of Azure.</summary>
    public bool NamesAzureRegistry => File.Text.Contains(".azurecr.io", StringComparison.Ordinal);

    /// <summary>The words that stand before an equals sign, wherever in it: <c>IMAGE_TAG</c> of <c>IMAGE_TAG=1</c>. One of them may come several times.</summary>
    public IEnumerable<string> NamesGiven => GivenNames.In(File.Text);

    public WorkflowTrigger? Trigger(string eventName) => Triggers.FirstOrDefault(trigger => trigger.Event == eventName);

    public WorkflowJob? Job(string id) => Ids.Find(Jobs, id);

    /// <summary>An expression takes the axis of a matrix; the matrix may be taken as a whole: <c>toJSON(matrix)</c>.</summary>
    public bool TakesAxis(string axis) =>
        File.Text.Contains($"matrix.{axis}", StringComparison.OrdinalIgnoreCase)
        || File.Text.Contains("matrix[", StringComparison.OrdinalIgnoreCase)
        || File.Text.Contains("matrix)", StringComparison.OrdinalIgnoreCase)
        || File.Text.Contains("matrix.*", StringComparison.Ordinal);

    /// <summary>Where a condition compares something with a literal: <c>if: matrix.os == 'ubuntu-20.04'</c>. Comments do not count.</summary>
    public IEnumerable<SourceSpan> ComparisonsWith(string literal) =>
        Enumerable
            .Range(1, File.Lines.Count)
            .Select(line => new { Start = File.Lines.StartOf(line), Text = File.Lines.TextOf(line) })
            .Where(line =>
                line.Text.TrimStart() is not ['#', ..]
                && (line.Text.Contains("==", StringComparison.Ordinal) || line.Text.Contains("!=", StringComparison.Ordinal))
            )
            .Select(line => new { line.Start, At = line.Text.IndexOf($"'{literal}'", StringComparison.Ordinal) })
            .Where(found => found.At >= 0)
            .Select(found => new SourceSpan(File, found.Start + found.At, literal.Length + 2));

    /// <summary>A job as it is written, and what stands before the first one, which is for all.</summary>
    public JobText TextOf(WorkflowJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var end = Jobs.Select(other => other.Span.Start).Where(start => start > job.Span.Start).DefaultIfEmpty(File.Text.Length).Min();
        return new JobText(File.Text[..Jobs[0].Span.Start] + File.Text[job.Span.Start..end]);
    }
}
