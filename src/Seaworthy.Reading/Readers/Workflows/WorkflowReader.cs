using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Workflows.Schema;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Reads <c>.github/workflows/*.yml</c>.</summary>
/// <remarks>Source: GitHub Docs, "Workflow syntax for GitHub Actions".</remarks>
internal sealed class WorkflowReader : Reader
{
    private const string Folder = ".github/workflows/";

    // GitHub looks into this one folder at the root, not below it.
    public override bool Accepts(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal)
        && path.IndexOf('/', Folder.Length) < 0
        && (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal));

    public override Artifact? Read(FileSyntax file)
    {
        var yaml = file.Yaml;
        List<Problem> problems = [.. yaml.Problems];
        if (yaml.Root is not MappingNode written)
        {
            if (problems.Count == 0)
            {
                problems.Add(new Problem(ProblemKind.Empty, "The workflow is empty: it runs nothing.", file.File.Whole));
            }

            return new Workflow(file.File) { Problems = problems };
        }

        var misplaced = MisplacedJobs.In(written);
        var root = MisplacedJobs.Moved(written, misplaced);
        var workflow = Workflow(file.File, root);

        // After a fault in the syntax the rest of the file is missing, and everything in it would be reported as missing too.
        if (!yaml.Problems.Any(problem => problem.Kind is ProblemKind.Syntax or ProblemKind.ConflictMarker or ProblemKind.Limit))
        {
            new ShapeChecker(problems).Check(root, WorkflowShape.Root, file.File.Whole);
            WorkflowChecks.Check(workflow, problems, root["jobs"] as ScalarNode);
            problems.AddRange(misplaced.Select(job => MisplacedJobs.Report(job, written, workflow)));
        }

        return workflow with
        {
            Problems = [.. problems.OrderBy(problem => problem.Span.Start)],
        };
    }

    internal static Workflow Workflow(SourceFile file, MappingNode root)
    {
        var defaults = SettingsReader.Defaults(root["defaults"]);
        return new Workflow(file)
        {
            Name = root["name"]?.Fact,
            Triggers = TriggerReader.Read(root["on"]),
            Permissions = SettingsReader.Permissions(root["permissions"]),
            Environment = root["env"].Named(),
            Defaults = defaults,
            Concurrency = SettingsReader.Concurrency(root["concurrency"]),
            Jobs = [.. (root["jobs"]?.Entries ?? []).Select(entry => JobReader.Read(entry, defaults))],
        };
    }
}
