using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>Source imports a local module that is not in the repository.</summary>
internal sealed class OwnModuleMissing : Rule<ModuleImports>
{
    private const int MostPlaces = 5;

    private static readonly HashSet<string> PrivateWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "secret",
        "secrets",
        "credential",
        "credentials",
        "key",
        "keys",
        "local",
        "config",
        "environment",
    };

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/own-module-missing",
            Title = "Missing local module",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The import works on the author's machine, which has the file or ignores case. In a clone, or on Linux, it fails.",
            Holds = "The imported local modules are in the repository.",
        };

    public override IEnumerable<ModuleImports> Subjects(Deployment deployment) => deployment.All<ModuleImports>();

    protected override Subject Identify(ModuleImports subject) => new(subject.Component.Title, subject.Entry.File.Whole);

    protected override IEnumerable<Verdict> Check(ModuleImports subject, Deployment deployment) =>
        // All modules that one line of .gitignore excludes are one fault, and so are all that were not committed.
        subject
            .Absent.GroupBy(module => new
            {
                module.UnknownBecause,
                module.IgnoredBy,
                Alone = module.OtherCase is null ? null : module.Path,
            })
            .Select(same => Of(subject, [.. same], deployment));

    private Verdict Of(ModuleImports subject, IReadOnlyList<AbsentModule> modules, Deployment deployment)
    {
        var first = modules[0];
        var place = first.Places[0];
        var places = modules.SelectMany(module => module.Places).ToList();
        var others =
            modules.Count > 1 ? $" Also missing: {string.Join(", ", modules.Skip(1).Take(MostPlaces).Select(module => module.Path))}" : "";
        var also = others + (modules.Count > MostPlaces + 1 ? " and others" : "") + (others.Length > 0 ? "." : "");
        // Unused source is not followed: there may be more.
        var importing = places.Select(import => import.File.Path).Distinct(StringComparer.Ordinal).Count();
        var files = importing > 1 ? $" (in at least {importing} files)" : "";
        var said = $"{place.File.Path} imports `{first.Module}`, but {Reason(first)}{files}";
        var verdict =
            first.UnknownBecause is { } why ? Unknown(place, $"{said}; unknown whether something creates it: {why}.{also}")
            : subject.IsForeign
                ? Warn(place, $"{said}. The same is true for most imports of {subject.Component.Title}, which may run elsewhere.{also}")
                    .As(Severity.Medium)
            : IsPrivate(first) ? Warn(place, $"{said}. It has to be created before the build.{also}").As(Severity.Medium)
            : MayBeElsewhere(first) ? Warn(place, $"{said}, unless the alias has another target.{also}")
            : first.OtherCase is null ? Fail(place, $"{said}.{also}")
            : MayStayOffLinux(deployment)
                ? Warn(place, $"{said}. Windows and macOS find it, and nothing in the repository shows a build on Linux.{also}")
                    .As(Severity.Medium)
            : Fail(place, $"{said}. On Linux the import fails.{also}");
        return verdict
            .Related(places.Skip(1).Take(MostPlaces - 1))
            .Related(first.OtherCase is null ? first.IgnoredBy : null, "excludes it")
            .Remedy(Remedy(first))
            .VerifyGoneOr($"git ls-files --error-unmatch {first.Path}{"*"}");
    }

    /// <summary>The repository has no image, pipeline or target, and settings name a Windows drive: <c>D:\home</c>.</summary>
    private static bool MayStayOffLinux(Deployment deployment) =>
        deployment is { Images.Count: 0, Pipelines.Count: 0, Targets.Count: 0 }
        && deployment.Of<AppSettings>().Any(settings => settings.NamesWindowsDrive);

    /// <summary>Private by its name, and ignored on purpose: <c>secrets.ts</c>, <c>config.local.js</c>.</summary>
    private static bool IsPrivate(AbsentModule module) =>
        module.OtherCase is null && module.Path[(module.Path.LastIndexOf('/') + 1)..].Split('.', '-', '_').Any(PrivateWords.Contains);

    /// <summary>Through an alias, which may have several targets; <c>@/</c> and <c>~/</c> are the project's source.</summary>
    private static bool MayBeElsewhere(AbsentModule module) => module.OtherCase is null && module.Module is ['@', not '/', ..] or ['#', ..];

    private static string Reason(AbsentModule module) =>
        module switch
        {
            { OtherCase: { } actual } => $"the repository has `{actual}`, in another case",
            { IgnoredBy: { } line } => $"{line.File.Path}:{line.StartLine} ignores {module.Path}",
            _ => $"{module.Path} is not in the repository",
        };

    private static string Remedy(AbsentModule module) =>
        module switch
        {
            { OtherCase: { } actual } => $"Import it as `{actual}`: Linux is case-sensitive.",
            { IgnoredBy: { } line } =>
                $"Narrow the pattern `{line.Written}` ({line}): with a leading slash it only matches in its own directory. Then `git add {module.Path}`.",
            _ => $"Commit {module.Path}, or remove the import.",
        };
}
