using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose project is filled in with variables that nothing sets or documents.</summary>
internal sealed class UndefinedVariable : Rule<UnsetVariables>
{
    private const int MostPlaces = 15;

    // What a shell or the machine itself sets.
    private static readonly HashSet<string> FromOutside = new(StringComparer.Ordinal)
    {
        "HOME",
        "USER",
        "USERNAME",
        "USERPROFILE",
        "APPDATA",
        "LOCALAPPDATA",
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

    /// <summary>Files that lack the same names have one cause: they are told once.</summary>
    public override IEnumerable<UnsetVariables> Subjects(Deployment deployment)
    {
        var known = Known(deployment);
        return deployment
            .Targets.Where(target => target.Kind == TargetKind.Compose && target.PartialBecause is null)
            .Select(target => new UnsetVariables([target], [.. Unset(target, known)]))
            .GroupBy(unset => unset.Places.Count == 0 ? unset.Targets[0].Name : string.Join('\n', unset.Names))
            .Select(same => new UnsetVariables([.. same.SelectMany(unset => unset.Targets)], [.. same.SelectMany(unset => unset.Places)]));
    }

    protected override Subject Identify(UnsetVariables subject) => new(subject.Targets[0].Name, subject.Targets[0].Files[^1].Whole);

    protected override IEnumerable<Verdict> Check(UnsetVariables subject, Deployment deployment)
    {
        if (subject.Places.Count == 0)
        {
            yield break;
        }

        var names = subject.Names;
        var target = subject.Targets[0].Name;
        if (TakenIn(subject, deployment) is { } source)
        {
            yield return Unknown(
                subject.Places[0].Span,
                $"{target} is filled in with {string.Join(", ", names)}, and {source.Command.Span} takes in {source.File.Literal} before, which the repository does not hold."
            );
            yield break;
        }

        var others = subject.Targets.Count > 1 ? $" and {subject.Targets.Count - 1} more compose files are" : " is";
        yield return Warn(
                subject.Places[0].Span,
                $"{target}{others} filled in with {string.Join(", ", names)}, which nothing in the repository sets or documents: without {(names.Count == 1 ? "it" : "them")} Compose puts a blank."
            )
            .Related(subject.Places.Skip(1).Take(MostPlaces).Select(variable => variable.Span))
            .Remedy(Remedy(subject))
            .Verify($"{TargetCommand.ComposeOf(target, deployment)} config --quiet   # must not warn of {names[0]}");
    }

    private static string Remedy(UnsetVariables subject)
    {
        var signs = subject.Places.Where(BareDollar.Is).ToList();
        var meant = subject.Names.Except(signs.Select(sign => sign.Value), StringComparer.Ordinal).ToList();
        var given = meant is [var name, ..]
            ? $"Add {(meant.Count > 1 && signs.Count == 0 ? "them" : string.Join(", ", meant))} to a template such as .env.example, give a default (`${{{name}:-…}}`), or demand a value: `${{{name}:?}}`."
            : null;
        var doubled = signs is [var first, ..]
            ? $"Write `$$` for each dollar sign of the value at {first.Span}: Compose takes `${first.Value}` in it for a variable."
            : null;
        return string.Join(' ', new[] { given, doubled }.OfType<string>());
    }

    /// <summary>The script that starts the project reads an env file of the machine into its shell first.</summary>
    private static SourceCommand? TakenIn(UnsetVariables subject, Deployment deployment) =>
        deployment
            .ComposeCalls.Where(call => call.Files.Any(file => subject.Targets.Any(target => target.Name == file.Path)))
            .SelectMany(call => deployment.CommandsIn(call.Site.Span.File).Where(site => site.Span.Start < call.Site.Span.Start))
            .SelectMany(site => site.Known.OfType<SourceCommand>().Where(source => IsEnvFile(source) && !IsHeld(site, source, deployment)))
            .FirstOrDefault();

    private static bool IsEnvFile(SourceCommand source) =>
        source.File.Literal is { } path && path[(path.LastIndexOf('/') + 1)..].Contains("env", StringComparison.OrdinalIgnoreCase);

    private static bool IsHeld(CommandSite site, SourceCommand source, Deployment deployment) =>
        source.File.Literal?.TrimStart('.', '/') is { } name
        && site.Directories.Append("")
            .Any(directory =>
                deployment.Tree.FilesIn(directory).Any(file => file.Path.TrimStart('.').EndsWith(name, StringComparison.Ordinal))
            );

    // A file that takes part in several projects is told in its own.
    private static IEnumerable<Fact<string>> Unset(Target target, HashSet<string> known) =>
        target
            .Workloads.SelectMany(workload => workload.UnsetVariables)
            .Where(variable => variable.Span.File.Path == target.Name || target.Files.Count == 1)
            .Where(variable => !known.Contains(variable.Value) && !IsFromOutside(variable.Value));

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

        foreach (var document in deployment.Of<Document>())
        {
            names.UnionWith(document.Variables);
        }

        names.UnionWith(deployment.Of<TaskFile>().SelectMany(file => file.Exports));

        foreach (var site in deployment.Commands)
        {
            names.UnionWith(site.Command.Assignments.Select(assignment => assignment.Name));
            names.UnionWith(site.Command.WrittenVariables);
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
