using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads workflows in a <c>.github</c> that is not at the root or is not spelled so, or beside the one folder of it where GitHub looks, or without the ending that it looks for.</summary>
internal sealed class MisplacedWorkflowReader : Reader
{
    private const string Folder = ".github/";
    private const string Right = ".github/workflows/";

    // What bears such a word was put aside, or waits to be copied.
    private static readonly string[] Aside =
    [
        "disabled",
        "archive",
        "deprecated",
        "unused",
        "inactive",
        "template",
        "example",
        "sample",
        "starter",
        "scaffold",
        "boilerplate",
        "vendor",
        "external",
        "third_party",
        "third-party",
        "fixture",
        "draft",
        "proposed",
    ];

    // A name with another dot in it was put aside: "ci.yml.disabled".
    private static readonly string[] Misspelled = [".ymal", ".ylm", ".yam", ".ym", ".yamel"];

    public override bool Accepts(string path) =>
        (
            IsWithoutEnding(path)
            || (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal))
                && (IsInTheFolder(path) || IsMisspelled(path))
        )
        && !RepositoryPath.IsSample(path)
        && !Array.Exists(Aside, word => path.Contains(word, StringComparison.OrdinalIgnoreCase))
        // "backup-nightly.yml" is a workflow that backs something up.
        && !RepositoryPath.Parent(path).Contains("backup", StringComparison.OrdinalIgnoreCase);

    public override Artifact? Read(FileSyntax file) =>
        file.Yaml is { Problems.Count: 0, Root: MappingNode root }
        && root["on"] is not null
        && root["jobs"] is MappingNode
        && WorkflowReader.Workflow(file.File, root) is { Jobs.Count: > 0, Triggers.Count: > 0 } content
        && content.Jobs.All(job => job.RunsOn is not null || job.Uses is not null)
            ? new MisplacedWorkflow(file.File, content)
            : null;

    /// <summary><c>.github/workflows/deploy-yml</c>: in the right folder, but without the ending by which GitHub finds it.</summary>
    private static bool IsWithoutEnding(string path) =>
        path.StartsWith(Right, StringComparison.Ordinal)
        && path.IndexOf('/', Right.Length) < 0
        && (path.IndexOf('.', Right.Length) is var dot && (dot < 0 || Misspelled.Contains(path[dot..])));

    private static bool IsInTheFolder(string path) =>
        path.IndexOf(Folder, StringComparison.Ordinal) is var at and >= 0
        && (at == 0 ? IsBesideTheFolder(path) : path[at - 1] == '/' && path.AsSpan(at).StartsWith(Right, StringComparison.Ordinal));

    /// <summary><c>.gitub/workflows/ci.yml</c>.</summary>
    private static bool IsMisspelled(string path) =>
        path.Split('/') is [['.', 'g', ..] first, _, _]
        && first is not (".github" or ".gitlab")
        && NearMiss.Of(first, [".github"]) is not null;

    private static bool IsBesideTheFolder(string path) =>
        !path.StartsWith(Right, StringComparison.Ordinal) || path.IndexOf('/', Right.Length) >= 0;
}
