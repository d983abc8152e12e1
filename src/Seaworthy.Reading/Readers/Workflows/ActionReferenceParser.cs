using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads what stands after <c>uses</c>.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions", jobs.&lt;job_id&gt;.steps[*].uses.</remarks>
internal static class ActionReferenceParser
{
    private const string Docker = "docker://";

    public static ActionReference? Parse(Node? node)
    {
        if (node is not ScalarNode { IsNull: false } scalar)
        {
            return null;
        }

        var raw = scalar.Value;
        if (raw.StartsWith(Docker, StringComparison.Ordinal))
        {
            return new ActionReference(raw, ActionReferenceKind.Docker, scalar.Span) { Image = raw[Docker.Length..] };
        }

        // "$/" is the repository of the workflow at the workflow's own commit, "./" what was checked out: for us the same tree.
        if (raw.StartsWith("./", StringComparison.Ordinal) || raw.StartsWith("$/", StringComparison.Ordinal) || raw == ".")
        {
            return new ActionReference(raw, ActionReferenceKind.Local, scalar.Span) { Path = raw.TrimStart('.', '$').Trim('/') };
        }

        return Repository(scalar, raw);
    }

    /// <summary>Whether it has the parts for which GitHub asks; no repository has a blank in its name, but of that only the runner tells.</summary>
    /// <remarks>Source: actions/runner, <c>WorkflowTemplateConverter</c>.</remarks>
    public static bool HasParts(string raw) =>
        raw.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < raw.Length - 1 && Parts(raw, at).Length >= 2;

    // The runner drops empty segments: "owner/repository/@ref" is the repository itself.
    private static string[] Parts(string raw, int at) => raw[..at].Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static ActionReference Repository(ScalarNode scalar, string raw)
    {
        if (!HasParts(raw) || raw.Contains(' ', StringComparison.Ordinal))
        {
            return new ActionReference(raw, ActionReferenceKind.Invalid, scalar.Span);
        }

        var at = raw.IndexOf('@', StringComparison.Ordinal);
        var parts = Parts(raw, at);
        return new ActionReference(raw, ActionReferenceKind.Repository, scalar.Span)
        {
            Owner = parts[0],
            Repository = parts[1],
            Path = string.Join('/', parts.Skip(2)),
            Ref = new Fact<string>(raw[(at + 1)..], scalar.Mapped.Span(at + 1, raw.Length - at - 1)),
        };
    }
}
