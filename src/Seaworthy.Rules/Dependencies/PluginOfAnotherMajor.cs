using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Packages;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A program registers a plugin that accepts only another major release of Fastify.</summary>
internal sealed class PluginOfAnotherMajor : Rule<PluginOfAnotherMajor.Server>
{
    private const int MostNames = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/plugin-of-another-major",
            Title = "Incompatible Fastify plugin",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Rationale =
                "Fastify checks the version while it registers the plugin: the server stops at start with FST_ERR_PLUGIN_VERSION_MISMATCH.",
            Holds = "Each plugin accepts the installed Fastify.",
        };

    public override IEnumerable<Server> Subjects(Deployment deployment) =>
        from manifest in deployment.Of<PackageJson>()
        let fastify = Runtime(manifest).FirstOrDefault(dependency => dependency.Name == FastifyPlugins.Host)
        where fastify is not null
        let major = InstalledReleases.MajorOf(manifest, fastify, deployment)
        where major is not null
        let plugins = Runtime(manifest)
            .Where(dependency => FastifyPlugins.Names.Contains(dependency.Name) && IsImported(dependency, manifest, deployment))
            .ToList()
        where plugins.Count > 0
        select new Server(manifest, fastify, major.Value, plugins);

    protected override Subject Identify(Server subject) => new(subject.Manifest.File.Path, subject.Fastify.Span);

    protected override IEnumerable<Verdict> Check(Server subject, Deployment deployment)
    {
        var wrong = (
            from plugin in subject.Plugins
            let major = InstalledReleases.MajorOf(subject.Manifest, plugin, deployment)
            where major is not null
            let row = FastifyPlugins.Of(plugin.Name, major.Value)
            where row is not null && row.Fastify != subject.Major
            select new Mismatch(plugin, major.Value, row)
        ).ToList();
        if (wrong is not [var first, ..])
        {
            yield break;
        }

        var names = NameList.Of([.. wrong.Select(one => $"{one.Plugin.Name} {one.Major}")], MostNames);
        yield return Fail(
                first.Plugin.Span,
                $"{subject.Manifest.File.Path} installs Fastify {subject.Major}, but {names} {(wrong.Count == 1 ? "accepts" : "accept")} only Fastify {first.Row.Fastify}."
            )
            .Related(wrong.Skip(1).Select(one => one.Plugin.Span))
            .Related(subject.Fastify.Span, $"installs Fastify {subject.Major}")
            .Remedy(RemedyFor(wrong, subject.Major))
            .VerifyAllGone();
    }

    private static string RemedyFor(IReadOnlyList<Mismatch> wrong, int fastify) =>
        "Change "
        + NameList.Of(
            [
                .. wrong.Select(one =>
                    FastifyPlugins.For(one.Plugin.Name, fastify) is { } row
                        ? $"{one.Plugin.Name} to `^{row.Last}.0.0` in {one.Plugin.Span}"
                        : $"{one.Plugin.Name} to its release for Fastify {fastify} in {one.Plugin.Span}"
                ),
            ],
            MostNames
        )
        + ", and install again.";

    private static IEnumerable<Dependency> Runtime(Manifest manifest) =>
        manifest.Dependencies.Where(dependency => dependency.Kind == DependencyKind.Runtime);

    private static bool IsImported(Dependency plugin, PackageJson manifest, Deployment deployment) =>
        deployment
            .Of<CodeFile>()
            .Any(file =>
                !file.IsTest
                && file.File.IsBelow(manifest.File.Directory)
                && file.Imports.Any(import => !import.IsOptional && import.Module == plugin.Name)
            );

    /// <summary>A manifest with Fastify, and the known plugins that its source imports.</summary>
    internal sealed record Server(PackageJson Manifest, Dependency Fastify, int Major, IReadOnlyList<Dependency> Plugins);

    private sealed record Mismatch(Dependency Plugin, int Major, FastifyPlugin Row);
}
