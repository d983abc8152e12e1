using Seaworthy.Model;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose project uses variables that nothing sets or documents.</summary>
internal sealed class UndefinedVariable : Rule<UnsetVariables>
{
    private const int MostPlaces = 15;

    // Variables that a shell or the machine sets.
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
            Title = "Undefined Compose variable",
            Area = Area.Orchestration,
            Severity = Severity.Medium,
            Rationale =
                "Compose only warns and uses an empty string: an empty password, an image without a tag, a port that is not published.",
            Holds = "Every variable of the project is set, has a default, or is in a template.",
        };

    /// <summary>Files that lack the same names have one cause and are reported once.</summary>
    public override IEnumerable<UnsetVariables> Subjects(Deployment deployment)
    {
        var known = NamedVariables.Of(deployment);
        var meant = VariableOfContainer.Places(deployment);
        return deployment
            .Targets.Where(target => target.Kind == TargetKind.Compose && target.PartialBecause is null)
            .Select(target => new UnsetVariables([target], [.. Unset(target, known, meant)]))
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
                $"Not checked: {string.Join(", ", names)} in {target}. {source.Command.Span} loads {source.File.Literal}, which is not in the repository."
            );
            yield break;
        }

        if (MissingFile(subject.Targets[0], deployment) is { } missing)
        {
            yield return Unknown(
                    subject.Places[0].Span,
                    $"Not checked: {string.Join(", ", names)} in {target}. Compose takes them from {missing.Answer.Looked}, which is missing ({missing.Span})."
                )
                .Related(missing.Span, "the same file");
            yield break;
        }

        var others =
            subject.Targets.Count > 1
                ? $" and {subject.Targets.Count - 1} more compose {(subject.Targets.Count == 2 ? "file" : "files")} use"
                : " uses";
        yield return Warn(
                subject.Places[0].Span,
                $"{target}{others} {string.Join(", ", names)}, which nothing in the repository sets or documents."
            )
            .Related(subject.Places.Skip(1).Take(MostPlaces).Select(variable => variable.Span))
            .Remedy(Remedy(subject))
            .Verify($"{TargetCommand.ComposeOf(target, deployment)} config --quiet   # must not warn of {names[0]}");
    }

    /// <summary>A service demands the file from which Compose takes variables too, and no clone has it: that is reported.</summary>
    /// <remarks>Source: Docker documentation, "Set, use, and manage variables in a Compose file with interpolation", Local .env file.</remarks>
    private static PathUse? MissingFile(Target target, Deployment deployment) =>
        target.Files[0].Directory is var directory && (directory.Length == 0 ? ".env" : directory + "/.env") is var file
            ? deployment.Paths.FirstOrDefault(use =>
                use is { Role: PathRole.EnvFile, IsConditional: false, ToldAt: null, Answer.IsMissing: true }
                && use.Answer.Looked == file
                && target.Files.Contains(use.Span.File)
            )
            : null;

    private static string Remedy(UnsetVariables subject)
    {
        var signs = subject.Places.Where(BareDollar.Is).ToList();
        var meant = subject.Names.Except(signs.Select(sign => sign.Value), StringComparer.Ordinal).ToList();
        var given = meant is [var name, ..]
            ? $"Add {(meant.Count > 1 && signs.Count == 0 ? "them" : string.Join(", ", meant))} to a template such as .env.example, set a default (`${{{name}:-…}}`), or require a value: `${{{name}:?}}`."
            : null;
        var doubled = signs is [var first, ..]
            ? $"Write `$$` for each dollar sign in the value at {first.Span}: Compose reads `${first.Value}` as a variable."
            : null;
        return string.Join(' ', new[] { given, doubled }.OfType<string>());
    }

    /// <summary>The start script sources an environment file of the machine first.</summary>
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

    // A file of several projects is reported in its own.
    private static IEnumerable<Fact<string>> Unset(Target target, IReadOnlySet<string> known, IReadOnlySet<SourceSpan> meant) =>
        target
            .Workloads.SelectMany(workload => workload.UnsetVariables)
            .Where(variable => variable.Span.File.Path == target.Name || target.Files.Count == 1)
            .Where(variable => !known.Contains(variable.Value) && !IsFromOutside(variable.Value) && !meant.Contains(variable.Span));

    private static bool IsFromOutside(string name) =>
        FromOutside.Contains(name)
        || name.StartsWith("COMPOSE_", StringComparison.Ordinal)
        || name.StartsWith("GITHUB_", StringComparison.Ordinal);
}
