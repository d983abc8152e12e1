using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose project is filled in with variables that nothing sets or documents.</summary>
internal sealed class UndefinedVariable : Rule<Target>
{
    private const int MostPlaces = 15;

    // What a shell or the machine itself sets.
    private static readonly HashSet<string> FromOutside = new(StringComparer.Ordinal)
    {
        "HOME",
        "USER",
        "PWD",
        "PATH",
        "HOSTNAME",
        "SHELL",
        "UID",
        "GID",
        "TZ",
        "DISPLAY",
        "SSH_AUTH_SOCK",
        "TMPDIR",
        "XDG_RUNTIME_DIR",
        "localWorkspaceFolder",
        "localWorkspaceFolderBasename",
    };

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/undefined-variable",
            Title = "Compose variable that nothing sets or documents",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Rationale =
                "Compose warns once and goes on with a blank: an empty password, an image without a tag, a port that is not published.",
            Holds = "Every variable that fills in the project is set, has a default, or stands in a template.",
        };

    public override IEnumerable<Target> Subjects(Deployment deployment) =>
        deployment.Targets.Where(target => target.Kind == TargetKind.Compose && target.PartialBecause is null);

    protected override Subject Identify(Target subject) => new(subject.Name, subject.Files[^1].Whole);

    protected override IEnumerable<Verdict> Check(Target subject, Deployment deployment)
    {
        var known = Known(deployment);
        // A file that takes part in several projects is told in its own.
        var unset = subject
            .Workloads.SelectMany(workload => workload.UnsetVariables)
            .Where(variable => variable.Span.File.Path == subject.Name || subject.Files.Count == 1)
            .Where(variable => !known.Contains(variable.Value) && !IsFromOutside(variable.Value))
            .ToList();
        if (unset.Count == 0)
        {
            yield break;
        }

        var names = unset.Select(variable => variable.Value).Distinct(StringComparer.Ordinal).ToList();
        yield return Warn(
                unset[0].Span,
                $"{subject.Name} is filled in with {string.Join(", ", names)}, which nothing in the repository sets or documents: without {(names.Count == 1 ? "it" : "them")} Compose puts a blank."
            )
            .Related(unset.Skip(1).Take(MostPlaces).Select(variable => variable.Span))
            .Remedy(
                $"Add {(names.Count == 1 ? names[0] : "them")} to a template such as .env.example, give a default (`${{{names[0]}:-…}}`), or demand a value: `${{{names[0]}:?}}`."
            )
            .Verify($"docker compose -f {subject.Name} config --quiet");
    }

    private static bool IsFromOutside(string name) =>
        FromOutside.Contains(name)
        || name.StartsWith("COMPOSE_", StringComparison.Ordinal)
        || name.StartsWith("GITHUB_", StringComparison.Ordinal);

    /// <summary>Every name that an env file, a template, a script or a workflow speaks of.</summary>
    private static HashSet<string> Known(Deployment deployment)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var file in deployment.Of<EnvFile>())
        {
            names.UnionWith(file.Entries.Concat(file.CommentedOut).Select(entry => entry.Name.Value));
        }

        foreach (var site in deployment.Commands)
        {
            names.UnionWith(site.Command.Assignments.Select(assignment => assignment.Name));
        }

        foreach (var workflow in deployment.Of<Workflow>())
        {
            names.UnionWith(
                workflow
                    .Environment.Concat(workflow.Jobs.SelectMany(job => job.Environment))
                    .Concat(workflow.Jobs.SelectMany(job => job.Steps).SelectMany(step => step.Environment))
                    .Select(variable => variable.Name)
            );
        }

        return names;
    }
}
