using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command publishes a package that its manifest marks as private.</summary>
/// <remarks>Source: npm documentation, "package.json", "private": "If you set "private": true in your package.json, then npm will refuse to publish it."</remarks>
internal sealed class PrivatePackagePublished : Rule<PrivatePackagePublished.Publication>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "private-package-published",
            "Publish of private package",
            Severity.High,
            "npm refuses with `EPRIVATE`: nothing is published, and the job fails.",
            "The published package is not private."
        );

    public override IEnumerable<Publication> Subjects(Deployment deployment) =>
        from site in deployment.Commands
        where site is { IsRemote: false, IsAssumed: false, Directories: [_, ..] }
        from publish in site.Known.OfType<PackageScriptCommand>()
        where
            publish is { Verb: "publish", Manager: "npm" or "pnpm", Workspaces.Count: 0, IsInAllWorkspaces: false, Directory: null }
            && !site.Command.Words.Any(IsOther)
        let manifest = deployment.At<PackageJson>(RepositoryPath.Join(site.Directories[0], "package.json") ?? "")
        where manifest is not null && !deployment.CommandsIn(site.Span.File).Any(Changes)
        select new Publication(site, manifest);

    protected override Subject Identify(Publication subject) => new(subject.Site.Subject, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(Publication subject, Deployment deployment)
    {
        var (site, manifest) = subject;
        if (!manifest.IsPrivate)
        {
            yield break;
        }

        var message = $"{site.Subject} publishes {manifest.File.Path}, but it has `\"private\": true`.";
        var others = deployment
            .Of<PackageJson>()
            .Where(other =>
                other is { IsPrivate: false, Name: not null, Version: not null } && other.File.Path.Length > manifest.File.Path.Length
            )
            .Select(other => other.File.Directory)
            .Where(directory => !RepositoryPath.IsSample(directory))
            .ToList();
        yield return (site.IsConditional ? Warn(site.Span, message).As(Severity.Medium) : Fail(site.Span, message))
            .Related(manifest.File.Whole, "is private")
            .Remedy(
                others.Count > 0
                    ? $"Run it in the directory of the package that is meant ({NameList.Of(others, 3)}), or remove `private` from {manifest.File.Path}."
                    : $"Remove `private` from {manifest.File.Path}, or the command from {site.Span}."
            )
            .VerifyGoneOr($"! git grep -nE {"\"private\": *true"} -- {manifest.File.Path}");
    }

    /// <summary>A directory or an archive that is published in place of the working directory, or nothing at all.</summary>
    private static bool IsOther(ShellWord word) =>
        word.Literal is null or "--dry-run" or ['.', ..]
        || word.Raw.Contains('/', StringComparison.Ordinal)
        || word.Raw.EndsWith(".tgz", StringComparison.Ordinal);

    /// <summary>A command beside it writes the manifest anew.</summary>
    private static bool Changes(CommandSite site) =>
        site.Command.Words.Any(word => word.Raw.Contains("package.json", StringComparison.Ordinal))
        || site.Command.Words is [{ Literal: "npm" }, { Literal: "pkg" }, ..];

    /// <summary>A command that publishes, and the manifest where it runs.</summary>
    internal sealed record Publication(CommandSite Site, PackageJson Manifest);
}
