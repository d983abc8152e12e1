using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>A unit of systemd opens a directory below <c>/run</c> to its sandbox, which exists only after its own command has run.</summary>
/// <remarks>Source: systemd.exec(5), <c>ReadWritePaths=</c>: the mounts are set up before <c>ExecStartPre=</c> and <c>ExecStart=</c>, and a path that is missing ends the start with 226/NAMESPACE.</remarks>
internal sealed class SandboxPathMissing : Rule<SandboxPathMissing.RuntimePath>
{
    private const string Runtime = "/run/";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/sandbox-path-missing",
            Title = "Missing systemd sandbox path",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "/run is empty after every boot. systemd mounts the path before any command runs, finds none, and ends with 226/NAMESPACE.",
            Holds = "systemd makes the directory before it sets up the sandbox.",
        };

    public override IEnumerable<RuntimePath> Subjects(Deployment deployment) =>
        from unit in deployment.Of<ServiceUnit>()
        from path in unit.SandboxPaths
        let name = NameOf(path.Value)
        where name is not null
        let maker = MakerOf(deployment, path.Value)
        where maker is not null
        select new RuntimePath(unit, path, name, maker);

    protected override Subject Identify(RuntimePath subject) => new(subject.Unit.File.Name, subject.Path.Span);

    protected override IEnumerable<Verdict> Check(RuntimePath subject, Deployment deployment)
    {
        // Another unit that makes it may run first; files of tmpfiles.d are for that.
        if (
            deployment
                .Of<ServiceUnit>()
                .Any(unit => unit.RuntimeDirectories.Any(directory => directory.Split(':')[0].Split('/')[0] == subject.Name))
            || deployment.Tree.Files.Any(file => file.Path.Contains("tmpfiles", StringComparison.Ordinal))
        )
        {
            yield break;
        }

        yield return LikelyFail(
                subject.Path.Span,
                $"{subject.Unit.File.Name} mounts `{subject.Path.Value}` before its command runs, but only a script makes that directory: the unit does not start after a boot."
            )
            .Related(subject.Maker, "made too late")
            .Remedy(
                $"Add `RuntimeDirectory={subject.Name}` to {subject.Unit.File.Path}, or write `-{subject.Path.Value}` in {subject.Path.Span}."
            )
            .VerifyGoneOr($"git grep -nE {$"^RuntimeDirectory=.*{subject.Name}"} -- {subject.Unit.File.Path}");
    }

    private static string? NameOf(string path) =>
        path.StartsWith(Runtime, StringComparison.Ordinal) && path[Runtime.Length..] is { Length: > 0 } name ? name.Split('/')[0]
        : path.StartsWith("/var" + Runtime, StringComparison.Ordinal) && path[("/var" + Runtime).Length..] is { Length: > 0 } below
            ? below.Split('/')[0]
        : null;

    /// <summary>The command of a script of the repository that makes the directory.</summary>
    private static SourceSpan? MakerOf(Deployment deployment, string path) =>
        deployment
            .Of<ShellScript>()
            .SelectMany(script => script.Commands)
            .FirstOrDefault(command =>
                (command.Program == "mkdir" || (command.Program == "install" && command.Words.Any(word => word.HasFlag('d'))))
                && command.Arguments.Any(word => word.Literal?.TrimEnd('/') == path)
            )
            ?.Span
        ?? deployment
            .Of<ShellScript>()
            .SelectMany(script => script.Commands, (script, command) => new { script, command })
            .FirstOrDefault(each =>
                each.command.Program is "mkdir" or "install"
                && each.script.File.Mentions(path)
                && each.command.Arguments.Any(word => word.Literal is null && word.Raw.Contains("DIR", StringComparison.OrdinalIgnoreCase))
            )
            ?.command.Span;

    /// <param name="Name">The directory below <c>/run</c>.</param>
    /// <param name="Maker">Where a script makes it.</param>
    internal sealed record RuntimePath(ServiceUnit Unit, Fact<string> Path, string Name, SourceSpan Maker);
}
